package org.gongkai.opengov.requests.imports;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.gongkai.opengov.requests.CaseImports;
import org.gongkai.opengov.requests.CaseImports.Result;
import org.gongkai.opengov.requests.CaseImports.Source;
import org.gongkai.opengov.requests.CaseImports.Wrong;
import org.gongkai.opengov.requests.imports.CaseImportRun.State;
import org.gongkai.opengov.requests.imports.CaseImportRuns.Held;
import org.gongkai.opengov.requests.imports.CaseImportRuns.Part;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.FieldProblem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works imports off (导入执行), each case with its place in one transaction: a killed program goes on
 * where it stood, and several on one database take turns.
 */
@Component
class CaseImportWorker {
    private static final Logger LOG = LoggerFactory.getLogger(CaseImportWorker.class);

    /** How long what was sent is kept after the run, so that a dry run can be carried out. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final CaseImportRuns runs;
    private final CaseImports imports;
    private final Wording wording;
    private final TransactionTemplate transaction;
    private final Clock time;

    CaseImportWorker(
            CaseImportRuns runs,
            CaseImports imports,
            Wording wording,
            TransactionTemplate transaction,
            Clock time) {
        this.runs = runs;
        this.imports = imports;
        this.wording = wording;
        this.transaction = transaction;
        this.time = time;
    }

    /** Goes on with every open run. */
    @Scheduled(fixedDelay = 2_000, initialDelay = 5_000)
    void goOn() {
        runs.open().forEach(this::work);
    }

    /** Forgets what was sent a day ago. */
    @Scheduled(fixedDelay = 600_000, initialDelay = 60_000)
    void forget() {
        transaction.executeWithoutResult(_ -> runs.forget(time.instant().minus(KEPT)));
    }

    /** Works a run off, or until it is stopped. */
    void work(long run) {
        while (step(run)) {
            // The next case.
        }
    }

    private boolean step(long run) {
        try {
            return Boolean.TRUE.equals(transaction.execute(_ -> turn(run, null)));
        } catch (NonTransientDataAccessException refused) {
            LOG.warn("Import {}: a case was not stored", run, refused);
            return Boolean.TRUE.equals(transaction.execute(_ -> turn(run, refused)));
        }
    }

    /** Takes the next case; one that the database refused is broken. */
    private boolean turn(long id, @Nullable DataAccessException refused) {
        var held = runs.locked(id).filter(Held::isOpen);
        if (held.isEmpty()) {
            return false;
        }
        var run = held.get();
        var part = runs.next(id);
        if (part.isEmpty()) {
            runs.move(id, State.DONE, time.instant());
            return false;
        }
        var source = new Source(run.agency(), run.by(), run.system(), id);
        take(run, source, part.get(), refused != null);
        runs.move(id, State.RUNNING, time.instant());
        return true;
    }

    private void take(Held run, Source source, Part part, boolean refused) {
        var result =
                refused
                        ? notStored(part)
                        : run.dryRun()
                                ? imports.check(source, part.sent())
                                : imports.take(source, part.sent());
        runs.done(run.id(), part.position(), result, !run.dryRun());
        if (result instanceof Result.Broken broken) {
            for (var it : broken.wrong()) {
                runs.addProblem(
                        run.id(),
                        part.position(),
                        it.row(),
                        it.event(),
                        it.problem().field(),
                        wording.sentence(it.problem()));
            }
        }
    }

    private static Result notStored(Part part) {
        var row = part.sent().row();
        return new Result.Broken(
                List.of(
                        new Wrong(
                                row == null ? part.position() : row,
                                null,
                                FieldProblem.of("", "requests.import.not-stored"))));
    }
}
