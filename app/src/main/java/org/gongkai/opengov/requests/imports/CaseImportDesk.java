package org.gongkai.opengov.requests.imports;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.gongkai.opengov.requests.ImportedCase;
import org.gongkai.opengov.requests.RequestRights;
import org.gongkai.opengov.requests.imports.CaseImportRun.Line;
import org.gongkai.opengov.requests.imports.CaseImportRun.Problem;
import org.gongkai.opengov.requests.imports.CaseImportRun.State;
import org.gongkai.opengov.requests.imports.CaseImportRun.Step;
import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the disclosure office does with imports (导入办理): check first, carry out, look how far it is,
 * stop.
 */
@Service
public class CaseImportDesk {
    /** The most cases of one import. */
    public static final int MOST = 20_000;

    /** So many are worked off before the call is answered. */
    static final int AT_ONCE = 100;

    private static final int SYSTEM = 50;

    private final CaseImportRuns runs;
    private final CaseImportWorker worker;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock time;

    CaseImportDesk(
            CaseImportRuns runs,
            CaseImportWorker worker,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock time) {
        this.runs = runs;
        this.worker = worker;
        this.audit = audit;
        this.transaction = transaction;
        this.time = time;
    }

    /** Whether this person may import. */
    public static boolean canImport(Actor by) {
        return RequestRights.takesIn(by);
    }

    /**
     * Begins an import. Few cases are worked off at once, many go on by themselves.
     *
     * @param system the name of the other system; with the number there it names a case
     * @param dryRun whether everything is only checked
     * @return the run
     */
    public long begin(Actor by, @Nullable String system, boolean dryRun, List<ImportedCase> cases) {
        allowed(by);
        var name = Objects.requireNonNullElse(system, "").strip();
        if (name.isEmpty() || name.length() > SYSTEM) {
            throw Refusal.invalid("system", "requests.import.system", SYSTEM);
        }
        if (cases.isEmpty() || cases.size() > MOST) {
            throw Refusal.invalid("cases", "requests.import.cases", MOST);
        }
        requireOnce(cases);
        var placed =
                IntStream.range(0, cases.size())
                        .mapToObj(
                                at ->
                                        cases.get(at).row() == null
                                                ? cases.get(at).at(at + 1)
                                                : cases.get(at))
                        .toList();
        long run =
                Objects.requireNonNull(transaction.execute(_ -> begun(by, name, dryRun, placed)));
        if (cases.size() <= AT_ONCE) {
            worker.work(run);
        }
        return run;
    }

    private long begun(Actor by, String system, boolean dryRun, List<ImportedCase> cases) {
        var run = runs.add(by.agency(), system, dryRun, by.person(), time.instant());
        runs.addParts(run, cases);
        audit.record(
                by,
                "requests.import-begun",
                subject(run),
                Map.of(),
                Map.of(
                        "system",
                        system,
                        "cases",
                        String.valueOf(cases.size()),
                        "dryRun",
                        String.valueOf(dryRun)));
        return run;
    }

    /** A number of the other system names one case. */
    private static void requireOnce(List<ImportedCase> cases) {
        var seen = new HashSet<String>();
        for (var it : cases) {
            if (!it.number().isEmpty() && !seen.add(it.number())) {
                throw Refusal.invalid("cases", "requests.import.twice", it.number());
            }
        }
    }

    /** Imports, newest first. */
    @Transactional(readOnly = true)
    public List<CaseImportRun> list(Actor by, int skip, int limit) {
        allowed(by);
        return runs.of(by.agency(), skip, limit);
    }

    /** How many there are. */
    @Transactional(readOnly = true)
    public long count(Actor by) {
        allowed(by);
        return runs.count(by.agency());
    }

    /** One import. */
    @Transactional(readOnly = true)
    public CaseImportRun one(Actor by, long id) {
        allowed(by);
        return runs.find(by.agency(), id).orElseThrow(Refusal::notFound);
    }

    /** What is wrong, in the order of the cases. */
    @Transactional(readOnly = true)
    public List<Problem> problems(Actor by, long id, int skip, int limit) {
        one(by, id);
        return runs.problems(id, skip, limit);
    }

    /** How much is wrong. */
    @Transactional(readOnly = true)
    public long countProblems(Actor by, long id) {
        one(by, id);
        return runs.countProblems(id);
    }

    /** Its cases, in the order in which they were sent. */
    @Transactional(readOnly = true)
    public Items<Line> cases(Actor by, long id, Paging paging) {
        one(by, id);
        int after = paging.cursor(1).map(it -> it.place(0)).orElse(0);
        return Items.of(
                runs.lines(id, after, paging.fetch()), paging, it -> Cursor.at(it.position()));
    }

    /** Takes a step. */
    public void take(Actor by, long id, Step step) {
        allowed(by);
        transaction.executeWithoutResult(_ -> stepTaken(by, id, step));
        if (step == Step.CARRY_OUT && one(by, id).counts().total() <= AT_ONCE) {
            worker.work(id);
        }
    }

    private void stepTaken(Actor by, long id, Step step) {
        runs.locked(id);
        var run = one(by, id);
        if (!run.allowed().contains(step)) {
            throw Refusal.notPossibleNow(
                    run.allowed().stream().map(Step::slug).toList(),
                    "requests.import.state",
                    new DefaultMessageSourceResolvable("requests.import.step." + step.name()));
        }
        switch (step) {
            case CANCEL -> runs.move(id, State.CANCELLED, time.instant());
            case CARRY_OUT -> runs.carryOut(id, time.instant());
        }
        audit.record(
                by,
                "requests.import-" + step.slug(),
                subject(id),
                Map.of(),
                Map.of("system", run.system()));
    }

    private static void allowed(Actor by) {
        if (!canImport(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.import.importers");
        }
    }

    private static String subject(long run) {
        return "request-import:" + run;
    }
}
