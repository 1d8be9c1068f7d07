package org.gongkai.verifier.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongkai.verifier.Refusal;
import org.gongkai.verifier.hash.MerkleTree;
import org.gongkai.verifier.hash.Suite;
import org.jspecify.annotations.Nullable;

/** The receipt of a leaf (收据): its place, its proof and a checkpoint. c2sp.org/tlog-proof@v1. */
public final class LogProof {
    private static final String FIRST = "c2sp.org/tlog-proof@v1";

    private final byte @Nullable [] extra;
    private final long index;
    private final List<byte[]> hashes;
    private final Checkpoint checkpoint;

    private LogProof(
            byte @Nullable [] extra, long index, List<byte[]> hashes, Checkpoint checkpoint) {
        this.extra = extra;
        this.index = index;
        this.hashes = hashes;
        this.checkpoint = checkpoint;
    }

    /** Whether a text begins as a proof does. */
    public static boolean isOne(String text) {
        return text.startsWith(FIRST + "\n");
    }

    /** Reads a proof; nothing of it is checked yet. */
    public static LogProof read(String text) {
        int blank = text.indexOf("\n\n");
        if (!isOne(text) || blank < 0) {
            throw malformed();
        }
        var lines = new ArrayList<>(List.of(text.substring(0, blank).split("\n", -1)));
        lines.remove(0);
        byte[] extra = null;
        if (!lines.isEmpty() && lines.get(0).startsWith("extra ")) {
            extra = Note.base64(lines.remove(0).substring("extra ".length()));
        }
        if (lines.isEmpty() || !lines.get(0).matches("index (0|[1-9]\\d{0,17})")) {
            throw malformed();
        }
        long index = Long.parseLong(lines.remove(0).substring("index ".length()));
        return new LogProof(
                extra,
                index,
                lines.stream().map(Note::base64).toList(),
                Checkpoint.read(text.substring(blank + 2)));
    }

    private static Refusal malformed() {
        return Refusal.malformed("", "不是日志收据", "not a " + FIRST + " file");
    }

    /** Data that came along, which no signature covers. */
    byte @Nullable [] extra() {
        return extra == null ? null : extra.clone();
    }

    long index() {
        return index;
    }

    Checkpoint checkpoint() {
        return checkpoint;
    }

    /** Checks that this leaf stands in the log at its place. */
    public LogProof verify(byte[] leaf) {
        byte[] root =
                MerkleTree.rootByInclusion(
                        Suite.SHA256,
                        index,
                        checkpoint.size(),
                        MerkleTree.leafHash(Suite.SHA256, leaf),
                        hashes);
        if (root == null || !Arrays.equals(root, checkpoint.root())) {
            throw Refusal.forged(
                    "",
                    "日志第 " + index + " 条不是这一条：路径与检查点的根不符",
                    "entry "
                            + index
                            + " of the log is not this one: the proof does not lead to the root");
        }
        return this;
    }

    /** Checks that the log signed its checkpoint, and every other line of a key we know. */
    public LogProof verify(List<NoteKey> keys) {
        checkpoint.verify(keys);
        return this;
    }
}
