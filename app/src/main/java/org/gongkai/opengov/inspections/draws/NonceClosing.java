package org.gongkai.opengov.inspections.draws;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.draw.RevealSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends the witnesses' time (见证数截止), rule C1: who has not opened the number by then is absent,
 * before the dice fall, so that holding back gains nothing.
 */
@Component
class NonceClosing {
    private static final String OPENED = "reveal";

    /** What a leaf says that was written too late to be a witness's word. */
    private static final String ABSENT = "absent";

    private final Draws draws;
    private final FrozenLists lists;
    private final Disclosures disclosures;
    private final DrawRecorder recorder;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NonceClosing(
            Draws draws,
            FrozenLists lists,
            Disclosures disclosures,
            DrawRecorder recorder,
            TransactionTemplate transaction,
            Clock clock) {
        this.draws = draws;
        this.lists = lists;
        this.disclosures = disclosures;
        this.recorder = recorder;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Looks for draws whose witnesses have had their time. */
    @Scheduled(fixedDelay = 5_000, initialDelay = 5_000)
    void sweep() {
        draws.noncesOver(clock.instant())
                .forEach(
                        id ->
                                transaction.executeWithoutResult(
                                        _ -> draws.locked(id).ifPresent(this::closeIfOver)));
    }

    /**
     * Ends the time of this draw's witnesses if it is over; within the transaction of the caller.
     */
    InspectionDraw closeIfOver(InspectionDraw draw) {
        var now = clock.instant();
        if (draw.state() != DrawState.FROZEN || now.isBefore(draw.announcement().noncesUntil())) {
            return draw;
        }
        var frozen = lists.manifest(draw.id()).orElseThrow();
        var opened = disclosures.of(draw.id());
        for (var each : Manifests.witnesses(frozen.manifest())) {
            if (!opened.containsKey(each.id())) {
                absent(draw, frozen.hash(), each, now);
            }
        }
        draws.move(draw, DrawState.NONCES_IN);
        return draws.find(draw.id()).orElseThrow();
    }

    private void absent(InspectionDraw draw, String hash, RevealSource witness, Instant now) {
        Map<String, Object> value = CanonicalJson.object("absent", true);
        disclosures.add(draw.id(), witness.id(), value, now);
        var inTime = now.isBefore(draw.announcement().firstSource());
        recorder.record(
                draw,
                new DrawRecorder.Step(
                        DrawEvent.Kind.ABSENT,
                        witness.id(),
                        "",
                        null,
                        DrawRecorder.of(draw, hash)
                                .disclosed(witness.id(), inTime ? OPENED : ABSENT, value)));
    }
}
