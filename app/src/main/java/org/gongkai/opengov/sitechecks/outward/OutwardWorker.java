package org.gongkai.opengov.sitechecks.outward;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks at other sites (站外链接检查执行) on a thread of its own, one address after the other and never two
 * at once, however many programs there are on a database. What is over the day's number waits.
 */
final class OutwardWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(OutwardWorker.class);

    /** Between two visits to one host, and between any two. */
    static final Duration PAUSE = Duration.ofSeconds(10);

    private static final Duration BREATH = Duration.ofSeconds(1);
    private static final Duration REST = Duration.ofMinutes(1);

    /** Held by the program that looks, freed by the database when it dies. */
    private static final int LOCK = 4716;

    private final OutwardSettings settings;
    private final OutwardRegister register;
    private final LinkVisitor visitor;
    private final DataSource database;
    private final Clock clock;
    private final Semaphore end = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    OutwardWorker(
            OutwardSettings settings,
            OutwardRegister register,
            LinkVisitor visitor,
            DataSource database,
            Clock clock) {
        this.settings = settings;
        this.register = register;
        this.visitor = visitor;
        this.database = database;
        this.clock = clock;
    }

    /** Looks at one address, if one is due and the day allows it; whether it did. */
    boolean turn() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            try (var lock = statement.executeQuery("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
                if (!lock.next() || !lock.getBoolean(1)) {
                    return false;
                }
            }
            try {
                return look();
            } finally {
                statement.execute("SELECT pg_advisory_unlock(" + LOCK + ")");
            }
        }
    }

    private boolean look() {
        var now = clock.instant();
        var today = LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
        if (register.visitedSince(today) >= settings.daily()) {
            return false;
        }
        var due = register.due(now, today, settings.perHost(), PAUSE);
        due.ifPresent(it -> register.visited(it, visitor.visit(it), now));
        return due.isPresent();
    }

    private void run() {
        try {
            while (running) {
                var pause = REST;
                try {
                    pause = turn() ? BREATH : REST;
                } catch (SQLException | RuntimeException away) {
                    LOG.warn("Other sites could not be looked at; tried again", away);
                }
                if (end.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        if (settings.on()) {
            thread = Thread.ofPlatform().name("link-check").daemon().start(this::run);
        }
    }

    @Override
    public void stop() {
        running = false;
        end.release();
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
