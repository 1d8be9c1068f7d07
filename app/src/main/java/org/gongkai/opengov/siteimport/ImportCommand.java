package org.gongkai.opengov.siteimport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.gongkai.platform.database.Maintenance;
import org.gongkai.platform.settings.HomeLock;
import org.gongkai.platform.settings.Secrets;
import org.gongkai.platform.settings.Settings;
import org.gongkai.platform.settings.StartProblem;
import org.gongkai.platform.settings.StartRefused;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * The operator's command {@code import DIR [--dry-run]} (命令行导入): hands the folder to the program
 * that runs, or starts it for as long as the import takes, and shows how far it has come.
 */
public final class ImportCommand {
    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int WRONG_USE = 2;
    private static final int PROBLEMS_SHOWN = 20;

    private ImportCommand() {}

    /**
     * Runs it; gives the exit status, 0 only when every row came in.
     *
     * @param words the command line without options
     * @param program starts the program where none is running
     */
    public static int run(
            List<String> words,
            boolean dryRun,
            Settings settings,
            Supplier<? extends AutoCloseable> program) {
        if (words.size() != 2) {
            return refuse(WRONG_USE, "siteimport.command.use");
        }
        var folder = Path.of(words.get(1)).toAbsolutePath().normalize();
        if (!Files.isRegularFile(folder.resolve(ImportFolder.SETTINGS))) {
            return refuse(REFUSED, "siteimport.command.no-folder", folder, ImportFolder.SETTINGS);
        }
        LoggingSystem.get(ImportCommand.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        try (var started = isRunning(settings) ? null : program.get();
                var database = Maintenance.enter(settings, new Secrets(settings.secretsFolder()))) {
            return watch(database.connection(), begin(database.connection(), folder, dryRun));
        } catch (StartRefused refused) {
            System.err.println(refused.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (Exception failed) {
            refuse(REFUSED, "siteimport.command.failed", failed);
        }
        return REFUSED;
    }

    private static boolean isRunning(Settings settings) throws IOException {
        try (var lock = HomeLock.tryToTake(settings.home()).orElse(null)) {
            return lock == null;
        }
    }

    private static long begin(Connection database, Path folder, boolean dryRun)
            throws SQLException {
        try (var entry =
                database.prepareStatement(
                        "INSERT INTO import_run (folder, dry_run, state, begun_at, changed_at)"
                                + " VALUES (?, ?, 'WAITING', now(), now()) RETURNING id")) {
            entry.setString(1, folder.toString());
            entry.setBoolean(2, dryRun);
            try (var row = entry.executeQuery()) {
                row.next();
                long id = row.getLong(1);
                say("siteimport.command.begun", Long.toString(id), folder);
                return id;
            }
        }
    }

    private static int watch(Connection database, long run)
            throws SQLException, InterruptedException {
        int shown = -1;
        while (true) {
            var now = read(database, run).orElseThrow();
            if (now.done() != shown && now.total() > 0) {
                say(
                        "siteimport.command.progress",
                        now.done(),
                        now.total(),
                        now.in(),
                        now.known(),
                        now.broken());
                shown = now.done();
            }
            if (!now.isOpen()) {
                return end(database, run, now);
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private static int end(Connection database, long run, Standing now) throws SQLException {
        if (!now.state().equals("DONE")) {
            return refuse(
                    REFUSED,
                    "siteimport.command.stopped",
                    Optional.ofNullable(now.failure()).orElse(now.state()));
        }
        int problems = problems(database, run);
        if (problems > PROBLEMS_SHOWN) {
            say("siteimport.command.more", problems);
        }
        say("siteimport.command.done", now.in(), now.held(), now.known(), now.broken());
        if (!now.dryRun() && now.in() > 0) {
            say("siteimport.command.approve");
        }
        return now.broken() == 0 ? DONE : REFUSED;
    }

    /** Shows the first and counts all. */
    private static int problems(Connection database, long run) throws SQLException {
        int count = 0;
        try (var query =
                database.prepareStatement(
                        "SELECT * FROM import_problem WHERE run_id = ? ORDER BY row_number, id")) {
            query.setLong(1, run);
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    if (count++ < PROBLEMS_SHOWN) {
                        say(
                                "siteimport.command.problem",
                                row.getInt("row_number"),
                                row.getString("source_key"),
                                row.getString("field"),
                                row.getString("reason"));
                    }
                }
            }
        }
        return count;
    }

    private record Standing(
            String state,
            boolean dryRun,
            int total,
            int done,
            int in,
            int known,
            int held,
            int broken,
            @org.jspecify.annotations.Nullable String failure) {
        boolean isOpen() {
            return state.equals("WAITING") || state.equals("RUNNING");
        }
    }

    private static Optional<Standing> read(Connection database, long run) throws SQLException {
        try (var query = database.prepareStatement("SELECT * FROM import_run WHERE id = ?")) {
            query.setLong(1, run);
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(standing(row)) : Optional.empty();
            }
        }
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getString("state"),
                row.getBoolean("dry_run"),
                row.getInt("rows_total"),
                row.getInt("rows_done"),
                row.getInt("rows_in"),
                row.getInt("rows_known"),
                row.getInt("rows_held"),
                row.getInt("rows_broken"),
                row.getString("failure"));
    }

    private static void say(String messageKey, Object... arguments) {
        System.out.println(sentence(messageKey, arguments));
    }

    private static int refuse(int status, String messageKey, Object... arguments) {
        System.err.println(sentence(messageKey, arguments));
        return status;
    }

    private static String sentence(String messageKey, Object... arguments) {
        var plain = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            plain[i] = String.valueOf(arguments[i]);
        }
        return StartProblem.of(messageKey, plain).sentence();
    }
}
