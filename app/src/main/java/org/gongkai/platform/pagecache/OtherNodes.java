package org.gongkai.platform.pagecache;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.gongkai.platform.database.Database;
import org.gongkai.platform.settings.Settings;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears what changed on other nodes (收听变动), on a connection of its own. Every quarter of a second
 * it asks the database for a word; while there is none, pages of this node are made anew for each
 * reader, because what was withdrawn elsewhere could be among those in memory.
 */
@Component
class OtherNodes implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(OtherNodes.class);

    /** How long it listens before it asks whether the database is still there. */
    private static final Duration LISTENING = Duration.ofMillis(250);

    /**
     * The database's answer is waited for no longer, so that silence is noticed within a second.
     */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** The embedded database serves this node alone, and only has to be there. */
    private static final Duration PATIENCE_ALONE = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Database database;
    private final KeptPages pages;
    private final Nodes nodes;
    private final Duration patience;
    private volatile Thread listener = Thread.currentThread();
    private volatile boolean running;

    OtherNodes(Database database, KeptPages pages, Nodes nodes, Settings settings) {
        this.database = database;
        this.pages = pages;
        this.nodes = nodes;
        this.patience = settings.databaseUrl().isPresent() ? PATIENCE : PATIENCE_ALONE;
    }

    @Override
    public void start() {
        running = true;
        listener = Thread.ofPlatform().name("pages-of-other-nodes").daemon().start(this::listen);
    }

    @Override
    public void stop() {
        running = false;
        LockSupport.unpark(listener);
        try {
            listener.join(TimeUnit.SECONDS.toMillis(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void listen() {
        while (running) {
            try (var connection = connect()) {
                hear(connection);
            } catch (SQLException silence) {
                LOG.warn("Pages are made anew for each reader: {}", silence.getMessage());
            } finally {
                pages.answering(false);
            }
            if (running) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        var postgres = connection.unwrap(PGConnection.class);
        try (var statement = connection.createStatement()) {
            statement.execute("LISTEN " + Nodes.CHANNEL);
            // What was told while nobody listened is not known.
            pages.forgetEverything();
            pages.answering(true);
            while (running) {
                var heard = postgres.getNotifications((int) LISTENING.toMillis());
                for (var it : heard) {
                    nodes.told(it.getParameter()).tell(pages);
                }
                if (heard.length == 0) {
                    connection.setNetworkTimeout(Runnable::run, (int) patience.toMillis());
                    statement.execute("SELECT 1");
                    connection.setNetworkTimeout(Runnable::run, 0);
                }
            }
        }
    }

    private Connection connect() throws SQLException {
        var access = database.access();
        var properties = new Properties();
        properties.setProperty("user", access.application().role());
        properties.setProperty("password", access.application().password());
        properties.setProperty("ApplicationName", "gongkai-pages");
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("loginTimeout", "5");
        return DriverManager.getConnection(access.url(), properties);
    }
}
