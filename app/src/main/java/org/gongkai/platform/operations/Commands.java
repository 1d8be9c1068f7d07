package org.gongkai.platform.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.gongkai.platform.settings.Settings;
import org.gongkai.platform.settings.StartRefused;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** The operator's commands beside serving (运行命令): {@code backup FILE} and {@code restore FILE}. */
public final class Commands {
    /** The command did what was asked. */
    public static final int DONE = 0;

    /** Nothing was done, and the screen says why. */
    public static final int REFUSED = 1;

    /** The command line is wrong. */
    public static final int WRONG_USE = 2;

    private static final Set<String> NAMES = Set.of("backup", "restore");

    private Commands() {}

    /** Runs it; gives the exit status. */
    public static int run(List<String> words, Settings settings) {
        if (words.size() != 2 || !NAMES.contains(words.getFirst())) {
            System.err.println(Words.say("operations.command.use"));
            return WRONG_USE;
        }
        LoggingSystem.get(Commands.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        Path file = Path.of(words.get(1)).toAbsolutePath().normalize();
        try {
            return words.getFirst().equals("backup")
                    ? backup(file, settings)
                    : restore(file, settings);
        } catch (StartRefused e) {
            System.err.println(e.getMessage());
        } catch (IOException | SQLException e) {
            System.err.println(Words.say("operations.command.failed", words.getFirst(), e));
        }
        return REFUSED;
    }

    private static int backup(Path file, Settings settings) throws IOException, SQLException {
        Backup.write(file, settings);
        System.out.println(Words.say("operations.backup.done", file, Files.size(file)));
        return DONE;
    }

    private static int restore(Path file, Settings settings) throws IOException, SQLException {
        Restore.read(file, settings);
        System.out.println(Words.say("operations.restore.done", settings.home()));
        return DONE;
    }
}
