package org.gongkai.platform.pagecache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.tomcat.util.http.FastHttpDateFormat;

/**
 * Puts an answer together as it goes over the wire (组装应答), byte for byte what the container would
 * make of the same page.
 */
final class Answering {
    private static final byte[] STATUS = bytes("HTTP/1.1 ");
    private static final byte[] WHOLE = bytes("200 \r\n");
    private static final byte[] GONE = bytes("410 \r\n");
    private static final byte[] UNCHANGED = bytes("304 \r\n");
    private static final byte[] DATE = bytes("Date: ");
    private static final byte[] LINE_END = bytes("\r\n");

    private final byte[] keepAlive;
    private String second = "";
    private byte[] date = {};

    /**
     * @param patience how long the connection is kept for another request, in milliseconds
     */
    Answering(int patience) {
        keepAlive =
                patience > 0
                        ? bytes(
                                "Keep-Alive: timeout=%d\r\nConnection: keep-alive\r\n"
                                        .formatted(patience / 1_000))
                        : bytes("Connection: keep-alive\r\n");
    }

    /** The head of the answer; true if a body follows it. */
    boolean head(SimpleGet asked, PageBytes page, PageBytes.Form form, ByteBuffer out) {
        out.put(STATUS);
        var unchanged = page.status() == 200 && EntityTags.match(asked.known(), form.tag());
        if (unchanged) {
            out.put(UNCHANGED).put(page.linesUnchanged()).put(form.linesUnchanged());
        } else {
            out.put(page.status() == 200 ? WHOLE : GONE).put(page.lines()).put(form.lines());
        }
        out.put(DATE).put(date()).put(LINE_END);
        if (asked.keepAlive()) {
            out.put(keepAlive);
        }
        out.put(LINE_END);
        return !unchanged && asked.body();
    }

    /** The container makes a new text once a second. */
    private byte[] date() {
        var now = FastHttpDateFormat.getCurrentDate();
        if (!now.equals(second)) {
            second = now;
            date = bytes(now);
        }
        return date;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
