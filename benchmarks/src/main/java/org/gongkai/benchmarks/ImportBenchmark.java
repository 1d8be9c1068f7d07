package org.gongkai.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/**
 * An old site comes in (导入性能): 50,000 rows with 100 broken ones, the program killed in the middle
 * and started again, then both approvals and the taking in; every row counted at the end.
 */
public final class ImportBenchmark {
    private static final int PORT = Integer.getInteger("benchmark.port", 8108);
    private static final int BROKEN = 100;

    private final Path home;
    private final int rows;
    private Program program;
    private Staff staff;

    private ImportBenchmark(Path home, int rows) throws Exception {
        this.home = home;
        this.rows = rows;
        program = Program.start(home, PORT);
        staff = new Staff(program);
    }

    /** How many rows, 50,000 if not given. */
    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50_000;
        Path home = Path.of(arguments.length > 1 ? arguments[1] : ".build/benchmark-import");
        Path mark = home.resolve("made-by-benchmark");
        if (Files.exists(home) && !Files.exists(mark)) {
            throw new IllegalArgumentException(home + " holds something else");
        }
        Folders.delete(home);
        Files.createDirectories(home);
        Files.createFile(mark);
        new OldSite(home.resolve("import/old")).write(rows, BROKEN);
        System.out.printf(
                Locale.ROOT,
                "%n%,d rows, %d broken, %s, %d processors, load %s before.%n",
                rows,
                BROKEN,
                LocalDate.now(ZoneId.systemDefault()),
                Runtime.getRuntime().availableProcessors(),
                Processes.load());
        new ImportBenchmark(home, rows).run();
        System.out.printf("%nLoad %s after.%n", Processes.load());
    }

    private void run() throws Exception {
        long run = staff.startImport("old");
        long began = System.nanoTime();
        await(() -> staff.readImport(run).at("/done").asInt() >= rows / 2);
        killed();
        await(() -> staff.readImport(run).at("/state").asString().equals("done"));
        var checked = since(began);
        var done = staff.readImport(run);
        expect(done, "/in", rows - BROKEN);
        expect(done, "/broken", BROKEN);
        expect(done, "/known", 0);
        expect(done, "/batch/records", rows - BROKEN);
        staff.approveImport(run, "office", done.at("/batch/digest").asString());
        staff.approveImport(run, "leader", done.at("/batch/digest").asString());
        long approved = System.nanoTime();
        await(() -> staff.readImport(run).at("/batch/takenIn").asInt() >= rows / 2);
        killed();
        await(() -> staff.readImport(run).at("/batch/standing").asString().equals("taken-in"));
        var takenIn = since(approved);
        program.waitForSearch();
        var searchable = since(approved);
        try (Connection owner = program.owner()) {
            expect(owner, "SELECT count(*) FROM document", rows - BROKEN);
            expect(owner, "SELECT count(DISTINCT source_key) FROM import_record", rows - BROKEN);
            expect(
                    owner,
                    "SELECT count(*) FROM public_document",
                    rows - BROKEN - done.at("/held").asInt());
            expect(
                    owner,
                    "SELECT count(DISTINCT row_number) FROM import_problem WHERE reason <> ''",
                    BROKEN);
        }
        print(done, checked, takenIn, searchable);
        staff.close();
        program.close();
    }

    private void print(JsonNode done, Duration checked, Duration takenIn, Duration searchable) {
        int in = done.at("/in").asInt();
        System.out.printf(
                Locale.ROOT,
                """

                | Import, killed twice | s | rows a minute |
                |---|---|---|
                | checked and kept aside, with one kill -9 and start | %d | %,d |
                | from the second approval to public, with one more | %d | %,d |
                | … and found by search | %d | %,d |

                %,d rows in, each once; %d of them held for review; %d broken, each named with its reason.
                """,
                checked.toSeconds(),
                perMinute(rows, checked),
                takenIn.toSeconds(),
                perMinute(in, takenIn),
                searchable.toSeconds(),
                perMinute(in, searchable),
                in,
                done.at("/held").asInt(),
                done.at("/broken").asInt());
    }

    private void killed() throws Exception {
        staff.close();
        program.kill();
        program = Program.start(home, PORT);
        staff = new Staff(program);
    }

    private static void await(BooleanSupplier reached) throws InterruptedException {
        while (!reached.getAsBoolean()) {
            Thread.sleep(500);
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private static long perMinute(int rows, Duration time) {
        return rows * 60_000L / Math.max(1, time.toMillis());
    }

    private static void expect(JsonNode answer, String path, int wanted) {
        same(path, answer.at(path).asInt(), wanted);
    }

    private static void expect(Connection database, String query, int wanted) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            same(query, row.getInt(1), wanted);
        }
    }

    private static void same(String what, int found, int wanted) {
        if (found != wanted) {
            throw new IllegalStateException(what + ": " + found + ", not " + wanted);
        }
    }
}
