package org.gongkai.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

/**
 * How the whole program stands up to 100,000 published documents (整机性能): start, memory, each kind
 * of page, search, publication; over HTTP on this machine, with the limit or the peer beside each.
 */
public final class PagesBenchmark {
    private static final int PORT = Integer.getInteger("benchmark.port", 8106);
    private static final int STARTS = 3;

    /** As long as the program takes to give back what its start took. */
    private static final Duration IDLE = Duration.ofMinutes(1);

    private PagesBenchmark() {}

    /** How many documents, 100,000 if not given; the folder that keeps them for the next time. */
    public static void main(String[] arguments) throws Exception {
        int documents = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        Path home = Path.of(arguments.length > 1 ? arguments[1] : ".build/benchmark-" + documents);
        String load = Processes.load();
        if (!Files.exists(home.resolve("filled"))) {
            fill(home, documents);
        }
        System.out.printf(
                Locale.ROOT,
                "%n%,d documents, %s, %d processors, load %s before.%n",
                documents,
                LocalDate.now(ZoneId.systemDefault()),
                Runtime.getRuntime().availableProcessors(),
                load);
        starts(home);
        // Every page is made for its reader here; pages from memory are measured by themselves.
        var settings = Map.of("GONGKAI_PAGE_MEMORY", "0");
        try (Program program = Program.start(home, PORT, settings)) {
            measure(program);
        }
        PlainLucene.print(home.resolve("index"));
        System.out.printf("%nLoad %s after.%n", Processes.load());
    }

    /** Once: makes the demo agency, loads the archive, has the index made. */
    static void fill(Path home, int documents) throws Exception {
        Path mark = home.resolve("made-by-benchmark");
        if (Files.exists(home) && !Files.exists(mark)) {
            throw new IllegalArgumentException(home + " holds something else");
        }
        Folders.delete(home);
        Files.createDirectories(home);
        Files.createFile(mark);
        long began = System.nanoTime();
        try (Program program = Program.start(home, PORT);
                Staff staff = new Staff(program);
                Connection owner = program.owner()) {
            new Archive(owner, SampleFiles.upload(staff)).load(documents);
        }
        double loaded = (System.nanoTime() - began) / 1e9;
        Folders.delete(home.resolve("index"));
        try (Program program = Program.start(home, PORT)) {
            Duration before = program.processor().plus(program.databaseProcessor());
            long indexing = System.nanoTime();
            program.waitForSearch();
            Duration used = program.processor().plus(program.databaseProcessor()).minus(before);
            System.out.printf(
                    Locale.ROOT,
                    "%,d documents loaded through the gates in %.0f s; index made in %.0f s, "
                            + "%,.0f documents for each second of the processor; %,d MiB of "
                            + "database, %,d MiB of index.%n",
                    documents,
                    loaded,
                    (System.nanoTime() - indexing) / 1e9,
                    documents / (used.toMillis() / 1e3),
                    Folders.mebibytes(home.resolve("postgres/cluster")),
                    Folders.mebibytes(home.resolve("index")));
        }
        Files.writeString(home.resolve("filled"), documents + "\n");
    }

    private static void starts(Path home) throws Exception {
        System.out.print(
                """

                | Start, to the first page | wall s | processor s | hold |
                |---|---|---|---|
                """);
        for (int i = 1; i <= STARTS; i++) {
            try (Program program = Program.start(home, PORT)) {
                System.out.printf(
                        Locale.ROOT,
                        "| start %d | %.1f | %.1f | 10 s of the processor |%n",
                        i,
                        program.start().wall().toMillis() / 1e3,
                        program.start().processor().toMillis() / 1e3);
            }
        }
    }

    private static void measure(Program program) throws Exception {
        program.waitForSearch();
        Thread.sleep(IDLE);
        long idle = program.memory();
        long idleMapped = program.mapped();
        long idleDatabase = program.databaseMemory();
        try (var staff = new Staff(program);
                var pages = Pages.of(program)) {
            new PageTimes(program, staff).measure(pages);
            new PageLoad(program).measure(pages);
            new PublicationTimes(program, staff).measure();
        }
        System.out.printf(
                Locale.ROOT,
                """

                | Memory, MiB | program | database | together | hold | files mapped besides |
                |---|---|---|---|---|---|
                | a minute after the start | %1$,d | %2$,d | %3$,d | 600 | %4$,d |
                | after all of this | %5$,d | %6$,d | %7$,d | | %8$,d |
                | Java objects held then | %9$,d | | | | |
                """,
                idle,
                idleDatabase,
                idle + idleDatabase,
                idleMapped,
                program.memory(),
                program.databaseMemory(),
                program.memory() + program.databaseMemory(),
                program.mapped(),
                program.heap());
    }
}
