package org.gongkai.opengov.redaction;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.files.ParserGuard;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the copies for release (公开件生成) one after another on a thread of its own, with the page it
 * has come to. A copy whose program died is begun anew. One program on a database works at a time.
 */
@Component
class RedactionWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RedactionWorker.class);
    private static final int SWEEP_SECONDS = 15;

    /** Five hundred scanned pages take some eight minutes under load. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    /** Held by the program that works, freed by the database when it dies. */
    private static final int LOCK = 4714;

    private final RedactionJobs jobs;
    private final FileStore files;
    private final AuditTrail audit;
    private final Wording wording;
    private final TransactionTemplate transaction;
    private final DataSource database;
    private final Clock clock;
    private final ParserGuard guard = new ParserGuard(LONGEST);
    private final Semaphore calls = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    RedactionWorker(
            RedactionJobs jobs,
            FileStore files,
            AuditTrail audit,
            Wording wording,
            TransactionTemplate transaction,
            DataSource database,
            Clock clock) {
        this.jobs = jobs;
        this.files = files;
        this.audit = audit;
        this.wording = wording;
        this.transaction = transaction;
        this.database = database;
        this.clock = clock;
    }

    /** There is something to do. */
    void wake() {
        calls.release();
    }

    private void turn() throws SQLException {
        if (jobs.nextToMake().isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            try (var lock = statement.executeQuery("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
                if (!lock.next() || !lock.getBoolean(1)) {
                    return;
                }
            }
            try {
                for (var it = jobs.nextToMake();
                        running && it.isPresent();
                        it = jobs.nextToMake()) {
                    make(it.get());
                }
            } finally {
                statement.execute("SELECT pg_advisory_unlock(" + LOCK + ")");
            }
        }
    }

    private void make(ReleasedCopy copy) {
        var job = jobs.find(copy.job()).orElseThrow();
        try {
            jobs.advance(copy.id(), 0);
            guard.read(job.number(), () -> made(job, copy));
        } catch (Refusal refused) {
            if (running) {
                refuse(job, copy, refused);
            }
        } catch (RuntimeException fault) {
            LOG.error("No copy of {} could be made", job.number(), fault);
            refuse(job, copy, wording.say("redaction.refused.failed"));
        }
    }

    private boolean made(RedactionJob job, ReleasedCopy copy) throws IOException {
        var marks = jobs.marks(copy.marks()).stream().map(JobMark::mark).toList();
        var words = words(wording, job.number());
        var target = Files.createTempFile("release-", "." + job.source().kind().extension());
        try {
            var release =
                    new Redaction(marks, words)
                            .write(
                                    files.path(job.source().sha256()),
                                    job.source().kind(),
                                    target,
                                    (done, of) -> advance(copy, done));
            try (var content = Files.newInputStream(target)) {
                transaction.executeWithoutResult(
                        status -> {
                            var file =
                                    files.put(
                                            content,
                                            wording.say("redaction.released.title", job.number())
                                                    + "."
                                                    + job.source().kind().extension(),
                                            RedactionDesk.LIMITS);
                            jobs.done(copy.id(), file, release, clock.instant());
                            audit.recordBySystem(
                                    job.agency(),
                                    "redaction.released",
                                    RedactionDesk.subject(job.id()),
                                    Map.of(),
                                    Map.of(
                                            "copy",
                                            copy.id(),
                                            "file",
                                            file.sha256(),
                                            "places",
                                            release.proof().places()));
                        });
            }
            return true;
        } finally {
            Files.deleteIfExists(target);
        }
    }

    /** What a copy says of itself. */
    static ReleaseWords words(Wording wording, String number) {
        return new ReleaseWords(
                wording.say("redaction.released.title", number),
                wording.say("redaction.withheld", "{0}"),
                wording.say("redaction.released.picture", "{0}"));
    }

    /** A stopping program leaves the copy to be begun anew. */
    private void advance(ReleasedCopy copy, int done) {
        if (!running) {
            Thread.currentThread().interrupt();
        }
        jobs.advance(copy.id(), done);
    }

    private void refuse(RedactionJob job, ReleasedCopy copy, Refusal refused) {
        refuse(
                job,
                copy,
                refused.problems().isEmpty()
                        ? wording.sentence(refused)
                        : refused.problems().stream()
                                .map(wording::sentence)
                                .collect(Collectors.joining("\n")));
    }

    private void refuse(RedactionJob job, ReleasedCopy copy, String why) {
        transaction.executeWithoutResult(
                status -> {
                    jobs.refused(copy.id(), why, clock.instant());
                    audit.recordBySystem(
                            job.agency(),
                            "redaction.release-refused",
                            RedactionDesk.subject(job.id()),
                            Map.of(),
                            Map.of("copy", copy.id(), "why", why));
                });
    }

    private void run() {
        try {
            while (running) {
                try {
                    turn();
                } catch (SQLException | RuntimeException away) {
                    LOG.warn("Copies for release could not be made; tried again", away);
                }
                calls.tryAcquire(SWEEP_SECONDS, TimeUnit.SECONDS);
                calls.drainPermits();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("redaction").daemon().start(this::run);
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
