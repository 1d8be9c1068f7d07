package org.gongkai.verifier.draw;

import java.math.BigInteger;
import java.util.Set;
import org.gongkai.verifier.json.JsonReader;
import org.gongkai.verifier.json.Node;

/**
 * How many of a stratum are drawn (抽取数): {@code max(min, ceil(of * num / den))}, never more than
 * there are. A fixed count is {@code min} alone.
 */
record Quota(long least, Of of, long num, long den) {
    /** What the ratio is taken of. */
    enum Of {
        NOTHING,
        RECORDS,
        OFFICERS
    }

    static final Quota NONE = new Quota(0, Of.NOTHING, 0, 1);

    static Quota read(Node node) {
        String kind = node.get("kind").oneOf("count", "ratio", "per_officer");
        if (kind.equals("count")) {
            node.only(Set.of("kind", "n"));
            return new Quota(number(node.get("n"), 0), Of.NOTHING, 0, 1);
        }
        node.only(Set.of("kind", "num", "den", "min"));
        Node least = node.find("min");
        return new Quota(
                least == null ? 0 : number(least, 0),
                kind.equals("ratio") ? Of.RECORDS : Of.OFFICERS,
                number(node.get("num"), 0),
                number(node.get("den"), 1));
    }

    private static long number(Node node, long least) {
        return node.integer(least, JsonReader.LARGEST);
    }

    /** How many are drawn of so many records, with so many officers. */
    int of(int records, int officers) {
        long of = this.of == Of.OFFICERS ? officers : this.of == Of.RECORDS ? records : 0;
        BigInteger[] parts =
                BigInteger.valueOf(of)
                        .multiply(BigInteger.valueOf(num))
                        .divideAndRemainder(BigInteger.valueOf(den));
        BigInteger share = parts[0].add(BigInteger.valueOf(parts[1].signum()));
        return share.max(BigInteger.valueOf(least)).min(BigInteger.valueOf(records)).intValue();
    }
}
