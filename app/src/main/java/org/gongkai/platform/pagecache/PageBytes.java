package org.gongkai.platform.pagecache;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page as it is sent (成品页面): its head and its compressed bytes, never changed; and what it was
 * made from. The uncompressed form is unpacked for the few who take nothing else.
 */
final class PageBytes {
    /** Objects and names around the bytes, roughly. */
    private static final int AROUND = 1_024;

    private static final int EACH_SOURCE = 160;

    private final String address;
    private final long day;
    private final Set<String> sources;
    private final int length;
    private final byte[] small;
    private final Form gzip;
    private final @Nullable Form zstd;
    private final Form plain;
    private volatile boolean ended;

    /** A line of the head. */
    record Header(String name, String value) {}

    /**
     * One form of the page.
     *
     * @param body null where it is unpacked from gzip when asked for
     * @param headers all lines of the head but those of the transport itself
     * @param unchanged the same for an answer 304
     */
    record Form(
            String tag,
            byte @Nullable [] body,
            List<RawHeader> headers,
            List<RawHeader> unchanged) {}

    /** A line of the head as it goes over the wire. */
    record RawHeader(byte[] name, byte[] value) {
        static RawHeader of(String name, String value) {
            return new RawHeader(
                    name.getBytes(StandardCharsets.ISO_8859_1),
                    value.getBytes(StandardCharsets.ISO_8859_1));
        }

        String nameText() {
            return new String(name, StandardCharsets.ISO_8859_1);
        }

        String valueText() {
            return new String(value, StandardCharsets.ISO_8859_1);
        }
    }

    private PageBytes(
            String address, long day, Set<String> sources, List<Header> head, byte[] body) {
        this.address = address;
        this.day = day;
        this.sources = sources;
        this.length = body.length;
        var hash = hash(body);
        this.small = Compression.gzip(body);
        var smaller = Compression.zstd(body, small.length);
        this.plain = form(head, hash, null, null);
        this.gzip = form(head, hash, "gzip", small);
        this.zstd = smaller == null ? null : form(head, hash, "zstd", smaller);
    }

    /** Makes the finished page of what a rendering answered. */
    static PageBytes of(Rendering made, List<Header> head, byte[] body) {
        return new PageBytes(made.address(), made.day(), made.sources(), head, body);
    }

    String address() {
        return address;
    }

    long day() {
        return day;
    }

    Set<String> sources() {
        return sources;
    }

    /** Whether something it was made from has changed. */
    boolean ended() {
        return ended;
    }

    void end() {
        ended = true;
    }

    /** The bytes of memory it takes, roughly. */
    int weight() {
        var smaller = zstd == null || zstd.body() == null ? 0 : zstd.body().length;
        return AROUND
                + 2 * address.length()
                + small.length
                + smaller
                + EACH_SOURCE * sources.size();
    }

    /** The form that suits what the reader accepts ({@code Accept-Encoding}). */
    Form formFor(@Nullable String accepted) {
        var encodings = Encodings.in(accepted);
        if (zstd != null && encodings.zstd()) {
            return zstd;
        }
        return encodings.gzip() ? gzip : plain;
    }

    /** The bytes of this form. */
    byte[] body(Form form) {
        return form.body() == null ? Compression.gunzip(small) : form.body();
    }

    /** How many bytes this form has. */
    int length(Form form) {
        return form.body() == null ? length : form.body().length;
    }

    private static Form form(
            List<Header> head, String hash, @Nullable String encoding, byte @Nullable [] body) {
        var tag = '"' + hash + (encoding == null ? "" : "-" + encoding) + '"';
        var all = new ArrayList<RawHeader>();
        var unchanged = new ArrayList<RawHeader>();
        for (var it : head) {
            var raw = RawHeader.of(it.name(), it.value());
            all.add(raw);
            if (!it.name().toLowerCase(Locale.ROOT).startsWith("content-")
                    || it.name().equalsIgnoreCase("Content-Security-Policy")) {
                unchanged.add(raw);
            }
        }
        if (encoding != null) {
            all.add(RawHeader.of("Content-Encoding", encoding));
        }
        for (var it : List.of(RawHeader.of("Vary", "Accept-Encoding"), RawHeader.of("ETag", tag))) {
            all.add(it);
            unchanged.add(it);
        }
        return new Form(tag, body, List.copyOf(all), List.copyOf(unchanged));
    }

    /** 128 bits of SHA-256: the same on every node and in every start. */
    private static String hash(byte[] body) {
        try {
            var whole = MessageDigest.getInstance("SHA-256").digest(body);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
