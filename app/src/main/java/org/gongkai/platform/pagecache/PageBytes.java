package org.gongkai.platform.pagecache;

import java.io.ByteArrayOutputStream;
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
    private static final long NEVER = Long.MAX_VALUE;

    private final String address;
    private final long day;
    private final Set<String> sources;
    private final int status;
    private final byte[] lines;
    private final byte[] linesUnchanged;
    private final int length;
    private final byte[] small;
    private final Form gzip;
    private final @Nullable Form zstd;
    private final Form plain;
    private volatile boolean ended;
    private volatile long outdatedAt = NEVER;
    private volatile boolean beingRenewed;

    /** A line of the head. */
    record Header(String name, String value) {}

    /**
     * One form of the page.
     *
     * @param body null where it is unpacked from gzip when asked for
     * @param headers all lines of the head but those of the transport itself
     * @param unchanged the same for an answer 304
     * @param lines those lines that this form alone has, as they go over the wire
     * @param linesUnchanged the same for an answer 304
     */
    record Form(
            String tag,
            byte @Nullable [] body,
            List<RawHeader> headers,
            List<RawHeader> unchanged,
            byte[] lines,
            byte[] linesUnchanged) {}

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

    private PageBytes(Rendering made, int status, List<Header> head, byte[] body) {
        this.address = made.address();
        this.day = made.day();
        this.sources = made.sources();
        this.status = status;
        this.length = body.length;
        var all = head.stream().map(it -> RawHeader.of(it.name(), it.value())).toList();
        var unchanged = all.stream().filter(it -> !ofTheBody(it.nameText())).toList();
        this.lines = wire(all);
        this.linesUnchanged = wire(unchanged);
        var hash = hash(body);
        this.small = Compression.gzip(body);
        var smaller = Compression.zstd(body, small.length);
        this.plain = form(all, unchanged, hash, null, null);
        this.gzip = form(all, unchanged, hash, "gzip", small);
        this.zstd = smaller == null ? null : form(all, unchanged, hash, "zstd", smaller);
    }

    /** Makes the finished page of what a rendering answered. */
    static PageBytes of(Rendering made, int status, List<Header> head, byte[] body) {
        return new PageBytes(made, status, head, body);
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

    /** 200, or 410 for what was taken back. */
    int status() {
        return status;
    }

    /** Something it was made from has changed: nobody may get it any more. */
    void end() {
        ended = true;
    }

    /** Something was added that it should show; what it shows is still right. */
    void outdate(long now) {
        if (current()) {
            outdatedAt = now;
        }
    }

    /** Whether it shows all there is. */
    boolean current() {
        return outdatedAt == NEVER;
    }

    /** Whether somebody is making the page that will replace it. */
    void beingRenewed(boolean is) {
        beingRenewed = is;
    }

    /**
     * Whether it may be answered: nothing has changed, or something was added less than this long
     * ago, in milliseconds, and the new page is being made.
     */
    boolean stands(long now, long grace) {
        var outdated = outdatedAt;
        return !ended
                && (outdated == NEVER || beingRenewed && now >= outdated && now - outdated < grace);
    }

    /** The bytes of memory it takes, roughly. */
    int weight() {
        var smaller = zstd == null || zstd.body() == null ? 0 : zstd.body().length;
        return AROUND
                + 2 * address.length()
                + lines.length
                + linesUnchanged.length
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

    /** The page's own lines of the head of a whole answer, as they go over the wire. */
    byte[] lines() {
        return lines;
    }

    /** The same for an answer 304. */
    byte[] linesUnchanged() {
        return linesUnchanged;
    }

    private Form form(
            List<RawHeader> all,
            List<RawHeader> unchanged,
            String hash,
            @Nullable String encoding,
            byte @Nullable [] body) {
        var tag = '"' + hash + (encoding == null ? "" : "-" + encoding) + '"';
        var always = List.of(RawHeader.of("Vary", "Accept-Encoding"), RawHeader.of("ETag", tag));
        var own = new ArrayList<RawHeader>();
        if (encoding != null) {
            own.add(RawHeader.of("Content-Encoding", encoding));
        }
        own.addAll(always);
        var counted = new ArrayList<>(own);
        var bytes = body == null ? length : body.length;
        counted.add(RawHeader.of("Content-Length", Integer.toString(bytes)));
        return new Form(
                tag, body, both(all, own), both(unchanged, always), wire(counted), wire(always));
    }

    private static List<RawHeader> both(List<RawHeader> first, List<RawHeader> then) {
        var both = new ArrayList<>(first);
        both.addAll(then);
        return List.copyOf(both);
    }

    private static boolean ofTheBody(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith("content-")
                && !name.equalsIgnoreCase("Content-Security-Policy");
    }

    private static byte[] wire(List<RawHeader> lines) {
        var out = new ByteArrayOutputStream();
        for (var it : lines) {
            out.writeBytes(it.name());
            out.write(':');
            out.write(' ');
            out.writeBytes(it.value());
            out.write('\r');
            out.write('\n');
        }
        return out.toByteArray();
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
