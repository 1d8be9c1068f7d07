package org.gongkai.opengov.siteimport;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.gongkai.opengov.disclosures.OldSiteBatch;
import org.gongkai.opengov.disclosures.OldSiteBatches;
import org.gongkai.opengov.disclosures.OldSiteDesk;
import org.gongkai.opengov.disclosures.OldSiteRecord;
import org.gongkai.opengov.siteimport.ImportRun.Counts;
import org.gongkai.opengov.siteimport.ImportRun.State;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.organization.Agency;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works off imports (导入执行) on a thread of its own: rows in small transactions that move the place
 * as well, then the documents of approved batches. A killed program goes on where it stood.
 *
 * <p>Several programs on one database may run this; one of them works at a time.
 */
@Component
class ImportWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final int SWEEP_SECONDS = 3;
    private static final int ROWS_AT_ONCE = 200;
    private static final int DOCUMENTS_AT_ONCE = 500;

    /** Held by the program that works, freed by the database when it dies. */
    private static final int LOCK = 4712;

    private final ImportRuns runs;
    private final OldSiteDesk desk;
    private final OldSiteBatches batches;
    private final Organization organization;
    private final FileStore files;
    private final Wording wording;
    private final TransactionTemplate transaction;
    private final DataSource database;
    private final Clock clock;
    private final boolean byItself;
    private final Semaphore calls = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    ImportWorker(
            ImportRuns runs,
            OldSiteDesk desk,
            OldSiteBatches batches,
            Organization organization,
            FileStore files,
            Wording wording,
            TransactionTemplate transaction,
            DataSource database,
            Clock clock,
            @Value("${gongkai.import-by-itself:true}") boolean byItself) {
        this.runs = runs;
        this.desk = desk;
        this.batches = batches;
        this.organization = organization;
        this.files = files;
        this.wording = wording;
        this.transaction = transaction;
        this.database = database;
        this.clock = clock;
        this.byItself = byItself;
    }

    /** There is something to do. */
    void wake() {
        calls.release();
    }

    /**
     * Does what there is to do, unless another program is at it.
     *
     * @return whether anything was done
     */
    boolean turn() {
        if (runs.next().isEmpty() && batches.toTakeIn().isEmpty()) {
            return false;
        }
        try (var connection = database.getConnection()) {
            if (!asked(connection, "SELECT pg_try_advisory_lock(" + LOCK + ")")) {
                return false;
            }
            try {
                return work();
            } finally {
                asked(connection, "SELECT pg_advisory_unlock(" + LOCK + ")");
            }
        } catch (SQLException away) {
            LOG.warn("The database could not be asked whether an import is under way", away);
            return false;
        }
    }

    private boolean work() {
        var run = runs.next();
        if (run.isPresent()) {
            process(run.get());
            return true;
        }
        for (long batch : batches.toTakeIn()) {
            takeIn(batch);
        }
        return false;
    }

    private void takeIn(long batch) {
        while (goesOn() && desk.takeIn(batch, DOCUMENTS_AT_ONCE) > 0) {
            LOG.info("Import batch {}: {} documents more", batch, DOCUMENTS_AT_ONCE);
        }
    }

    private void process(ImportRun run) {
        try {
            var folder = ImportFolder.at(java.nio.file.Path.of(run.folder()));
            var settings = ImportSettings.read(folder);
            var manifest = Manifest.of(folder);
            var agency = agencyOf(run, settings);
            boolean anew = run.dryRun() || !manifest.sha256().equals(run.manifest());
            transaction.executeWithoutResult(
                    status ->
                            runs.begin(
                                    run.id(),
                                    agency.id(),
                                    settings.siteName().strip(),
                                    manifest.sha256(),
                                    manifest.rows(),
                                    anew,
                                    clock.instant()));
            var reading =
                    new RowReading(
                            folder, settings, files, agency, clock.instant(), clock.getZone());
            int done = anew ? 0 : run.counts().done();
            read(new Work(run, agency, settings, reading, new HashSet<>()), manifest, done);
        } catch (ImportStopped stopped) {
            fail(run, wording.say(stopped.messageKey(), stopped.arguments()));
        } catch (IOException unreadable) {
            LOG.warn("Import {} cannot be read", run.id(), unreadable);
            fail(run, wording.say("siteimport.stopped.unreadable"));
        } catch (DataAccessException away) {
            throw away;
        } catch (RuntimeException broken) {
            LOG.error("Import {} failed", run.id(), broken);
            fail(run, wording.say("siteimport.stopped.program"));
        }
    }

    /**
     * A run at work.
     *
     * @param seen the old site's names met so far
     */
    private record Work(
            ImportRun run,
            Agency agency,
            ImportSettings settings,
            RowReading reading,
            Set<String> seen) {}

    private void read(Work work, Manifest manifest, int done) throws IOException {
        try (var rows = manifest.open(done)) {
            for (var part = rows.next(ROWS_AT_ONCE); ; part = rows.next(ROWS_AT_ONCE)) {
                if (!goesOn()) {
                    return;
                }
                if (part.isEmpty()) {
                    finish(work.run());
                    return;
                }
                if (!take(work, part)) {
                    return;
                }
            }
        }
    }

    /** Whether to go on; where the database refuses one of the rows, the others still come in. */
    private boolean take(Work work, List<Manifest.Row> part) {
        try {
            return step(work, part);
        } catch (DataAccessException refused) {
            for (var row : part) {
                try {
                    if (!step(work, List.of(row))) {
                        return false;
                    }
                } catch (DataAccessException unstorable) {
                    LOG.warn(
                            "Import {}: row {} not stored",
                            work.run().id(),
                            row.number(),
                            unstorable);
                    var taken = new Taken(1);
                    taken.refuse(row, List.of(FieldProblem.of("", "siteimport.row.not-stored")));
                    transaction.executeWithoutResult(status -> write(work.run().id(), taken));
                }
            }
            return true;
        }
    }

    private boolean step(Work work, List<Manifest.Row> part) {
        boolean dry = work.run().dryRun();
        var taken = new Taken(part.size());
        var goesOn =
                transaction.execute(
                        status -> {
                            if (!isRunning(work.run())) {
                                return false;
                            }
                            check(work, part, taken);
                            if (dry) {
                                status.setRollbackOnly();
                            } else {
                                keep(work, taken);
                                write(work.run().id(), taken);
                            }
                            return true;
                        });
        if (!Boolean.TRUE.equals(goesOn)) {
            return false;
        }
        if (dry) {
            transaction.executeWithoutResult(status -> write(work.run().id(), taken));
        }
        work.seen().addAll(taken.keys);
        return true;
    }

    private boolean isRunning(ImportRun run) {
        return runs.locked(run.id()).filter(it -> it.state() == State.RUNNING).isPresent();
    }

    /** What became of some rows. */
    private final class Taken {
        private final int rows;
        private final List<OldSiteRecord> records = new ArrayList<>();
        private final List<RowProblem> problems = new ArrayList<>();
        private final Set<String> keys = new HashSet<>();
        private int known;
        private int broken;

        Taken(int rows) {
            this.rows = rows;
        }

        void refuse(Manifest.Row row, List<FieldProblem> wrong) {
            broken++;
            for (var each : wrong) {
                problems.add(
                        new RowProblem(
                                row.number(),
                                RowReading.keyOf(row),
                                ManifestField.termOf(each.field()),
                                wording.sentence(each)));
            }
        }

        Counts counts() {
            int held = (int) records.stream().filter(OldSiteRecord::held).count();
            return new Counts(rows, records.size(), known, held, broken);
        }
    }

    private void check(Work work, List<Manifest.Row> part, Taken taken) {
        var agency = work.agency().id();
        var known =
                batches.known(
                        agency,
                        part.stream().map(RowReading::keyOf).filter(it -> !it.isEmpty()).toList());
        for (var row : part) {
            var key = RowReading.keyOf(row);
            if (known.contains(key)) {
                taken.known++;
            } else if (!key.isEmpty() && (work.seen().contains(key) || !taken.keys.add(key))) {
                taken.refuse(row, List.of(FieldProblem.of("key", "siteimport.row.twice")));
            } else {
                try {
                    taken.records.add(desk.check(agency, work.reading().read(row)));
                } catch (Refusal refused) {
                    taken.refuse(row, problemsOf(refused));
                }
            }
        }
    }

    private static List<FieldProblem> problemsOf(Refusal refused) {
        return refused.problems().isEmpty()
                ? List.of(new FieldProblem("", refused.messageKey(), refused.arguments()))
                : refused.problems();
    }

    private void keep(Work work, Taken taken) {
        if (taken.records.isEmpty()) {
            return;
        }
        long batch = batchOf(work);
        desk.add(batch, taken.records);
        var addresses = new ArrayList<ImportRuns.Address>();
        for (var each : taken.records) {
            Optional.ofNullable(each.typed().oldAddress())
                    .flatMap(OldAddress::pathOf)
                    .ifPresent(it -> addresses.add(new ImportRuns.Address(it, each.id())));
        }
        runs.addAddresses(batch, addresses);
    }

    private long batchOf(Work work) {
        var begun = runs.find(work.run().id()).map(ImportRun::batch).orElse(null);
        if (begun != null) {
            return begun;
        }
        long batch =
                desk.open(
                        work.agency().id(),
                        work.run().begunBy(),
                        work.settings().siteName().strip(),
                        work.settings().siteAddress());
        runs.setBatch(work.run().id(), batch);
        return batch;
    }

    private void write(long run, Taken taken) {
        runs.addProblems(run, taken.problems);
        runs.advance(run, taken.counts(), clock.instant());
    }

    private void finish(ImportRun run) {
        transaction.executeWithoutResult(
                status -> {
                    if (!isRunning(run)) {
                        return;
                    }
                    var batch = runs.find(run.id()).map(ImportRun::batch).orElse(null);
                    if (batch != null && isOpen(batch)) {
                        desk.seal(batch);
                    }
                    runs.move(run.id(), State.DONE, null, clock.instant());
                });
    }

    private boolean isOpen(long batch) {
        return batches.find(batch)
                .filter(it -> it.standing() == OldSiteBatch.Standing.OPEN)
                .isPresent();
    }

    private void fail(ImportRun run, String why) {
        transaction.executeWithoutResult(
                status -> runs.move(run.id(), State.FAILED, why, clock.instant()));
    }

    private Agency agencyOf(ImportRun run, ImportSettings settings) {
        var named = settings.agency();
        var all = organization.agencies();
        var agency =
                named == null
                        ? all.stream().filter(it -> all.size() == 1).findFirst()
                        : organization.agencyByKey(named);
        return agency.filter(it -> run.agency() == null || it.id().equals(run.agency()))
                .orElseThrow(() -> new ImportStopped("siteimport.stopped.agency"));
    }

    private static boolean asked(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private boolean goesOn() {
        return running || !byItself;
    }

    private void run() {
        try {
            while (running) {
                if (!works()) {
                    calls.tryAcquire(SWEEP_SECONDS, TimeUnit.SECONDS);
                    calls.drainPermits();
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean works() {
        try {
            return turn();
        } catch (RuntimeException away) {
            LOG.warn("Imports could not be worked off; tried again", away);
            return false;
        }
    }

    @Override
    public void start() {
        running = true;
        if (byItself) {
            thread = Thread.ofPlatform().name("import").daemon().start(this::run);
        }
    }

    @Override
    public void stop() {
        running = false;
        calls.release();
        var last = thread;
        if (last != null) {
            try {
                last.join(TimeUnit.SECONDS.toMillis(20));
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** With the other work behind the pages; after the database and before it goes. */
    @Override
    public int getPhase() {
        return 0;
    }
}
