package org.gongkai.verifier.testing;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gongkai.verifier.json.JsonObject;
import org.gongkai.verifier.json.JsonReader;
import org.gongkai.verifier.json.Node;

/** The published vectors, and copies of JSON values with something changed. */
public final class Vectors {
    private Vectors() {}

    /** The bytes of one of the files. */
    public static byte[] bytes(String name) {
        try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** One of the files, read as the verifier reads. */
    public static Node json(String name) {
        return JsonReader.read(bytes(name));
    }

    /** The published example of a draw. */
    public static Object example() {
        return json("vdraw-open-small-sha256.json").value();
    }

    /** One of the Merkle proofs of others, whose files hold null and numbers up to 2^64. */
    public record Raw(Node node) {
        /** A text. */
        public String text(String name) {
            return node.get(name).text();
        }

        /** A number; those above 2^63 become negative. */
        public long number(String name) {
            Object value = node.get(name).value();
            return value instanceof String text ? new BigInteger(text).longValue() : (Long) value;
        }

        /** Bytes in Base64. */
        public byte[] bytes(String name) {
            return Base64.getDecoder().decode(text(name));
        }

        /** Hashes in Base64. */
        public List<byte[]> hashes(String name) {
            return node.get(name).items().stream()
                    .map(it -> Base64.getDecoder().decode(it.text()))
                    .toList();
        }

        /** Whether the proof has to be refused. */
        public boolean fails() {
            return node.get("wantErr").truth();
        }
    }

    /** The Merkle proofs of a file; null stands for an empty list there. */
    public static List<Raw> raw(String name) {
        String text =
                new String(bytes(name), java.nio.charset.StandardCharsets.UTF_8)
                        .replace(": null", ": []")
                        .replaceAll(": (\\d{17,})", ": \"$1\"");
        return JsonReader.read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .items()
                .stream()
                .map(Raw::new)
                .toList();
    }

    /** The value at a JSON Pointer. */
    public static Object at(Object root, String path) {
        Object value = root;
        for (String each : path.substring(1).split("/")) {
            String step = each.replace("~1", "/").replace("~0", "~");
            value =
                    value instanceof List<?> list
                            ? list.get(Integer.parseInt(step))
                            : Objects.requireNonNull(((JsonObject) value).get(step));
        }
        return value;
    }

    /** A copy with what stands at a JSON Pointer replaced, or taken out by null. */
    public static Object with(Object root, String path, Object replacement) {
        return replaced(root, "", path, replacement);
    }

    /** A copy with one more member in the object at a JSON Pointer. */
    public static Object plus(Object root, String path, String name, Object value) {
        Object object = path.isEmpty() ? root : at(root, path);
        var copy = (JsonObject) with(object, "/", null);
        copy.add(name, value);
        return with(root, path, copy);
    }

    private static Object replaced(Object value, String here, String path, Object replacement) {
        if (here.equals(path)) {
            return replacement;
        }
        if (value instanceof JsonObject object) {
            var copy = new JsonObject();
            for (String each : object.names()) {
                String step = "/" + each.replace("~", "~0").replace("/", "~1");
                Object member = replaced(object.get(each), here + step, path, replacement);
                if (member != null) {
                    copy.add(each, member);
                }
            }
            return copy;
        }
        if (value instanceof List<?> list) {
            var copy = new ArrayList<Object>();
            for (int i = 0; i < list.size(); i++) {
                Object item = replaced(list.get(i), here + "/" + i, path, replacement);
                if (item != null) {
                    copy.add(item);
                }
            }
            return copy;
        }
        return value;
    }

    /** The JSON Pointers of all values below and with this one. */
    public static List<String> nodes(Node node) {
        return Stream.concat(
                        Stream.of(node.path()),
                        children(node).stream().flatMap(it -> nodes(it).stream()))
                .toList();
    }

    /** The JSON Pointers of all texts, numbers and truths. */
    public static List<String> leaves(Node node) {
        List<Node> children = children(node);
        boolean isLeaf = !(node.value() instanceof JsonObject || node.value() instanceof List<?>);
        return isLeaf
                ? List.of(node.path())
                : children.stream().flatMap(it -> leaves(it).stream()).toList();
    }

    private static List<Node> children(Node node) {
        if (node.value() instanceof JsonObject) {
            return node.names().stream().map(node::get).toList();
        }
        return node.value() instanceof List<?> ? node.items() : List.of();
    }
}
