package org.gongkai.platform.commitments;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The fields of an object read from JSON (字段): each of its kind, none unknown. */
public record Fields(Map<String, Object> values, Path path) {

    /** The fields of this value, of which there may be no others. */
    public static Fields of(Object value, Path path, List<String> known) {
        var fields = any(value, path);
        for (var key : fields.values.keySet()) {
            if (!known.contains(key)) {
                throw CommitmentRefused.at(path.at(key), CommitmentFault.UNKNOWN_KEY, key);
            }
        }
        return fields;
    }

    /** The fields of this value, whatever their names. */
    public static Fields any(Object value, Path path) {
        if (!(value instanceof Map<?, ?> map)) {
            throw wrongType(value, path);
        }
        var values = new TreeMap<String, Object>(CanonicalText.BY_BYTES);
        map.forEach((key, each) -> values.put((String) key, each));
        return new Fields(values, path);
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public Object value(String key) {
        var value = values.get(key);
        if (value == null) {
            throw CommitmentRefused.at(path.at(key), CommitmentFault.MISSING);
        }
        return value;
    }

    public String text(String key) {
        return asText(value(key), path.at(key));
    }

    public @Nullable String textIfAny(String key) {
        return has(key) ? text(key) : null;
    }

    /** A name, which may not be empty. */
    public String id(String key) {
        return CanonicalText.requireId(text(key), path.at(key));
    }

    public boolean truth(String key) {
        if (!(value(key) instanceof Boolean truth)) {
            throw wrongType(value(key), path.at(key));
        }
        return truth;
    }

    public long number(String key, long least, long most) {
        return asNumber(value(key), least, most, path.at(key));
    }

    public @Nullable Integer numberIfAny(String key, int least, int most) {
        return has(key) ? (Integer) (int) number(key, least, most) : null;
    }

    public List<Object> list(String key) {
        return asList(value(key), path.at(key));
    }

    public List<String> texts(String key) {
        var list = list(key);
        var texts = new String[list.size()];
        for (var at = 0; at < texts.length; at++) {
            texts[at] = asText(list.get(at), path.at(key).at(at));
        }
        return List.of(texts);
    }

    /** Lower-case hexadecimal digits of so many bytes. */
    public byte[] hex(String key, int bytes) {
        var hex = hex(key);
        if (hex.length != bytes) {
            throw CommitmentRefused.at(path.at(key), CommitmentFault.NOT_HEX, text(key));
        }
        return hex;
    }

    /** Lower-case hexadecimal digits of any number of bytes. */
    public byte[] hex(String key) {
        var text = text(key);
        var digits = text.chars().allMatch(it -> it >= '0' && it <= '9' || it >= 'a' && it <= 'f');
        if (!digits || text.length() % 2 != 0) {
            throw CommitmentRefused.at(path.at(key), CommitmentFault.NOT_HEX, text);
        }
        return HexFormat.of().parseHex(text);
    }

    public CommitmentRefused refused(String key, Fault fault) {
        return CommitmentRefused.at(path.at(key), fault, Difference.shown(value(key)));
    }

    public static String asText(Object value, Path path) {
        if (!(value instanceof String text)) {
            throw wrongType(value, path);
        }
        return text;
    }

    public static long asNumber(Object value, long least, long most, Path path) {
        if (!(value instanceof Long number)) {
            throw wrongType(value, path);
        }
        if (number < least || number > most) {
            throw new CommitmentRefused(
                    CommitmentFault.OUT_OF_RANGE, path, least + ".." + most, number.toString());
        }
        return number;
    }

    @SuppressWarnings("unchecked")
    public static List<Object> asList(Object value, Path path) {
        if (!(value instanceof List<?> list)) {
            throw wrongType(value, path);
        }
        return (List<Object>) list;
    }

    private static CommitmentRefused wrongType(Object value, Path path) {
        return CommitmentRefused.at(path, CommitmentFault.WRONG_TYPE, Difference.shown(value));
    }
}
