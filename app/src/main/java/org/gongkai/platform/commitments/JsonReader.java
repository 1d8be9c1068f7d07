package org.gongkai.platform.commitments;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads JSON that may differ from canonical JSON in spaces, escapes and the order of keys, and in
 * nothing else (读取): integers of at most 2^53-1, no null, no key twice, strings composed.
 *
 * <p>Values are {@code Map}, {@code List}, {@code String}, {@code Long} and {@code Boolean}.
 */
public final class JsonReader {
    /** 2^53-1: what every language's numbers hold exactly. */
    public static final long LARGEST = (1L << 53) - 1;

    private static final int DEEPEST = 16;

    private final byte[] text;
    private final Path whole;
    private final Map<String, String> keys = new HashMap<>();
    private final boolean lines;
    private int at;
    private int depth;

    public JsonReader(byte[] text) {
        this(text, Path.ROOT, false);
    }

    private JsonReader(byte[] text, Path whole, boolean lines) {
        this.text = text;
        this.whole = whole;
        this.lines = lines;
    }

    /** What is done with the value of a key, or with an element. */
    @FunctionalInterface
    public interface Taking<K> {
        void take(K place, Path path);
    }

    /** The one value of this text. */
    public static Object read(byte[] text) {
        return read(text, Path.ROOT);
    }

    /** The one value of this text, which stands at a place of something larger. */
    public static Object read(byte[] text, Path path) {
        return new JsonReader(text, path, false).whole();
    }

    /** The one value of this text, in which strings may have several lines: proofs of a log. */
    public static Object readWithLines(byte[] text) {
        return new JsonReader(text, Path.ROOT, true).whole();
    }

    private Object whole() {
        var value = value(whole);
        end();
        return value;
    }

    public Object value(Path path) {
        skipSpace();
        return switch (peek()) {
            case '{' -> map(path);
            case '[' -> list(path);
            case '"' -> string(path);
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            case 'n' -> throw notCanonical("null", path);
            default -> number(path);
        };
    }

    /** Each key with its value, which {@code taking} has to read. */
    public void object(Path path, Taking<String> taking) {
        open('{', path);
        var seen = new HashSet<String>();
        skipSpace();
        if (peek() != '}') {
            do {
                skipSpace();
                var key = keys.computeIfAbsent(string(path), it -> it);
                if (!seen.add(key)) {
                    throw notCanonical("\"" + key + "\"", path);
                }
                skipSpace();
                expect(':');
                taking.take(key, path.at(key));
            } while (another('}'));
        }
        close('}');
    }

    /** Each element, which {@code taking} has to read. */
    public void array(Path path, Taking<Integer> taking) {
        open('[', path);
        var index = 0;
        skipSpace();
        if (peek() != ']') {
            do {
                taking.take(index, path.at(index));
                index++;
            } while (another(']'));
        }
        close(']');
    }

    /** Nothing may follow. */
    public void end() {
        skipSpace();
        if (at < text.length) {
            throw notJson();
        }
    }

    private Map<String, Object> map(Path path) {
        Map<String, Object> map = new TreeMap<>(CanonicalText.BY_BYTES);
        object(path, (key, place) -> map.put(key, value(place)));
        return map;
    }

    private List<Object> list(Path path) {
        List<Object> list = new ArrayList<>();
        array(path, (index, place) -> list.add(value(place)));
        return list;
    }

    private void open(char bracket, Path path) {
        skipSpace();
        if (peek() != bracket) {
            throw CommitmentRefused.at(path, CommitmentFault.WRONG_TYPE, (char) peek());
        }
        if (++depth > DEEPEST) {
            throw CommitmentRefused.at(path, CommitmentFault.TOO_MANY, DEEPEST);
        }
        at++;
    }

    private void close(char bracket) {
        expect(bracket);
        depth--;
    }

    private boolean another(char end) {
        skipSpace();
        if (peek() == end) {
            return false;
        }
        expect(',');
        return true;
    }

    private boolean literal(String word, boolean value) {
        for (var letter : word.toCharArray()) {
            expect(letter);
        }
        return value;
    }

    private Long number(Path path) {
        var from = at;
        if (peek() == '-') {
            at++;
        }
        while (at < text.length && isDigit(text[at])) {
            at++;
        }
        var digits = new String(text, from, at - from, StandardCharsets.US_ASCII);
        if (at < text.length && (text[at] == '.' || text[at] == 'e' || text[at] == 'E')) {
            throw notCanonical(digits + (char) text[at], path);
        }
        if (digits.equals("-0")) {
            throw notCanonical(digits, path);
        }
        var plain = digits.startsWith("-") ? digits.substring(1) : digits;
        if (plain.isEmpty() || plain.length() > 1 && plain.startsWith("0")) {
            throw notJson();
        }
        if (plain.length() > 16 || Long.parseLong(plain) > LARGEST) {
            throw notCanonical(digits, path);
        }
        return Long.parseLong(digits);
    }

    private String string(Path path) {
        expect('"');
        var from = at;
        while (peek() != '"' && peek() != '\\') {
            if (peek() < 0x20) {
                throw notJson();
            }
            at++;
        }
        var plain = decoded(from, at);
        if (text[at] == '"') {
            at++;
            return CanonicalText.require(plain, path);
        }
        var whole = new StringBuilder(plain);
        while (peek() != '"') {
            if (peek() == '\\') {
                at++;
                whole.append(escaped());
                continue;
            }
            var start = at;
            while (peek() != '"' && peek() != '\\') {
                if (peek() < 0x20) {
                    throw notJson();
                }
                at++;
            }
            whole.append(decoded(start, at));
        }
        at++;
        var string = whole.toString();
        CanonicalText.require(lines ? string.replace("\n", "") : string, path);
        return string;
    }

    private char escaped() {
        var sign = (char) peek();
        at++;
        return switch (sign) {
            case '"', '\\', '/' -> sign;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unit();
            default -> throw notJson();
        };
    }

    private char unit() {
        var unit = 0;
        for (var digit = 0; digit < 4; digit++) {
            var value = peek() < 0x80 ? Character.digit(peek(), 16) : -1;
            if (value < 0) {
                throw notJson();
            }
            unit = unit << 4 | value;
            at++;
        }
        return (char) unit;
    }

    private String decoded(int from, int to) {
        var bytes = ByteBuffer.wrap(text, from, to - from);
        for (var each = from; each < to; each++) {
            if (text[each] < 0) {
                try {
                    return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
                } catch (CharacterCodingException e) {
                    throw notJson();
                }
            }
        }
        return new String(text, from, to - from, StandardCharsets.US_ASCII);
    }

    private void expect(char sign) {
        if (peek() != sign) {
            throw notJson();
        }
        at++;
    }

    private int peek() {
        if (at >= text.length) {
            throw notJson();
        }
        return text[at] & 0xff;
    }

    private void skipSpace() {
        while (at < text.length
                && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')) {
            at++;
        }
    }

    private CommitmentRefused notJson() {
        return CommitmentRefused.at(whole, CommitmentFault.NOT_JSON, at);
    }

    private static CommitmentRefused notCanonical(String what, Path path) {
        return CommitmentRefused.at(path, CommitmentFault.NOT_CANONICAL, what);
    }

    private static boolean isDigit(byte sign) {
        return sign >= '0' && sign <= '9';
    }
}
