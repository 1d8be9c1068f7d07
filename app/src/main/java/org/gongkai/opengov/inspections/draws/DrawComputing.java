package org.gongkai.opengov.inspections.draws;

import java.util.Objects;
import java.util.function.IntConsumer;
import org.gongkai.platform.draw.Draw;
import org.gongkai.platform.draw.DrawProgress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Draws by what was frozen and disclosed (复算), as often as it is asked for, always the same. */
@Component
class DrawComputing {
    private final FrozenLists lists;
    private final Disclosures disclosures;
    private final TransactionTemplate transaction;

    DrawComputing(FrozenLists lists, Disclosures disclosures, TransactionTemplate transaction) {
        this.lists = lists;
        this.disclosures = disclosures;
        this.transaction = transaction;
    }

    /** The draw. */
    Draw compute(InspectionDraw draw) {
        return compute(draw, _ -> {}, DrawProgress.UNSEEN);
    }

    /**
     * The draw.
     *
     * @param read told how many records were read
     * @param computing told how far the draw has come
     * @throws org.gongkai.platform.commitments.CommitmentRefused if the lists are not those that
     *     the manifest binds, or a source is not what was announced
     */
    Draw compute(InspectionDraw draw, IntConsumer read, DrawProgress computing) {
        var id = draw.id();
        var frozen = lists.manifest(id).orElseThrow();
        // Rows come in parts only within a transaction.
        var directories =
                Objects.requireNonNull(transaction.execute(_ -> lists.directories(id, read)));
        return Draw.of(
                frozen.manifest(),
                directories,
                disclosures.of(id),
                lists.secret(id).orElse(null),
                computing);
    }
}
