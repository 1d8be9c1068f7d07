package org.gongkai.platform.database;

import java.nio.file.Path;
import java.util.List;
import org.gongkai.platform.settings.Secrets;

/**
 * A program that commits rows and then ends as by {@code kill -9}: no hook runs, the server stays.
 */
public final class KilledProgram {
    static final int STATUS = 137;

    private KilledProgram() {}

    /** Arguments: folder, programs, number of rows. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        var postgres =
                new EmbeddedPostgres(
                        folder.resolve("postgres"),
                        Path.of(arguments[1]),
                        new Secrets(folder.resolve("secrets")),
                        List.of());
        postgres.start();
        EmbeddedPostgresTests.write(postgres, Integer.parseInt(arguments[2]));
        Runtime.getRuntime().halt(STATUS);
    }
}
