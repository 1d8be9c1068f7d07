package org.gongkai.platform.transparencylog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.gongkai.platform.database.Database;
import org.gongkai.platform.settings.Secrets;
import org.gongkai.platform.settings.Settings;
import org.gongkai.platform.settings.StartProblem;
import org.gongkai.platform.settings.StartRefused;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code log DIR} (日志全本导出): a copy of the whole log for the verifier and the archives, beside the
 * running program or while it stands.
 */
public final class LogCommand {
    /** The word for it on the command line. */
    public static final String NAME = "log";

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int WRONG_USE = 2;

    /** Reading asks for no time. */
    private static final Clock NO_CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private LogCommand() {}

    /** Runs it; gives the exit status. */
    public static int run(List<String> words, Settings settings) {
        if (words.size() != 2) {
            System.err.println(say("transparencylog.command.use"));
            return WRONG_USE;
        }
        LoggingSystem.get(LogCommand.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        var folder = Path.of(words.get(1)).toAbsolutePath().normalize();
        if (!Files.isDirectory(settings.secretsFolder())) {
            System.err.println(say("transparencylog.command.nothing", settings.home()));
            return REFUSED;
        }
        var secrets = new Secrets(settings.secretsFolder());
        try (var database = Database.forReading(settings, secrets)) {
            var size = new LogExport(reading(database, secrets)).write(folder);
            System.out.println(say("transparencylog.command.done", folder, size));
            return DONE;
        } catch (StartRefused e) {
            System.err.println(e.getMessage());
        } catch (IOException | SQLException e) {
            System.err.println(say("transparencylog.command.failed", e));
        }
        return REFUSED;
    }

    private static LogReading reading(Database database, Secrets secrets) {
        var access = database.access();
        var source = new PGSimpleDataSource();
        source.setUrl(access.url());
        source.setUser(access.application().role());
        source.setPassword(access.application().password());
        var jdbc = JdbcClient.create(source);
        var tiles = new Tiles(jdbc);
        var checkpoints = new Checkpoints(jdbc);
        var witnesses = new Witnesses(jdbc);
        return new LogReading(
                new LogEntries(jdbc),
                tiles,
                checkpoints,
                witnesses,
                new Witnessing(checkpoints, tiles, witnesses, NO_CLOCK),
                new LogKeys(jdbc, secrets));
    }

    private static String say(String key, Object... arguments) {
        return StartProblem.of(key, arguments).sentence();
    }
}
