package org.gongkai.platform.transparencylog;

import java.nio.file.Path;
import java.util.Objects;
import org.gongkai.platform.settings.Secrets;
import org.gongkai.testing.TestClock;
import org.gongkai.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/** The log alone, over a database of its own; starting another over the same one is a restart. */
final class LogProgram {
    final TestClock clock = new TestClock();
    final TransactionTemplate transaction;
    final LogEntries entries;
    final Tiles tiles;
    final Checkpoints checkpoints;
    final LogKeys keys;
    final LogFaults faults;
    final Witnesses witnesses;
    final Witnessing witnessing;
    final TransparencyLog log;
    final LogReading reading;
    final Sequencer sequencer;

    LogProgram(TestDatabase database, Path home) {
        var source = new TransactionAwareDataSourceProxy(database.app());
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        var jdbc = JdbcClient.create(source);
        entries = new LogEntries(jdbc);
        tiles = new Tiles(jdbc);
        checkpoints = new Checkpoints(jdbc);
        keys = new LogKeys(jdbc, new Secrets(home));
        faults = new LogFaults(jdbc);
        witnesses = new Witnesses(jdbc);
        witnessing = new Witnessing(checkpoints, tiles, witnesses, clock);
        log = new TransparencyLog(entries, keys, new LogOrigin("log.example/1", null), clock);
        reading = new LogReading(entries, tiles, checkpoints, witnesses, witnessing, keys);
        sequencer =
                new Sequencer(
                        log,
                        entries,
                        tiles,
                        checkpoints,
                        new StoredCheck(entries, tiles, keys),
                        keys,
                        faults,
                        jdbc,
                        transaction,
                        clock);
    }

    /** Logs an event of a draw in a transaction of its own. */
    Logged append(int number) {
        return Objects.requireNonNull(
                transaction.execute(
                        status ->
                                log.append(
                                        DrawEvents.of("inspections", "a" + number + "/1", 1)
                                                .announced("open"))));
    }

    /** Logs events until there are so many entries. */
    void growTo(long size) {
        transaction.executeWithoutResult(
                status -> {
                    for (var at = entries.head().size(); at < size; at = entries.head().size()) {
                        log.append(
                                DrawEvents.of("inspections", "d" + at + "/1", 1).announced("open"));
                    }
                });
    }
}
