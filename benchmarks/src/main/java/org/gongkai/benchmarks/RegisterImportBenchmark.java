package org.gongkai.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A directory of units comes in (名录导入性能): 1,000,000 rows from a workbook into an empty register,
 * the same from CSV with a tenth changed, and once more with the program killed while it reads and
 * while it writes. The program has 512 MiB of heap.
 */
public final class RegisterImportBenchmark {
    private static final int PORT = Integer.getInteger("benchmark.port", 8109);
    private static final int SECONDS = 60;
    private static final int HEAP = 512;
    private static final int CHANGED_EACH = 10;
    private static final String ADDRESS = "/api/v1/inspections/imports";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> AT_WORK = Set.of("reading", "comparing", "applying");

    private final Path home;
    private final int rows;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Program program;
    private String token;
    private double peak;

    private RegisterImportBenchmark(Path home, int rows) throws Exception {
        this.home = home;
        this.rows = rows;
        this.program = started();
        this.token = signedIn();
    }

    /** How many rows, 1,000,000 if not given. */
    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        Path home = Path.of(arguments.length > 1 ? arguments[1] : ".build/benchmark-registers");
        Path mark = home.resolve("made-by-benchmark");
        if (Files.exists(home) && !Files.exists(mark)) {
            throw new IllegalArgumentException(home + " holds something else");
        }
        Folders.delete(home);
        Files.createDirectories(home);
        Files.createFile(mark);
        var book = new RegisterFile(rows, 0).workbook(home.resolve("units.xlsx"));
        var changed = new RegisterFile(rows, CHANGED_EACH).zip(home.resolve("units.zip"));
        System.out.printf(
                Locale.ROOT,
                "%n%,d rows, %s, %d processors, heap %d MiB, load %s before.%n",
                rows,
                LocalDate.now(ZoneId.systemDefault()),
                Runtime.getRuntime().availableProcessors(),
                HEAP,
                Processes.load());
        System.out.println(
                """

                | Import | file MiB | read s | compared s | carried out s | all s | at most s | peak heap MiB | at most MiB |
                |---|---|---|---|---|---|---|---|---|""");
        var run = new RegisterImportBenchmark(home, rows);
        run.timed(".xlsx into an empty register", book, rows, 0);
        run.timed(".csv in a .zip, a tenth changed", changed, 0, rows / CHANGED_EACH);
        run.killed(new RegisterFile(rows, 0).workbook(home.resolve("units.xlsx")));
        run.program.close();
        System.out.printf("%nLoad %s after.%n", Processes.load());
    }

    private Program started() throws IOException {
        return Program.start(
                home,
                PORT,
                Map.of(
                        "JAVA_TOOL_OPTIONS",
                        "-Xmx" + HEAP + "m",
                        "GONGKAI_DEMO_DOCUMENTS",
                        "false"));
    }

    private void timed(String what, Path file, int added, int changed) throws Exception {
        peak = 0;
        var begun = System.nanoTime();
        var run = upload(file);
        var sent = System.nanoTime();
        await(run, "reading");
        var read = System.nanoTime();
        var checked = await(run, "comparing");
        var compared = System.nanoTime();
        expect(checked, "/counts/added", added);
        expect(checked, "/counts/changed", changed);
        expect(checked, "/counts/broken", 0);
        var confirmed = System.nanoTime();
        post(ADDRESS + "/" + run + "/steps/confirm");
        var done = await(run, "applying");
        var end = System.nanoTime();
        expect(done, "/counts/applied", added + changed);
        var all = seconds(begun, compared) + seconds(confirmed, end);
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f | %.1f | %.1f | %d | %.0f | %d |%n",
                what,
                Files.size(file) >> 20,
                seconds(sent, read),
                seconds(read, compared),
                seconds(confirmed, end),
                all,
                SECONDS,
                peak,
                HEAP);
    }

    /** Back to the names before, killed while reading and while writing. */
    private void killed(Path file) throws Exception {
        var run = upload(file);
        while (get(run).at("/counts/read").asInt() < rows / 2) {
            Thread.sleep(100);
        }
        again();
        await(run, "reading");
        expect(await(run, "comparing"), "/counts/changed", rows / CHANGED_EACH);
        post(ADDRESS + "/" + run + "/steps/confirm");
        while (get(run).at("/counts/applied").asInt() == 0
                && get(run).at("/state").asString().equals("applying")) {
            Thread.sleep(20);
        }
        again();
        var done = await(run, "applying");
        expect(done, "/counts/applied", rows / CHANGED_EACH);
        expect(done, "/counts/overtaken", 0);
        same(
                "units",
                count("SELECT count(*) FROM inspection_unit WHERE import_id IS NOT NULL"),
                rows);
        same(
                "renamed units",
                count("SELECT count(*) FROM inspection_unit WHERE name LIKE '%更名%'"),
                0);
        same(
                "changes on record",
                count("SELECT count(*) FROM inspection_change WHERE register = 'UNIT'"),
                2 * (rows / CHANGED_EACH));
        System.out.printf(
                Locale.ROOT,
                "%nKilled while it read and while it wrote: %,d units, each once, %,d changes on"
                        + " record, each once.%n",
                rows,
                2 * (rows / CHANGED_EACH));
    }

    private void again() throws IOException, InterruptedException {
        program.kill();
        program = started();
        token = signedIn();
    }

    private int count(String query) throws SQLException, IOException {
        try (var owner = program.owner();
                var statement = owner.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    private JsonNode await(long run, String state) throws IOException, InterruptedException {
        var now = get(run);
        while (now.at("/state").asString().equals(state)) {
            peak =
                    Math.max(
                            peak,
                            program.figure("jvm_memory_used_bytes\\{area=\"heap\"[^}]*}")
                                    / (1 << 20));
            Thread.sleep(200);
            now = get(run);
        }
        var after = now.at("/state").asString();
        if (!AT_WORK.contains(after) && !Set.of("checked", "done").contains(after)) {
            throw new IllegalStateException(now.toString());
        }
        return now;
    }

    private String signedIn() throws IOException, InterruptedException {
        var body =
                JSON.writeValueAsString(
                        Map.of("username", "keeper", "password", "gongkai-demo-2021"));
        return sent("POST", "/api/v1/tokens", "application/json", BodyPublishers.ofString(body), "")
                .at("/token")
                .asString();
    }

    private JsonNode get(long run) throws IOException, InterruptedException {
        return sent("GET", ADDRESS + "/" + run, "", BodyPublishers.noBody(), token);
    }

    private void post(String path) throws IOException, InterruptedException {
        sent("POST", path, "", BodyPublishers.noBody(), token);
    }

    private long upload(Path file) throws IOException, InterruptedException {
        var edge = "edge-of-the-part";
        var head = new ByteArrayOutputStream();
        head.writeBytes(
                ("--%s\r\nContent-Disposition: form-data; name=\"register\"\r\n\r\nunits\r\n--%s\r\n"
                                + "Content-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n")
                        .formatted(edge, edge, file.getFileName())
                        .getBytes(StandardCharsets.UTF_8));
        var body =
                BodyPublishers.concat(
                        BodyPublishers.ofByteArray(head.toByteArray()),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofString("\r\n--" + edge + "--\r\n"));
        return sent("POST", ADDRESS, "multipart/form-data; boundary=" + edge, body, token)
                .at("/id")
                .asLong();
    }

    private JsonNode sent(String method, String path, String type, BodyPublisher body, String by)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(program.address(path)).method(method, body);
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (!by.isEmpty()) {
            request.header("Authorization", "Bearer " + by);
        }
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (!List.of(200, 201).contains(answer.statusCode())) {
            throw new IllegalStateException(path + " " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private static double seconds(long from, long to) {
        return Duration.ofNanos(to - from).toMillis() / 1_000.0;
    }

    private static void expect(JsonNode answer, String path, int wanted) {
        same(path, answer.at(path).asInt(), wanted);
    }

    private static void same(String what, int found, int wanted) {
        if (found != wanted) {
            throw new IllegalStateException(what + ": " + found + ", not " + wanted);
        }
    }
}
