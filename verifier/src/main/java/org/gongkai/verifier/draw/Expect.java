package org.gongkai.verifier.draw;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.gongkai.verifier.json.Canonical;
import org.gongkai.verifier.json.Node;

/** Holds what stands in a bundle against what was computed, and names the first difference. */
final class Expect {
    private static final HexFormat HEX = HexFormat.of();

    private Expect() {}

    static void hex(Node actual, byte[] expected, String chinese, String english) {
        if (!Arrays.equals(actual.hex(expected.length), expected)) {
            throw actual.differs(Canonical.show(HEX.formatHex(expected)), chinese, english);
        }
    }

    static void integer(Node actual, long expected, String chinese, String english) {
        if (actual.integer(0, Long.MAX_VALUE) != expected) {
            throw actual.differs(Long.toString(expected), chinese, english);
        }
    }

    static void text(Node actual, String expected, String chinese, String english) {
        if (!actual.text().equals(expected)) {
            throw actual.differs(Canonical.show(expected), chinese, english);
        }
    }

    /** Texts in their order. */
    static void texts(Node actual, List<String> expected, String chinese, String english) {
        List<Node> items = actual.items();
        for (int i = 0; i < Math.min(items.size(), expected.size()); i++) {
            text(items.get(i), expected.get(i), chinese, english);
        }
        size(actual, expected.size(), chinese, english);
    }

    /** How many items there are. */
    static void size(Node actual, int expected, String chinese, String english) {
        if (actual.items().size() != expected) {
            throw actual.differs("[" + expected + "]", chinese, english);
        }
    }
}
