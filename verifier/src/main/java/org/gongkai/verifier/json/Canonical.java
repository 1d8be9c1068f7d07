package org.gongkai.verifier.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;

/**
 * Canonical JSON (CJ): the one way to write a value as bytes, {@code vdraw/1} section 2.3. Names
 * sorted by byte, no blanks, only {@code "} and {@code \} escaped.
 */
public final class Canonical {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(160);

    private Canonical() {}

    /** The bytes of this value; refuses what canonical JSON cannot hold. */
    public static byte[] bytes(Node node) {
        var writer = new Canonical();
        writer.write(node);
        return writer.out.toByteArray();
    }

    /** The bytes of this value. */
    public static byte[] bytes(Object value) {
        return bytes(Node.root(value));
    }

    /** A value as text for a person, in one line however it was written. */
    public static String show(Object value) {
        if (value instanceof JsonObject object) {
            return "{" + String.join(", ", object.names()) + "}";
        }
        if (value instanceof List<?> list) {
            return "[" + list.size() + "]";
        }
        return value instanceof String text ? quoted(text) : value.toString();
    }

    private static String quoted(String text) {
        var shown = new StringBuilder("\"");
        text.codePoints()
                .forEach(
                        it -> {
                            if (Character.isISOControl(it) || it == 0x2028 || it == 0x2029) {
                                shown.append(String.format("\\u%04x", it));
                            } else {
                                shown.append(it == '"' || it == '\\' ? "\\" : "");
                                shown.appendCodePoint(it);
                            }
                        });
        return shown.append('"').toString();
    }

    /** Whether this text may stand in canonical JSON: in NFC, and nothing below U+0020. */
    public static boolean isCanonical(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each < ' ') {
                return false;
            }
            // Everything below U+0300 is in NFC by itself.
            plain &= each < 0x300;
        }
        return plain || Normalizer.isNormalized(text, Normalizer.Form.NFC);
    }

    private void write(Node node) {
        Object value = node.value();
        if (value instanceof JsonObject) {
            writeObject(node);
        } else if (value instanceof List<?>) {
            out.write('[');
            boolean first = true;
            for (Node each : node.items()) {
                if (!first) {
                    out.write(',');
                }
                first = false;
                write(each);
            }
            out.write(']');
        } else if (value instanceof String text) {
            if (!isCanonical(text)) {
                throw node.malformed("不是 NFC 规范文本或含控制字符", "not in NFC, or with control characters");
            }
            writeText(text);
        } else {
            out.writeBytes(value.toString().getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void writeObject(Node node) {
        List<String> names = node.names().stream().sorted().toList();
        out.write('{');
        boolean first = true;
        for (String each : names) {
            if (!each.chars().allMatch(it -> it >= 0x20 && it <= 0x7e)) {
                throw node.malformed("键须为可打印 ASCII 字符", "names are printable ASCII");
            }
            if (!first) {
                out.write(',');
            }
            first = false;
            writeText(each);
            out.write(':');
            write(node.get(each));
        }
        out.write('}');
    }

    private void writeText(String text) {
        out.write('"');
        if (text.indexOf('"') >= 0 || text.indexOf('\\') >= 0) {
            text = text.replace("\\", "\\\\").replace("\"", "\\\"");
        }
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        out.write('"');
    }
}
