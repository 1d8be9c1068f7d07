package org.gongkai.verifier.log;

import java.util.List;
import org.gongkai.verifier.Refusal;
import org.gongkai.verifier.hash.MerkleTree;
import org.gongkai.verifier.hash.Suite;
import org.jspecify.annotations.Nullable;

/**
 * What a log asks a witness (见证请求): an old size, the proof that the log only grew since, and the
 * new checkpoint. c2sp.org/tlog-witness, {@code add-checkpoint}; plain text, so it travels as a
 * file.
 */
public record AddCheckpoint(long oldSize, List<byte[]> proof, Checkpoint checkpoint) {
    private static final int MOST_HASHES = 63;

    /** Whether a text begins as a request does. */
    public static boolean isOne(String text) {
        return text.startsWith("old ");
    }

    /** Reads a request; nothing of it is checked yet. */
    public static AddCheckpoint read(String text) {
        int blank = text.indexOf("\n\n");
        List<String> lines =
                blank < 0 ? List.of() : List.of(text.substring(0, blank).split("\n", -1));
        if (lines.isEmpty()
                || !lines.get(0).matches("old (0|[1-9]\\d{0,17})")
                || lines.size() > MOST_HASHES + 1) {
            throw Refusal.malformed("", "不是见证请求", "not an add-checkpoint request");
        }
        var checkpoint = Checkpoint.read(text.substring(blank + 2));
        long oldSize = Long.parseLong(lines.get(0).substring("old ".length()));
        if (oldSize > checkpoint.size()) {
            throw Refusal.malformed("", "原大小超过检查点", "the old size is beyond the checkpoint");
        }
        return new AddCheckpoint(
                oldSize, lines.stream().skip(1).map(Note::base64).toList(), checkpoint);
    }

    /**
     * Checks that the old checkpoint is the beginning of the new one; null where there is none yet.
     */
    void verifyGrowthFrom(@Nullable Checkpoint old) {
        boolean grows =
                old == null
                        ? oldSize == 0 && proof.isEmpty()
                        : MerkleTree.isConsistent(
                                Suite.SHA256,
                                oldSize,
                                old.root(),
                                checkpoint.size(),
                                checkpoint.root(),
                                proof);
        if (!grows) {
            throw Refusal.forged(
                    "",
                    "新检查点不是从旧检查点增长而来：历史被改写",
                    "the new checkpoint does not grow out of the old one: history was rewritten");
        }
    }
}
