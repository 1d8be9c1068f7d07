package org.gongkai.platform.pagecache;

import java.nio.charset.StandardCharsets;
import org.apache.tomcat.util.http.parser.Host;
import org.jspecify.annotations.Nullable;

/**
 * A request for a page in the one plain form that browsers and proxies use (简单请求): {@code GET} or
 * {@code HEAD}, its head complete, nothing behind it that would have to be understood. Whatever is
 * unusual in any way is no simple request and is read by the container from its first byte on.
 *
 * @param address as it was written, query included
 * @param body whether the body is asked for
 * @param accepted {@code Accept-Encoding}
 * @param known {@code If-None-Match}
 * @param keepAlive whether it says that the connection stays open, which is understood anyway
 * @param end where the next request begins
 */
record SimpleGet(
        String address,
        boolean body,
        @Nullable String accepted,
        @Nullable String known,
        boolean keepAlive,
        int end) {

    /** The request that begins here; null unless it is a simple one and all of it is here. */
    static @Nullable SimpleGet read(byte[] bytes, int from, int to) {
        return new Reading(bytes, from, to).request();
    }

    /** Reads one head (RFC 9112, 2 to 5), and gives up at the first thing that is not plain. */
    private static final class Reading {
        private static final int MOST_LINES = 60;
        private static final boolean[] TOKEN = tokens();

        private static final byte[] GET = bytes("GET ");
        private static final byte[] HEAD = bytes("HEAD ");
        private static final byte[] VERSION = bytes(" HTTP/1.1\r\n");
        private static final byte[] COLON = bytes(":");
        private static final byte[] LINE_END = bytes("\r\n");

        private static final byte[] HOST = bytes("host");
        private static final byte[] CONNECTION = bytes("connection");
        private static final byte[] ACCEPT_ENCODING = bytes("accept-encoding");
        private static final byte[] IF_NONE_MATCH = bytes("if-none-match");

        /** These change what a request is, or how long it is. */
        private static final byte[][] NOT_SIMPLE = {
            bytes("authorization"),
            bytes("content-length"),
            bytes("transfer-encoding"),
            bytes("te"),
            bytes("trailer"),
            bytes("expect"),
            bytes("upgrade"),
            bytes("http2-settings"),
            bytes("proxy-authorization"),
            bytes("proxy-connection"),
            bytes("keep-alive"),
        };

        private final byte[] bytes;
        private final int to;
        private int at;
        private @Nullable String host;
        private @Nullable String connection;
        private @Nullable String accepted;
        private @Nullable String known;

        Reading(byte[] bytes, int from, int to) {
            this.bytes = bytes;
            this.at = from;
            this.to = to;
        }

        @Nullable SimpleGet request() {
            var body = comes(GET);
            if (!body && !comes(HEAD)) {
                return null;
            }
            var begins = at;
            while (at < to && bytes[at] > ' ' && bytes[at] < 127) {
                at++;
            }
            var ends = at;
            if (!comes(VERSION)) {
                return null;
            }
            for (var lines = 0; !comes(LINE_END); lines++) {
                if (lines == MOST_LINES || !line()) {
                    return null;
                }
            }
            return host == null
                    ? null
                    : new SimpleGet(
                            text(begins, ends), body, accepted, known, connection != null, at);
        }

        /** One line of the head; false if it is not a plain one. */
        private boolean line() {
            var name = at;
            while (at < to && bytes[at] >= 0 && TOKEN[bytes[at]]) {
                at++;
            }
            var nameEnds = at;
            if (nameEnds == name || !comes(COLON)) {
                return false;
            }
            while (at < to && blank(bytes[at])) {
                at++;
            }
            var value = at;
            while (at < to && (bytes[at] >= ' ' && bytes[at] < 127 || bytes[at] == '\t')) {
                at++;
            }
            var ends = at;
            if (!comes(LINE_END)) {
                return false;
            }
            while (ends > value && blank(bytes[ends - 1])) {
                ends--;
            }
            return understood(name, nameEnds, value, ends);
        }

        private boolean understood(int name, int nameEnds, int value, int ends) {
            if (is(HOST, name, nameEnds)) {
                var first = host == null;
                host = text(value, ends);
                return first && wellFormed(host);
            }
            if (is(CONNECTION, name, nameEnds)) {
                var first = connection == null;
                connection = text(value, ends);
                return first && connection.equalsIgnoreCase("keep-alive");
            }
            if (is(ACCEPT_ENCODING, name, nameEnds)) {
                var first = accepted == null;
                accepted = text(value, ends);
                return first;
            }
            if (is(IF_NONE_MATCH, name, nameEnds)) {
                var first = known == null;
                known = text(value, ends);
                return first;
            }
            for (var it : NOT_SIMPLE) {
                if (is(it, name, nameEnds)) {
                    return false;
                }
            }
            return true;
        }

        /** By the container's own rule, so that neither takes what the other refuses. */
        private static boolean wellFormed(String host) {
            try {
                Host.parse(host);
                return !host.isEmpty();
            } catch (IllegalArgumentException malformed) {
                return false;
            }
        }

        /** Whether exactly this comes next; if so, it is passed over. */
        private boolean comes(byte[] expected) {
            if (to - at < expected.length) {
                return false;
            }
            for (var i = 0; i < expected.length; i++) {
                if (bytes[at + i] != expected[i]) {
                    return false;
                }
            }
            at += expected.length;
            return true;
        }

        private boolean is(byte[] lowerCase, int from, int until) {
            if (until - from != lowerCase.length) {
                return false;
            }
            for (var i = 0; i < lowerCase.length; i++) {
                var it = bytes[from + i];
                if ((it >= 'A' && it <= 'Z' ? it + 32 : it) != lowerCase[i]) {
                    return false;
                }
            }
            return true;
        }

        private String text(int from, int until) {
            return new String(bytes, from, until - from, StandardCharsets.ISO_8859_1);
        }

        private static boolean blank(byte it) {
            return it == ' ' || it == '\t';
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }

        private static boolean[] tokens() {
            var tokens = new boolean[128];
            for (var it = 0; it < 128; it++) {
                tokens[it] = Character.isLetterOrDigit(it) || "!#$%&'*+-.^_`|~".indexOf(it) >= 0;
            }
            return tokens;
        }
    }
}
