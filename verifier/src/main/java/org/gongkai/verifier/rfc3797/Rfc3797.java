package org.gongkai.verifier.rfc3797;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.verifier.hash.Suite;
import org.gongkai.verifier.json.Canonical;
import org.gongkai.verifier.json.JsonReader;
import org.gongkai.verifier.json.Node;
import org.jspecify.annotations.Nullable;

/**
 * The publicly verifiable selection of RFC 3797: MD5 over the key between two copies of a running
 * number, modulo those who are left. The best-known ancestor of {@code vdraw/1}; recomputing its
 * examples shows that hash, bytes and counting are right here.
 */
public final class Rfc3797 {
    private static final int LARGEST_POOL = 65_535;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Rfc3797() {}

    /** One of those selected: the hash, how many were left, and the place in the pool from 1. */
    record Row(String md5, int left, int selected) {}

    /**
     * Recomputes a selection, or the list of them under {@code cases}: {@code n} (or {@code pool}),
     * {@code k}, and {@code key} (or {@code key_string}) or {@code values} (or {@code sources});
     * and holds it against {@code rows} or {@code selected}, if there are any.
     *
     * @return the places selected, of each selection
     */
    public static List<List<Integer>> recompute(Node file) {
        Node cases = file.find("cases");
        return cases == null
                ? List.of(selection(file))
                : cases.items().stream().map(Rfc3797::selection).toList();
    }

    private static List<Integer> selection(Node node) {
        node.only(
                Set.of(
                        "name",
                        "names",
                        "n",
                        "pool",
                        "k",
                        "key",
                        "key_string",
                        "values",
                        "sources",
                        "rows",
                        "selected"));
        int n = (int) either(node, "n", "pool").integer(1, LARGEST_POOL);
        @Nullable Node rows = node.find("rows");
        @Nullable Node selected = node.find("selected");
        @Nullable Node claimed = rows == null ? selected : rows;
        @Nullable Node k = node.find("k");
        int count =
                k == null && claimed != null
                        ? claimed.items().size()
                        : (int) node.get("k").integer(1, n);
        List<Row> computed = rows(key(node), n, Math.min(count, n));
        if (claimed != null) {
            compare(claimed, computed, claimed == rows);
        }
        return computed.stream().map(Row::selected).toList();
    }

    private static Node either(Node node, String name, String other) {
        Node first = node.find(name);
        return first == null ? node.get(other) : first;
    }

    private static String key(Node node) {
        @Nullable Node key = node.find(node.find("key") == null ? "key_string" : "key");
        @Nullable Node values = node.find(node.find("values") == null ? "sources" : "values");
        if (values == null) {
            return (key == null ? node.get("key") : key).text();
        }
        String text = values.items().stream().map(Rfc3797::group).collect(Collectors.joining());
        if (key != null && !key.text().equals(text)) {
            throw key.differs(Canonical.show(text), "密钥串与各随机源不一致", "the key of these values");
        }
        return text;
    }

    private static String group(Node values) {
        List<Node> numbers = values.value() instanceof List<?> ? values.items() : List.of(values);
        return numbers.stream()
                        .map(it -> it.integer(0, JsonReader.LARGEST))
                        .sorted()
                        .map(it -> it + ".")
                        .collect(Collectors.joining())
                + "/";
    }

    static List<Row> rows(String key, int n, int k) {
        List<Integer> left = new ArrayList<>();
        for (int i = 1; i <= n; i++) {
            left.add(i);
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            byte[] md5 = md5(i, Suite.utf8(key));
            int divisor = left.size();
            int place = new BigInteger(1, md5).mod(BigInteger.valueOf(divisor)).intValue();
            rows.add(new Row(HEX.formatHex(md5), divisor, left.remove(place)));
        }
        return rows;
    }

    private static byte[] md5(int round, byte[] key) {
        byte[] number = {(byte) (round >>> 8), (byte) round};
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            digest.update(number);
            digest.update(key);
            return digest.digest(number);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static void compare(Node claimed, List<Row> computed, boolean withHashes) {
        List<Node> items = claimed.items();
        if (items.size() != computed.size()) {
            throw claimed.differs("[" + computed.size() + "]", "抽取人数不一致", "how many are selected");
        }
        for (int i = 0; i < items.size(); i++) {
            Node item = items.get(i);
            Row row = computed.get(i);
            if (withHashes) {
                item.only(Set.of("index", "md5", "div", "selected"));
                equal(item.get("index"), (long) i + 1);
                equal(item.get("md5"), row.md5());
                equal(item.get("div"), (long) row.left());
                equal(item.get("selected"), (long) row.selected());
            } else {
                equal(item, (long) row.selected());
            }
        }
    }

    private static void equal(Node actual, Object expected) {
        if (!Objects.equals(actual.value(), expected)) {
            throw actual.differs(Canonical.show(expected), "与重新计算不一致", "not what is computed");
        }
    }
}
