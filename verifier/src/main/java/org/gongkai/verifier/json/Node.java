package org.gongkai.verifier.json;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.gongkai.verifier.Refusal;
import org.jspecify.annotations.Nullable;

/** A value in a JSON text that knows where it stands, so that a refusal can name the place. */
public final class Node {
    private static final HexFormat HEX = HexFormat.of();

    private final @Nullable Node parent;
    private final Object step;
    private final Object value;

    private Node(@Nullable Node parent, Object step, Object value) {
        this.parent = parent;
        this.step = step;
        this.value = value;
    }

    /** The outermost value. */
    public static Node root(Object value) {
        return new Node(null, "", value);
    }

    /** The bare value: {@link JsonObject}, List, String, Long or Boolean. */
    public Object value() {
        return value;
    }

    /** Where it stands, as a JSON Pointer (RFC 6901). */
    public String path() {
        return parent == null ? "" : parent.path() + "/" + escaped(step.toString());
    }

    private static String escaped(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }

    /** The member of this name, which must be there. */
    public Node get(String name) {
        Node member = find(name);
        if (member == null) {
            throw Refusal.malformed(path() + "/" + escaped(name), "缺少这一项", "missing");
        }
        return member;
    }

    /** The member of this name, or null. */
    public @Nullable Node find(String name) {
        Object member = object().get(name);
        return member == null ? null : new Node(this, name, member);
    }

    /** Refuses an object with a member of another name. */
    public Node only(Set<String> allowed) {
        for (String each : object().names()) {
            if (!allowed.contains(each)) {
                throw Refusal.malformed(
                        path() + "/" + escaped(each), "多出的一项", "a member nobody asked for");
            }
        }
        return this;
    }

    /** The names of its members. */
    public List<String> names() {
        return object().names();
    }

    private JsonObject object() {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw malformed("应为对象", "an object is wanted");
    }

    /** Its items. */
    public List<Node> items() {
        if (!(value instanceof List<?> list)) {
            throw malformed("应为数组", "an array is wanted");
        }
        return new AbstractList<>() {
            @Override
            public Node get(int index) {
                return new Node(Node.this, index, list.get(index));
            }

            @Override
            public int size() {
                return list.size();
            }
        };
    }

    /** Its text. */
    public String text() {
        if (value instanceof String text) {
            return text;
        }
        throw malformed("应为字符串", "a string is wanted");
    }

    /** Its text, which must be one of these. */
    public String oneOf(String... allowed) {
        String text = text();
        if (!Arrays.asList(allowed).contains(text)) {
            String list = String.join("、", allowed);
            throw malformed("应为 " + list + " 之一", "one of " + list + " is wanted");
        }
        return text;
    }

    /**
     * An id (标识): text in canonical form, not empty, without code points Unicode has not assigned.
     */
    public String id() {
        String id = text();
        if (id.isEmpty()) {
            throw malformed("标识不能为空", "an id is not empty");
        }
        if (!Canonical.isCanonical(id)) {
            throw malformed("不是 NFC 规范文本或含控制字符", "not in NFC, or with control characters");
        }
        if (id.codePoints().anyMatch(it -> Character.getType(it) == Character.UNASSIGNED)) {
            throw malformed("含有未分配的码位", "with a code point that Unicode has not assigned");
        }
        return id;
    }

    /** Its number, from least to most. */
    public long integer(long least, long most) {
        if (value instanceof Long number && number >= least && number <= most) {
            return number;
        }
        throw malformed(
                "应为 " + least + " 至 " + most + " 的整数",
                "a whole number from " + least + " to " + most + " is wanted");
    }

    /** True or false. */
    public boolean truth() {
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw malformed("应为 true 或 false", "true or false is wanted");
    }

    /** Bytes written as lower-case hexadecimal digits, of this length. */
    public byte[] hex(int length) {
        byte[] bytes = hex();
        if (bytes.length != length) {
            throw malformed("应为 " + 2 * length + " 位十六进制数", 2 * length + " hex digits are wanted");
        }
        return bytes;
    }

    /** Bytes written as lower-case hexadecimal digits. */
    public byte[] hex() {
        String text = text();
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789abcdef".indexOf(text.charAt(i)) < 0) {
                throw malformed("应为小写十六进制数", "lower-case hexadecimal digits are wanted");
            }
        }
        if (text.length() % 2 == 1) {
            throw malformed("十六进制数应为偶数位", "an even number of hexadecimal digits is wanted");
        }
        return HEX.parseHex(text);
    }

    /** What is said of this place when it does not have the form it should have. */
    public Refusal malformed(String chinese, String english) {
        return Refusal.malformed(path(), chinese, english);
    }

    /** What is said of this place when something else stands here than what was computed. */
    public Refusal differs(String expected, String chinese, String english) {
        return Refusal.differs(path(), expected, Canonical.show(value), chinese, english);
    }
}
