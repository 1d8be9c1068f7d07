package org.gongkai.opengov.inspections.draws;

import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.commitments.CommitmentRefused;
import org.gongkai.platform.draw.Draw;
import org.gongkai.platform.draw.DrawProgress;
import org.gongkai.platform.pages.Wording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Computes draws that were asked for (抽取运算执行): reads what was frozen, compares it with its roots
 * and with the log, draws, and keeps the result with its leaf in one transaction. A killed program
 * begins again; the same inputs give the same draw.
 */
@Component
class Drawing {
    private static final Logger LOG = LoggerFactory.getLogger(Drawing.class);

    /** Every so many parts it is said how far a draw has come. */
    private static final int SELDOM = 16;

    private final DrawRuns runs;
    private final Draws draws;
    private final DrawTrail trail;
    private final DrawComputing computing;
    private final DrawnVisits visits;
    private final DrawRecorder recorder;
    private final VisitsTold told;
    private final PlanTies plans;
    private final AuditTrail audit;
    private final Wording wording;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<Long, Thread> working = new ConcurrentHashMap<>();

    Drawing(
            DrawRuns runs,
            Draws draws,
            DrawTrail trail,
            DrawComputing computing,
            DrawnVisits visits,
            DrawRecorder recorder,
            VisitsTold told,
            PlanTies plans,
            AuditTrail audit,
            Wording wording,
            TransactionTemplate transaction,
            Clock clock) {
        this.runs = runs;
        this.draws = draws;
        this.trail = trail;
        this.computing = computing;
        this.visits = visits;
        this.recorder = recorder;
        this.told = told;
        this.plans = plans;
        this.audit = audit;
        this.wording = wording;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Goes on with what is asked for and with what a killed program left. */
    @Scheduled(fixedDelay = 2_000, initialDelay = 5_000)
    void goOn() {
        runs.waiting(clock.instant()).forEach(this::work);
    }

    /** Computes this draw, unless somebody else does. */
    void work(long draw) {
        if (!runs.take(draw, clock.instant())) {
            return;
        }
        working.put(draw, Thread.currentThread());
        try {
            compute(draw);
        } catch (CancellationException stopped) {
            LOG.info("The computation of draw {} was stopped", draw);
        } catch (RuntimeException failed) {
            // An interruption was for the computation, and not for what follows.
            Thread.interrupted();
            // Nothing was kept; whoever asks again gets the same.
            if (runs.end(draw, DrawRun.State.STOPPED, "", clock.instant())) {
                throw failed;
            }
            LOG.info("The computation of draw {} was stopped on its way to the database", draw);
        } finally {
            working.remove(draw);
            // Whether or not the interruption was noticed, it was meant for this draw alone.
            Thread.interrupted();
        }
    }

    /** Stops the computation of this draw, if this program is at it. */
    void stop(long draw) {
        var thread = working.get(draw);
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void compute(long id) {
        var draw = draws.find(id).orElseThrow();
        try {
            var different =
                    Optional.ofNullable(transaction.execute(_ -> trail.firstDifference(draw)))
                            .flatMap(it -> it);
            if (different.isPresent()) {
                refuse(draw, different.get(), "differs");
                return;
            }
            var outcome =
                    computing.compute(
                            draw,
                            done -> said(id, DrawRun.Phase.READ, done, done),
                            new Telling(id));
            said(id, DrawRun.Phase.KEEP, 0, outcome.visits().size());
            transaction.executeWithoutResult(_ -> keep(id, outcome));
        } catch (CommitmentRefused refused) {
            refuse(draw, refused.path(), refused.fault().slug());
        }
    }

    private void said(long id, DrawRun.Phase phase, long done, long of) {
        if (!runs.say(id, phase, done, of, clock.instant())) {
            throw new CancellationException();
        }
    }

    /** Says how far a draw has come: a stage when it begins, and then once in a while. */
    private final class Telling implements DrawProgress {
        private final long id;
        private final AtomicInteger calls = new AtomicInteger();

        Telling(long id) {
            this.id = id;
        }

        @Override
        public void reached(Stage stage, long done, long of) {
            if (of > SELDOM && (done == of || calls.incrementAndGet() % SELDOM == 0)) {
                runs.say(id, DrawRun.Phase.valueOf(stage.name()), done, of, clock.instant());
            }
        }
    }

    private void keep(long id, Draw outcome) {
        var draw = draws.locked(id).orElseThrow();
        if (draw.state() != DrawState.SOURCES_IN
                || !runs.end(id, DrawRun.State.DONE, "", clock.instant())) {
            throw new CancellationException();
        }
        var by = runs.find(id).orElseThrow().by();
        var result =
                new DrawnVisits.Result(outcome.root(), outcome.visits().size(), outcome.unfilled());
        visits.keepResult(id, result);
        visits.write(id, 0, outcome.visits());
        draws.move(draw, DrawState.DRAWN);
        plans.drawn(draw, outcome.visits());
        told.tell(draw, visits.now(id), null);
        audit.recordBySystem(
                draw.agency(),
                "inspections.draw-drawn",
                DrawDesk.subject(draw),
                Map.of(),
                Map.of(
                        "root", result.root(),
                        "visits", result.visits(),
                        "unfilled", result.unfilled()));
        recorder.record(
                draw,
                new DrawRecorder.Step(
                        DrawEvent.Kind.RESULT,
                        "",
                        "",
                        by,
                        DrawRecorder.of(draw, HexFormat.of().formatHex(outcome.manifest().hash()))
                                .drawn(result.visits(), result.root())));
    }

    /**
     * What was frozen is not there as it was: nothing is drawn, and it is said what differs first.
     */
    private void refuse(InspectionDraw draw, String path, String fault) {
        var problem =
                wording.say(
                        "inspections.draw.changed",
                        path,
                        wording.find("draw.fault." + fault).orElse(fault));
        LOG.error("Draw {} was refused: {} at {}", draw.name(), fault, path);
        transaction.executeWithoutResult(
                _ -> {
                    runs.end(draw.id(), DrawRun.State.REFUSED, problem, clock.instant());
                    audit.recordBySystem(
                            draw.agency(),
                            "inspections.draw-refused",
                            DrawDesk.subject(draw),
                            Map.of(),
                            Map.of("where", path, "fault", fault));
                });
    }
}
