package org.gongkai.opengov.inspections.draws;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has the draw computed (抽取). Once the sources are in a result is owed: a computation that failed
 * or was stopped is begun again, and gives the same (C3).
 */
@Service
public class DrawingDesk {
    /** So many units are drawn from at once; more by a computation that shows how far it is. */
    private static final int AT_ONCE = 20_000;

    private final Draws draws;
    private final DrawRuns runs;
    private final FrozenLists lists;
    private final Drawing drawing;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DrawingDesk(
            Draws draws,
            DrawRuns runs,
            FrozenLists lists,
            Drawing drawing,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.draws = draws;
        this.runs = runs;
        this.lists = lists;
        this.drawing = drawing;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Asks for the draw, and draws at once where that takes no time. */
    public void draw(Actor by, long seq, @Nullable Long version) {
        var asked = Objects.requireNonNull(transaction.execute(_ -> ask(by, seq, version)));
        if (lists.entities(asked.id()) <= AT_ONCE) {
            drawing.work(asked.id());
        }
    }

    /** Stops the computation; it can be asked for again. */
    public void stop(Actor by, long seq) {
        InspectionRights.mustKeep(by);
        var id =
                transaction.execute(
                        _ -> {
                            var draw = draws.find(by.agency(), seq).orElseThrow(Refusal::notFound);
                            if (!runs.end(draw.id(), DrawRun.State.STOPPED, "", clock.instant())) {
                                throw DrawRefusals.notNow(draw, "not-running");
                            }
                            audit.record(
                                    by,
                                    "inspections.draw-stopped",
                                    DrawDesk.subject(draw),
                                    Map.of(),
                                    Map.of());
                            return draw.id();
                        });
        if (id != null) {
            drawing.stop(id);
        }
    }

    /** How far the computation is; empty where none was asked for. */
    @Transactional(readOnly = true)
    public Optional<DrawRun> run(Actor by, long seq) {
        DrawRights.mustRead(by);
        return runs.find(draws.find(by.agency(), seq).orElseThrow(Refusal::notFound).id());
    }

    private InspectionDraw ask(Actor by, long seq, @Nullable Long version) {
        InspectionRights.mustKeep(by);
        var draw = draws.taking(by.agency(), seq, DrawStep.DRAW, version);
        var last = draw.announcement().lastSource();
        if (clock.instant().isBefore(last)) {
            throw DrawRefusals.notNow(draw, "c5-too-early", last);
        }
        runs.begin(draw.id(), lists.entities(draw.id()), by.person(), clock.instant());
        audit.record(
                by,
                "inspections.draw-asked",
                DrawDesk.subject(draw),
                Map.of(),
                Map.of("seq", draw.seq()));
        return draw;
    }
}
