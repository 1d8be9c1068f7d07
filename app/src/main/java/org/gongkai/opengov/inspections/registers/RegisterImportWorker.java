package org.gongkai.opengov.inspections.registers;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.gongkai.opengov.inspections.LocalRulesBook;
import org.gongkai.opengov.inspections.registers.RegisterImport.Kind;
import org.gongkai.opengov.inspections.registers.RegisterImport.Problem;
import org.gongkai.opengov.inspections.registers.RegisterImport.State;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works imports of registers off (名录导入执行) on a thread of its own: rows in large parts, each in one
 * transaction that moves the place as well. A killed program goes on where it stood; several on one
 * database take turns.
 */
@Component
class RegisterImportWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RegisterImportWorker.class);
    private static final int SWEEP_SECONDS = 2;
    private static final int ROWS_AT_ONCE = 20_000;
    private static final int APPLIED_AT_ONCE = 50_000;

    /** Problems kept of one import; what lies beyond is counted only. */
    private static final int MOST_PROBLEMS = 100_000;

    private static final ThreadFactory READING =
            Thread.ofPlatform().name("register-import-reading").daemon().factory();

    /** Held by the program that works, freed by the database when it dies. */
    private static final int LOCK = 4715;

    private final RegisterImports imports;
    private final ImportFiles files;
    private final PublicationOfRegisters publication;
    private final RegisterWords words;
    private final InspectedUnits units;
    private final EnforcementOfficers officers;
    private final LocalRulesBook rules;
    private final Organization organization;
    private final Wording wording;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final DataSource database;
    private final Clock clock;
    private final Semaphore calls = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    RegisterImportWorker(
            RegisterImports imports,
            ImportFiles files,
            PublicationOfRegisters publication,
            RegisterWords words,
            InspectedUnits units,
            EnforcementOfficers officers,
            LocalRulesBook rules,
            Organization organization,
            Wording wording,
            AuditTrail audit,
            TransactionTemplate transaction,
            DataSource database,
            Clock clock) {
        this.imports = imports;
        this.files = files;
        this.publication = publication;
        this.words = words;
        this.units = units;
        this.officers = officers;
        this.rules = rules;
        this.organization = organization;
        this.wording = wording;
        this.audit = audit;
        this.transaction = transaction;
        this.database = database;
        this.clock = clock;
    }

    /** There is something to do. */
    void wake() {
        calls.release();
    }

    private boolean turn() {
        if (imports.next().isEmpty() && imports.toForget().isEmpty()) {
            return false;
        }
        try (var connection = database.getConnection()) {
            if (!asked(connection, "SELECT pg_try_advisory_lock(" + LOCK + ")")) {
                return false;
            }
            try {
                var next = imports.next();
                next.ifPresent(this::work);
                imports.toForget().forEach(this::forget);
                return next.isPresent();
            } finally {
                asked(connection, "SELECT pg_advisory_unlock(" + LOCK + ")");
            }
        } catch (SQLException away) {
            LOG.warn("The database could not be asked whether an import is under way", away);
            return false;
        }
    }

    private void work(RegisterImport run) {
        try {
            switch (run.state()) {
                case READING -> read(run);
                case COMPARING -> compare(run);
                case APPLYING -> apply(run);
                default -> throw new IllegalStateException("Nothing to do in " + run.state());
            }
        } catch (Refusal refused) {
            LOG.info("Import {} of a register was refused: {}", run.id(), refused.getMessage());
            var problems = refused.problems();
            fail(
                    run,
                    problems.isEmpty()
                            ? wording.sentence(refused)
                            : wording.sentence(problems.getFirst()));
        } catch (IOException unreadable) {
            LOG.warn("Import {} of a register cannot be read", run.id(), unreadable);
            fail(run, wording.say("inspections.import.unreadable"));
        } catch (TransientDataAccessException
                | DataAccessResourceFailureException
                | TransactionException away) {
            throw away;
        } catch (RuntimeException broken) {
            LOG.error("Import {} of a register failed", run.id(), broken);
            fail(run, wording.say("inspections.import.program"));
        }
    }

    private void read(RegisterImport run) throws IOException {
        var sql = new ImportSql(run.register());
        var today = LocalDate.now(clock);
        var path = files.find(run.id()).orElseThrow(() -> new IOException("The file is gone"));
        var days = new Days(run.register(), words);
        // While one part is kept the next is read.
        try (var file = ImportFile.open(path, days::test);
                var reading = Executors.newSingleThreadExecutor(READING)) {
            var head = file.next().orElseThrow(() -> new IOException("Empty"));
            days.head(head);
            var rows =
                    new ImportRows(
                            run.register(),
                            head,
                            words,
                            new FieldReading(
                                    new KeptLookups(
                                            new StandingLookups(
                                                    run.agency(), units, officers, organization))),
                            wording,
                            today,
                            rules.on(run.agency(), today).recusalReasons());
            transaction.executeWithoutResult(
                    _ -> imports.total(run.id(), file.total().orElse(null)));
            for (var skipped = 0; skipped < run.counts().read() && file.next().isPresent(); ) {
                skipped++;
            }
            var coming = reading.submit(() -> part(run, file, rows));
            while (running) {
                var part = read(coming);
                var isLast = part.read < ROWS_AT_ONCE;
                if (!isLast) {
                    coming = reading.submit(() -> part(run, file, rows));
                }
                if (!take(run, sql, part)) {
                    return;
                }
                if (isLast) {
                    finishReading(run);
                    return;
                }
            }
        }
    }

    private static Part read(Future<Part> coming) throws IOException {
        try {
            return coming.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException unreadable -> throw unreadable;
                case RuntimeException broken -> throw broken;
                case null, default -> throw new IllegalStateException(failed);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    /** Rows of a file, ready to be kept. */
    private static final class Part {
        private final StringBuilder lines = new StringBuilder(ROWS_AT_ONCE * 200);
        private final List<Problem> problems = new ArrayList<>();
        private int read;
        private int broken;
    }

    private static Part part(RegisterImport run, ImportFile file, ImportRows rows)
            throws IOException {
        var part = new Part();
        while (part.read < ROWS_AT_ONCE) {
            var row = file.next();
            if (row.isEmpty()) {
                break;
            }
            part.read++;
            if (!rows.write(run.id(), row.get(), part.lines, part.problems)) {
                part.broken++;
            }
        }
        return part;
    }

    private boolean take(RegisterImport run, ImportSql sql, Part part) throws IOException {
        var thrown = new ArrayList<IOException>();
        var goesOn =
                transaction.execute(
                        status -> {
                            if (!isIn(run, State.READING)) {
                                return false;
                            }
                            try {
                                imports.copy(sql, part.lines.toString());
                            } catch (IOException refused) {
                                status.setRollbackOnly();
                                thrown.add(refused);
                                return false;
                            }
                            keep(run.id(), part.problems);
                            imports.advance(run.id(), part.read, part.broken, clock.instant());
                            return true;
                        });
        if (!thrown.isEmpty()) {
            throw thrown.getFirst();
        }
        return Boolean.TRUE.equals(goesOn);
    }

    private void keep(long run, List<Problem> problems) {
        var room = MOST_PROBLEMS - imports.countProblems(run);
        imports.addProblems(run, problems.subList(0, (int) Math.clamp(room, 0, problems.size())));
    }

    private void finishReading(RegisterImport run) {
        transaction.executeWithoutResult(
                _ -> {
                    if (isIn(run, State.READING)) {
                        var read = imports.find(run.id()).orElseThrow().counts().read();
                        imports.total(run.id(), read);
                        imports.move(run.id(), State.COMPARING, null, clock.instant());
                    }
                });
    }

    private void compare(RegisterImport run) {
        var sql = new ImportSql(run.register());
        transaction.executeWithoutResult(
                _ -> {
                    if (!isIn(run, State.COMPARING)) {
                        return;
                    }
                    var broken = dropTwice(run, sql);
                    imports.compare(run, sql, LocalDate.now(clock));
                    broken += dropLacking(run, sql);
                    imports.compared(run.id(), broken, clock.instant());
                });
    }

    private int dropTwice(RegisterImport run, ImportSql sql) {
        var twice = imports.twice(run.id(), sql);
        var field = words.label(run.register(), run.register().naming().getFirst());
        keep(
                run.id(),
                twice.stream()
                        .map(
                                it ->
                                        new Problem(
                                                it.row(),
                                                field,
                                                wording.say(
                                                        "inspections.import.twice", it.first())))
                        .toList());
        imports.drop(run.id(), twice.stream().map(RegisterImports.Twice::row).toList());
        return twice.size();
    }

    private int dropLacking(RegisterImport run, ImportSql sql) {
        var lacking = imports.lacking(run.id(), sql);
        var rows = lacking.stream().map(RegisterImports.Lacking::row).distinct().toList();
        keep(
                run.id(),
                lacking.stream()
                        .map(
                                it ->
                                        new Problem(
                                                it.row(),
                                                words.label(run.register(), it.field()),
                                                wording.say("inspections.problem.required")))
                        .toList());
        imports.drop(run.id(), rows);
        return rows.size();
    }

    private void apply(RegisterImport run) {
        var sql = new ImportSql(run.register());
        var reason = wording.say("inspections.import.reason", run.id(), run.fileName());
        for (var kind : List.of(Kind.NEW, Kind.CHANGED)) {
            while (applyPart(run, sql, kind, reason)) {
                // The next part.
            }
        }
        if (running) {
            finish(run);
        }
    }

    private boolean applyPart(RegisterImport run, ImportSql sql, Kind kind, String reason) {
        return running
                && Boolean.TRUE.equals(
                        transaction.execute(
                                _ -> {
                                    if (!isIn(run, State.APPLYING)) {
                                        return false;
                                    }
                                    var end = imports.partEnd(run.id(), kind, APPLIED_AT_ONCE);
                                    end.ifPresent(
                                            it ->
                                                    imports.apply(
                                                            run,
                                                            sql,
                                                            kind,
                                                            it,
                                                            reason,
                                                            clock.instant()));
                                    if (end.isPresent()) {
                                        publication.touched(run.agency(), run.register());
                                    }
                                    return end.isPresent();
                                }));
    }

    private void finish(RegisterImport run) {
        transaction.executeWithoutResult(
                _ -> {
                    if (!isIn(run, State.APPLYING)) {
                        return;
                    }
                    var counts = imports.find(run.id()).orElseThrow().counts();
                    imports.move(run.id(), State.DONE, null, clock.instant());
                    audit.recordBySystem(
                            run.agency(),
                            "inspections.import-done",
                            "inspection-import:" + run.id(),
                            Map.of(),
                            Map.of(
                                    "register", run.register().slug(),
                                    "applied", counts.applied(),
                                    "broken", counts.broken()));
                });
    }

    private void fail(RegisterImport run, String why) {
        transaction.executeWithoutResult(
                _ -> imports.move(run.id(), State.FAILED, why, clock.instant()));
    }

    /** What was sent is kept no longer than it is of use. */
    private void forget(long run) {
        files.remove(run);
        transaction.executeWithoutResult(_ -> imports.forgetRows(run));
    }

    private boolean isIn(RegisterImport run, State state) {
        return imports.locked(run.id()).filter(it -> it.state() == state).isPresent();
    }

    private static boolean asked(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    /** Which columns hold days, known once the head was read. */
    private static final class Days {
        private final List<String> labels;
        private boolean[] days = new boolean[0];

        Days(Register register, RegisterWords words) {
            labels =
                    register.fields().stream()
                            .filter(it -> it.kind() == RegisterField.Kind.DAY)
                            .flatMap(it -> Stream.of(it.key(), words.label(register, it)))
                            .toList();
        }

        void head(ImportFile.Row head) {
            days = new boolean[head.cells().size()];
            for (var at = 0; at < days.length; at++) {
                days[at] = labels.contains(head.cell(at).strip());
            }
        }

        boolean test(int column) {
            return column < days.length && days[column];
        }
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
            LOG.warn("Imports of registers could not be worked off; tried again", away);
            return false;
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("register-import").daemon().start(this::run);
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
