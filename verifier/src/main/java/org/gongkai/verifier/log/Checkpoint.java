package org.gongkai.verifier.log;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkai.verifier.Refusal;
import org.gongkai.verifier.hash.Suite;

/** The signed head of the log (检查点): who, how large, which root. c2sp.org/tlog-checkpoint. */
public final class Checkpoint {
    private final Note note;
    private final String origin;
    private final long size;
    private final byte[] root;

    private Checkpoint(Note note, String origin, long size, byte[] root) {
        this.note = note;
        this.origin = origin;
        this.size = size;
        this.root = root;
    }

    /** Reads a checkpoint; its signatures are not checked yet. */
    public static Checkpoint read(String text) {
        Note note = Note.read(text);
        String[] lines = note.text().split("\n", -1);
        if (lines.length < 4 || lines[0].isEmpty() || !lines[1].matches("0|[1-9]\\d{0,17}")) {
            throw malformed();
        }
        for (int i = 0; i < lines.length - 1; i++) {
            if (lines[i].isEmpty()) {
                throw malformed();
            }
        }
        byte[] root = Note.base64(lines[2]);
        if (root.length != Suite.LENGTH) {
            throw malformed();
        }
        return new Checkpoint(note, lines[0], Long.parseLong(lines[1]), root);
    }

    private static Refusal malformed() {
        return Refusal.malformed(
                "", "检查点格式错误", "not a checkpoint: origin, size and root are wanted");
    }

    String origin() {
        return origin;
    }

    long size() {
        return size;
    }

    byte[] root() {
        return root.clone();
    }

    /** The text that is signed. */
    String text() {
        return note.text();
    }

    /** Checks that the log signed it, and every other line of a key we know. */
    Checkpoint verify(List<NoteKey> keys) {
        boolean byTheLog =
                note.verified(keys).stream()
                        .anyMatch(it -> !it.key().isWitness() && it.key().name().equals(origin));
        if (!byTheLog) {
            throw Refusal.forged(
                    "",
                    "检查点没有日志 " + origin + " 的有效签名",
                    "the log " + origin + " has not signed this checkpoint");
        }
        return this;
    }

    /**
     * When the checkpoint had been seen by a quorum (见证时间): the quorum-th smallest of the times of
     * its cosignatures; each witness counts once.
     */
    Optional<Instant> witnessed(List<NoteKey> keys, int quorum) {
        return note.verified(keys).stream()
                .filter(it -> it.key().isWitness())
                .collect(
                        java.util.stream.Collectors.toMap(
                                it -> it.key().name(),
                                it -> Cosignature.read(it.signature()).at(),
                                (one, other) -> one.isBefore(other) ? one : other))
                .values()
                .stream()
                .sorted()
                .skip(Math.max(0, quorum - 1))
                .findFirst();
    }

    /** Names of the witnesses who cosigned. */
    long witnesses(List<NoteKey> keys) {
        return note.verified(keys).stream()
                .filter(it -> it.key().isWitness())
                .map(it -> it.key().name())
                .distinct()
                .count();
    }
}
