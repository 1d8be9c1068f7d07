package org.gongkai.platform.transparencylog;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How heads come to be confirmed by witnesses (见证): the request that is sent or carried to them,
 * c2sp.org/tlog-witness {@code add-checkpoint}, and their answers, none of which is kept unchecked.
 */
@Component
class Witnessing {
    /** An answer may be to one of so many requests past. */
    private static final int REQUESTS = 5_000;

    private final Checkpoints checkpoints;
    private final Tiles tiles;
    private final Witnesses witnesses;
    private final Clock clock;

    Witnessing(Checkpoints checkpoints, Tiles tiles, Witnesses witnesses, Clock clock) {
        this.checkpoints = checkpoints;
        this.tiles = tiles;
        this.witnesses = witnesses;
        this.clock = clock;
    }

    /**
     * What a witness that has last seen {@code old} leaves is asked; empty while there is no head.
     */
    Optional<String> request(long old) {
        return checkpoints.newest().filter(it -> old <= it.size()).map(it -> request(old, it));
    }

    private String request(long old, SignedHead head) {
        var request = new StringBuilder("old ").append(old).append('\n');
        for (var hash : tiles.tree().consistency(old, head.size())) {
            request.append(Base64Text.write(hash)).append('\n');
        }
        return request.append('\n').append(head.note()).toString();
    }

    /**
     * Takes in what a witness answered, if one of its lines is its own genuine signature under a
     * head of ours that it had not confirmed.
     *
     * @return the size of that head
     */
    Optional<Long> take(Witness witness, String answer) {
        var key = NoteKey.readWitness(witness.key()).orElseThrow();
        var lines =
                SignedNote.readLines(answer.replace("\r\n", "\n").strip() + "\n")
                        .orElse(List.of())
                        .stream()
                        .filter(it -> it.isOf(key))
                        .toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        for (var head : checkpoints.above(Math.max(0, witness.seen() - 1), REQUESTS)) {
            for (var line : lines) {
                if (key.verifies(head.text(), line.signature())) {
                    witnesses.keep(cosigned(head, witness, key, line), clock.instant());
                    return Optional.of(head.size());
                }
            }
        }
        return Optional.empty();
    }

    /** When enough witnesses had seen this head: the quorum-th smallest of their times (见证时间). */
    Optional<Instant> witnessedAt(long size) {
        return witnesses.under(size).stream()
                .map(Witnesses.Cosigned::seenAt)
                .sorted()
                .skip(witnesses.quorum() - 1L)
                .findFirst();
    }

    private static Witnesses.Cosigned cosigned(
            SignedHead head, Witness witness, NoteKey key, SignedNote.Line line) {
        var seen = Cosignature.read(line.signature()).orElseThrow().at();
        return new Witnesses.Cosigned(
                head.size(),
                witness.id(),
                witness.name(),
                seen,
                SignedNote.line(key, line.signature()));
    }
}
