package org.gongkai.opengov.sitechecks.outward;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The head of an answer and the beginning of its text (HTTP 应答): RFC 9112, as much as a look needs.
 */
record WebAnswer(int status, Map<String, String> headers, String text) {
    private static final int LONGEST_HEAD = 64 * 1024;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)(?: .*)?");

    /** Reads an answer and at most so many bytes of its text. */
    static WebAnswer read(InputStream in, int mostText) throws IOException {
        var left = new int[] {LONGEST_HEAD};
        int status = status(line(in, left));
        var headers = headers(in, left);
        while (status < 200) {
            status = status(line(in, left));
            headers = headers(in, left);
        }
        var text = mostText == 0 ? new byte[0] : text(in, headers, mostText);
        return new WebAnswer(status, headers, new String(text, StandardCharsets.UTF_8));
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    boolean isRedirect() {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private static int status(String line) throws ProtocolException {
        var match = STATUS.matcher(line);
        if (!match.matches()) {
            throw new ProtocolException("This is no answer of HTTP/1");
        }
        return Integer.parseInt(match.group(1));
    }

    private static Map<String, String> headers(InputStream in, int[] left) throws IOException {
        var headers = new HashMap<String, String>();
        for (var line = line(in, left); !line.isEmpty(); line = line(in, left)) {
            var parts = line.split(":", 2);
            if (parts.length == 2) {
                headers.putIfAbsent(parts[0].strip().toLowerCase(Locale.ROOT), parts[1].strip());
            }
        }
        return headers;
    }

    private static byte[] text(InputStream in, Map<String, String> headers, int most)
            throws IOException {
        var coding = headers.getOrDefault("transfer-encoding", "");
        if (!coding.toLowerCase(Locale.ROOT).contains("chunked")) {
            return in.readNBytes(most);
        }
        var text = new ByteArrayOutputStream();
        var left = new int[] {LONGEST_HEAD};
        for (int size = size(in, left); size > 0; size = text.size() < most ? size(in, left) : 0) {
            text.write(in.readNBytes(Math.min(size, most - text.size())));
            if (text.size() < most) {
                line(in, left);
            }
        }
        return text.toByteArray();
    }

    private static int size(InputStream in, int[] left) throws IOException {
        var size = line(in, left).split(";", 2)[0].strip();
        if (!size.matches("[0-9A-Fa-f]{1,7}")) {
            throw new ProtocolException("This is no chunk of HTTP/1.1");
        }
        return Integer.parseInt(size, 16);
    }

    private static String line(InputStream in, int[] left) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int it = in.read(); it != '\n'; it = in.read()) {
            if (it < 0 || left[0]-- == 0) {
                throw new ProtocolException("The head of the answer does not end");
            }
            line.write(it);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
