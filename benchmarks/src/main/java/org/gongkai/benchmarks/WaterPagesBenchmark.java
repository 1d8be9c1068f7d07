package org.gongkai.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Ten years of 200 sources with 109 items each (水源水质公开性能): how fast pages are with nothing kept in
 * memory, so that each answer is made anew; how long a download takes when it is made, and how long
 * once it is kept, as the program runs usually; the download of everything until its first byte,
 * and whole.
 */
public final class WaterPagesBenchmark {
    private static final int PORT = Integer.getInteger("benchmark.port", 8113);
    private static final int HOLD_MS = 300;
    private static final int ANSWERS = 60;
    private static final Duration TIME = Duration.ofSeconds(8);

    private final Program program;
    private final Path home;
    private final int sources;
    private final List<String> broken;

    private WaterPagesBenchmark(Program program, Path home, int sources, List<String> broken) {
        this.program = program;
        this.home = home;
        this.sources = sources;
        this.broken = broken;
    }

    /** How many sources, 200 if not given; the folder that keeps them for the next time. */
    public static void main(String[] arguments) throws Exception {
        int sources = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        Path home =
                Path.of(arguments.length > 1 ? arguments[1] : ".build/benchmark-water-" + sources);
        System.out.printf(
                Locale.ROOT,
                "%nTen years of %,d sources, %s, %d processors, load %s before.%n",
                sources,
                LocalDate.now(ZoneId.systemDefault()),
                Runtime.getRuntime().availableProcessors(),
                Processes.load());
        var broken = new ArrayList<String>();
        try (var program = Program.start(home, PORT, Map.of("GONGKAI_PAGE_MEMORY", "0"))) {
            new WaterPagesBenchmark(program, home, sources, broken).madeAnew();
        }
        try (var program = Program.start(home, PORT, Map.of())) {
            new WaterPagesBenchmark(program, home, sources, broken).kept();
        }
        System.out.printf("%nLoad %s after.%n", Processes.load());
        if (!broken.isEmpty()) {
            System.out.println("NOT HELD: " + String.join("; ", broken));
            System.exit(1);
        }
    }

    private void madeAnew() throws Exception {
        if (!Files.exists(home.resolve("filled-water"))) {
            try (Connection owner = program.owner()) {
                long began = System.nanoTime();
                new OpenMonths(owner).load(sources);
                System.out.printf("%nFilled in %d s.%n", since(began).toSeconds());
            }
            Files.createFile(home.resolve("filled-water"));
        }
        long began = System.nanoTime();
        try (var reader = Reader.anybody()) {
            reader.inTurn(List.of(program.address("/water/months")), 1, Duration.ofMinutes(5));
            System.out.printf(
                    "%nThe first page lays out what 120 months come to, once: %d s.%n",
                    since(began).toSeconds());
            pages(reader);
        }
        everything();
    }

    private void kept() throws SQLException, IOException {
        try (var reader = Reader.anybody()) {
            table("Downloads, kept once they are made", reader, downloads(), true);
        }
    }

    private void pages(Reader reader) throws SQLException, IOException {
        var source = source();
        var paths = new LinkedHashMap<String, String>();
        paths.put("at one glance, 48 sources", "/water");
        paths.put("list of months", "/water/months");
        paths.put("a month, five sources with 109 items", "/water/months/" + month());
        paths.put("a source, newest twelve months", "/water/sources/" + source);
        paths.put("an item of a source, ten years", "/water/sources/" + source + "/items/w21003");
        paths.put("items", "/water/items");
        paths.put("an item, where it was over", "/water/items/w21003");
        paths.put("widget", "/water/widget");
        paths.put("feed", "/water/feed.xml");
        paths.put("API: months", "/api/v1/public/water/months");
        paths.put("API: a month", "/api/v1/public/water/months/" + month());
        paths.put(
                "API: an item of a source",
                "/api/v1/public/water/data?source=" + source + "&item=w21003");
        table("Pages and calls, made anew each time", reader, paths, true);
        table("Downloads, made anew each time", reader, downloads(), false);
    }

    private Map<String, String> downloads() throws SQLException, IOException {
        var paths = new LinkedHashMap<String, String>();
        for (var form : List.of("csv", "json", "xlsx")) {
            paths.put("a month as " + form, "/water/months/" + month() + "/data." + form);
            paths.put("a source as " + form, "/water/sources/" + source() + "/data." + form);
        }
        return paths;
    }

    private long source() throws SQLException, IOException {
        return number("SELECT max(id) FROM water_source");
    }

    private static YearMonth month() {
        return YearMonth.now(ZoneId.of("Asia/Shanghai")).minusMonths(5);
    }

    private void table(String title, Reader reader, Map<String, String> paths, boolean bound) {
        System.out.printf(
                "%n| %s | answers | a second | p50 ms | p95 ms | p99 ms | max ms | hold p95 %d ms |%n"
                        + "|---|---|---|---|---|---|---|---|%n",
                title, HOLD_MS);
        paths.values()
                .forEach(
                        it ->
                                reader.inTurn(
                                        List.of(program.address(it)), 10, Duration.ofSeconds(3)));
        paths.forEach(
                (name, path) ->
                        row(
                                name,
                                reader.inTurn(List.of(program.address(path)), ANSWERS, TIME),
                                bound));
    }

    private void row(String name, Answers answers, boolean bound) {
        boolean held = answers.failures() == 0 && answers.milliseconds(0.95) <= HOLD_MS;
        if (bound && !held) {
            broken.add(name + " p95");
        }
        System.out.printf(
                "| %s | %s | %s |%n",
                name, answers.cells(), !bound ? "" : held ? "held" : "**not held**");
    }

    /** The download of everything is read as it is written. */
    private void everything() throws Exception {
        for (var form : List.of("csv", "json", "xlsx")) {
            var began = System.nanoTime();
            var open = URI.create(program.address("/water/data." + form).toString()).toURL();
            try (var in = open.openStream()) {
                in.readNBytes(1);
                var first = since(began);
                var bytes = in.transferTo(OutputStream.nullOutputStream());
                System.out.printf(
                        Locale.ROOT,
                        "%nEverything as %s: first byte after %d ms, %,d MB in %.1f s.",
                        form,
                        first.toMillis(),
                        bytes / 1_000_000,
                        since(began).toMillis() / 1e3);
                if (first.toMillis() > HOLD_MS) {
                    broken.add("first byte of everything as " + form);
                }
            }
        }
        System.out.println();
    }

    private long number(String query) throws SQLException, IOException {
        try (Connection owner = program.owner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
