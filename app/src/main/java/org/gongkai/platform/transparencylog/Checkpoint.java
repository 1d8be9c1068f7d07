package org.gongkai.platform.transparencylog;

import java.util.Optional;

/** The head of the log (检查点): whose, how large, which root. c2sp.org/tlog-checkpoint. */
record Checkpoint(String origin, long size, byte[] root) {
    private static final int ROOT = 32;

    /** The text that is signed. */
    String text() {
        return origin + "\n" + size + "\n" + Base64Text.write(root) + "\n";
    }

    /** Reads the text of a signed note; empty if it is no checkpoint. */
    static Optional<Checkpoint> read(String text) {
        var lines = text.split("\n", -1);
        if (lines.length < 4 || lines[0].isEmpty() || !lines[1].matches("0|[1-9]\\d{0,17}")) {
            return Optional.empty();
        }
        return Base64Text.read(lines[2])
                .filter(it -> it.length == ROOT)
                .map(it -> new Checkpoint(lines[0], Long.parseLong(lines[1]), it));
    }
}
