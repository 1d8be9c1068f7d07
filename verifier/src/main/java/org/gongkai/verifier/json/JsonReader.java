package org.gongkai.verifier.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.verifier.Refusal;

/**
 * Reads JSON text (RFC 8259) into {@link JsonObject}, {@link List}, {@link String}, {@link Long}
 * and {@link Boolean}.
 *
 * <p>Stricter than the RFC where two readers could understand one text differently, see ADR 0221:
 * no name twice in an object, whole numbers up to 2^53-1 only, no null, no lone surrogate, no byte
 * order mark.
 */
public final class JsonReader {
    /** The largest number that every JSON reader keeps exactly. */
    public static final long LARGEST = (1L << 53) - 1;

    private static final int DEEPEST = 64;

    /** Ids of strata, tags and names of members come a million times: most are kept once. */
    private static final int KEPT = 1 << 12;

    private final char[] text;
    private final int end;
    private final String[] kept = new String[KEPT];
    private int at;
    private int depth;

    private JsonReader(CharBuffer text) {
        this.text = text.array();
        this.at = text.arrayOffset() + text.position();
        this.end = text.arrayOffset() + text.limit();
    }

    /** The root of a JSON text in UTF-8. */
    public static Node read(byte[] utf8) {
        var reader = new JsonReader(decoded(utf8));
        Object value = reader.value();
        reader.skipBlanks();
        if (reader.at < reader.end) {
            throw reader.malformed("正文之后还有内容", "text after the end");
        }
        return Node.root(value);
    }

    private static CharBuffer decoded(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8));
        } catch (CharacterCodingException notUtf8) {
            throw Refusal.malformed("", "不是 UTF-8 文本", "not UTF-8");
        }
    }

    private Object value() {
        skipBlanks();
        char next = peek();
        return switch (next) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> throw malformed("不允许 null", "null is not allowed");
            default -> number();
        };
    }

    private JsonObject object() {
        descend();
        var object = new JsonObject();
        skipBlanks();
        if (!takes('}')) {
            do {
                skipBlanks();
                String name = string();
                skipBlanks();
                expect(':');
                Object value = value();
                if (!object.add(name, value)) {
                    throw malformed("重复的键 " + name, "the name " + name + " twice");
                }
                skipBlanks();
            } while (takes(','));
            expect('}');
        }
        depth--;
        return object;
    }

    private List<Object> array() {
        descend();
        var items = new ArrayList<>(2);
        skipBlanks();
        if (!takes(']')) {
            do {
                items.add(value());
                skipBlanks();
            } while (takes(','));
            expect(']');
        }
        depth--;
        return items;
    }

    private void descend() {
        at++;
        if (++depth > DEEPEST) {
            throw malformed("嵌套过深", "nested too deeply");
        }
    }

    private String string() {
        expect('"');
        int from = at;
        while (at < end && text[at] != '"' && text[at] != '\\' && text[at] >= ' ') {
            at++;
        }
        if (peek() == '"') {
            String plain = plain(from, at++);
            return checked(plain);
        }
        var escaped = new StringBuilder().append(text, from, at - from);
        while (!takes('"')) {
            char next = take();
            if (next < ' ') {
                throw malformed("字符串中有控制字符", "a control character in a string");
            }
            escaped.append(next == '\\' ? escape() : next);
        }
        return checked(escaped.toString());
    }

    private String plain(int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        int place = (hash ^ (hash >>> 16)) & (KEPT - 1);
        String known = kept[place];
        if (known != null && known.length() == to - from && isAt(known, from)) {
            return known;
        }
        kept[place] = new String(text, from, to - from);
        return kept[place];
    }

    private boolean isAt(String known, int from) {
        for (int i = 0; i < known.length(); i++) {
            if (known.charAt(i) != text[from + i]) {
                return false;
            }
        }
        return true;
    }

    private String checked(String string) {
        for (int i = 0; i < string.length(); i++) {
            char each = string.charAt(i);
            if (Character.isSurrogate(each)) {
                boolean pair =
                        Character.isHighSurrogate(each)
                                && i + 1 < string.length()
                                && Character.isLowSurrogate(string.charAt(i + 1));
                if (!pair) {
                    throw malformed("字符串中有单独的代理码元", "a lone surrogate in a string");
                }
                i++;
            }
        }
        return string;
    }

    private char escape() {
        char next = take();
        return switch (next) {
            case '"', '\\', '/' -> next;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unit();
            default -> throw malformed("不认识的转义", "an unknown escape");
        };
    }

    private char unit() {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            char next = take();
            int digit = next < 128 ? Character.digit(next, 16) : -1;
            if (digit < 0) {
                throw malformed("\\u 之后应为四位十六进制数", "\\u wants four hexadecimal digits");
            }
            unit = unit * 16 + digit;
        }
        return (char) unit;
    }

    private Boolean word(String word, boolean value) {
        for (int i = 0; i < word.length(); i++) {
            expect(word.charAt(i));
        }
        return value;
    }

    private Long number() {
        int from = at;
        boolean negative = takes('-');
        int digits = at;
        long number = 0;
        while (at < end && text[at] >= '0' && text[at] <= '9' && at - digits <= 16) {
            number = number * 10 + (text[at++] - '0');
        }
        boolean leadingZero = at - digits > 1 && text[digits] == '0';
        boolean minusZero = negative && number == 0;
        boolean fraction = at < end && (text[at] == '.' || text[at] == 'e' || text[at] == 'E');
        if (at == digits || leadingZero || minusZero || fraction || number > LARGEST) {
            at = from;
            throw malformed("应为不超过 2^53-1 的整数", "a whole number up to 2^53-1 is wanted");
        }
        return negative ? -number : number;
    }

    private void skipBlanks() {
        while (at < end
                && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')) {
            at++;
        }
    }

    private boolean takes(char wanted) {
        if (at < end && text[at] == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char wanted) {
        if (!takes(wanted)) {
            throw malformed("应为 " + wanted, wanted + " is wanted");
        }
    }

    private char peek() {
        if (at >= end) {
            throw malformed("文件不完整", "the text ends too early");
        }
        return text[at];
    }

    private char take() {
        char next = peek();
        at++;
        return next;
    }

    private Refusal malformed(String chinese, String english) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < Math.min(at, end); i++) {
            if (text[i] == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        int column = at - lineStart + 1;
        return Refusal.malformed(
                "",
                "第 " + line + " 行第 " + column + " 列：" + chinese,
                "line " + line + ", column " + column + ": " + english);
    }
}
