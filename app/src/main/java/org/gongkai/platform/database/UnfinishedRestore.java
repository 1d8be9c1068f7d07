package org.gongkai.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.platform.settings.StartRefused;

/** The mark in a data folder that a restore has begun and not ended (恢复未完成). */
public final class UnfinishedRestore {
    private static final String FILE = "restore-unfinished";

    private UnfinishedRestore() {}

    /** Sets the mark. */
    public static void begin(Path home) throws IOException {
        Files.createFile(home.resolve(FILE));
    }

    /** Takes the mark away. */
    public static void end(Path home) throws IOException {
        Files.delete(home.resolve(FILE));
    }

    /** Refuses to work on a data folder that carries the mark. */
    static void refuseToUse(Path home) {
        if (Files.exists(home.resolve(FILE))) {
            throw StartRefused.because("database.start.restore-unfinished", home);
        }
    }
}
