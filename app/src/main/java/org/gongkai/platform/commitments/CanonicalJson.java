package org.gongkai.platform.commitments;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Canonical JSON (规范 JSON, CJ): RFC 8785 without fractions and null, so that one value has one
 * text.
 *
 * <p>Objects have printable ASCII keys in ascending order; strings are composed (NFC) without
 * control characters; integers lie within 2^53-1; no space; only {@code "} and {@code \} are
 * escaped; UTF-8.
 */
public final class CanonicalJson {
    private CanonicalJson() {}

    /** The one text of this value: maps, lists, strings, whole numbers and booleans. */
    public static byte[] write(Object value) {
        var text = new StringBuilder(128);
        append(value, true, text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** An object with the same keys and values, in order. */
    public static SortedMap<String, Object> object(Map<String, ?> values) {
        var object = object();
        object.putAll(values);
        return object;
    }

    /** As {@link #write}, but with keys of any signs: a bundle names strata by keys. */
    public static String text(Object value) {
        var text = new StringBuilder(128);
        append(value, false, text);
        return text.toString();
    }

    /** The value of a text that has to be canonical to the byte. */
    public static Object read(byte[] text) {
        return read(text, Path.ROOT);
    }

    /** As {@link #read(byte[])}, for a text that is a part of something. */
    public static Object read(byte[] text, Path path) {
        var value = JsonReader.read(text, path);
        if (!Arrays.equals(write(value), text)) {
            throw CommitmentRefused.at(path, CommitmentFault.NOT_CANONICAL);
        }
        return value;
    }

    /** An object with these keys and values in turn; more may be put in. */
    public static SortedMap<String, Object> object(Object... keysAndValues) {
        var object = new TreeMap<String, Object>(CanonicalText.BY_BYTES);
        for (var at = 0; at < keysAndValues.length; at += 2) {
            object.put((String) keysAndValues[at], keysAndValues[at + 1]);
        }
        return object;
    }

    private static void append(Object value, boolean printable, StringBuilder text) {
        switch (value) {
            case Map<?, ?> map -> appendObject(map, printable, text);
            case List<?> list -> appendArray(list, printable, text);
            case String string -> appendString(string, text);
            case Integer number -> text.append(number.intValue());
            case Long number when Math.abs(number) <= JsonReader.LARGEST ->
                    text.append(number.longValue());
            case Boolean truth -> text.append(truth.booleanValue());
            default -> throw CommitmentRefused.at(Path.ROOT, CommitmentFault.NOT_CANONICAL, value);
        }
    }

    private static void appendObject(Map<?, ?> map, boolean printable, StringBuilder text) {
        text.append('{');
        var separator = "";
        for (var each : (map instanceof SortedMap<?, ?> ? map : new TreeMap<>(map)).entrySet()) {
            text.append(separator);
            separator = ",";
            var key = (String) each.getKey();
            appendString(printable ? requirePrintable(key) : key, text);
            append(each.getValue(), printable, text.append(':'));
        }
        text.append('}');
    }

    private static void appendArray(List<?> list, boolean printable, StringBuilder text) {
        text.append('[');
        var separator = "";
        for (var each : list) {
            text.append(separator);
            separator = ",";
            append(each, printable, text);
        }
        text.append(']');
    }

    private static void appendString(String string, StringBuilder text) {
        CanonicalText.require(string, Path.ROOT);
        text.append('"');
        for (var at = 0; at < string.length(); at++) {
            var unit = string.charAt(at);
            if (unit == '"' || unit == '\\') {
                text.append('\\');
            }
            text.append(unit);
        }
        text.append('"');
    }

    private static String requirePrintable(String key) {
        if (key.chars().anyMatch(it -> it < 0x20 || it > 0x7e)) {
            throw CommitmentRefused.at(Path.ROOT, CommitmentFault.NOT_CANONICAL, key);
        }
        return key;
    }
}
