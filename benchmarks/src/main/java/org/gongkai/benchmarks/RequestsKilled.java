package org.gongkai.benchmarks;

import static org.gongkai.benchmarks.RequestsBenchmark.number;
import static org.gongkai.benchmarks.RequestsBenchmark.numbers;
import static org.gongkai.benchmarks.RequestsBenchmark.since;
import static org.gongkai.benchmarks.RequestsBenchmark.word;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Applicants who ask and answers that go out while the program is killed and started again (断电):
 * every receipt that was answered has to be there, nothing twice, nothing by halves.
 */
final class RequestsKilled {
    private final Path home;
    private final int port;
    private final int perSecond;
    private final Duration time;
    private final List<String> broken;
    private Program program;

    RequestsKilled(
            Program program,
            Path home,
            int port,
            int perSecond,
            Duration time,
            List<String> broken) {
        this.program = program;
        this.home = home;
        this.port = port;
        this.perSecond = perSecond;
        this.time = time;
        this.broken = broken;
    }

    /** Measures; the program that runs afterwards. */
    Program run() throws Exception {
        var asking = new Asking(port, "断电时" + System.currentTimeMillis() % 100_000);
        asking.prepare(perSecond * (int) time.toSeconds());
        long before;
        List<Long> made;
        try (Connection owner = program.owner()) {
            before = number(owner, "SELECT coalesce(max(last), 0) FROM request_counter");
            made =
                    numbers(
                            owner,
                            "SELECT id FROM request_case WHERE stage = 'MADE' ORDER BY id LIMIT 500");
        }
        try (var threads = Executors.newFixedThreadPool(2)) {
            CompletableFuture<long[]> intake =
                    CompletableFuture.supplyAsync(
                            () -> RequestsBenchmark.asked(asking, perSecond), threads);
            Thread.sleep(time.dividedBy(2).minusSeconds(2).toMillis());
            var told = new ArrayList<Long>();
            var staff = new Staff(program);
            var dispatching =
                    CompletableFuture.runAsync(() -> dispatch(staff, made, told), threads);
            Thread.sleep(2_000);
            long killed = System.nanoTime();
            program.kill();
            program = Program.start(home, port);
            var away = since(killed);
            dispatching.get();
            var nanos = intake.get();
            RequestsBenchmark.heading(perSecond);
            RequestsBenchmark.intakeRow("intake, killed in the middle", nanos, asking, broken);
            System.out.printf(
                    Locale.ROOT,
                    "%nAway for %.1f s; %,d of %,d were due by then or later and %,d sendings had no answer; a proof of work took %.0f ms"
                            + " of a processor and was done beforehand.%n",
                    away.toMillis() / 1e3,
                    Arrays.stream(nanos).filter(it -> it > 1_000_000_000L).count(),
                    nanos.length,
                    asking.again(),
                    asking.proofMilliseconds());
            everyReceiptIsThere(asking, before);
            nothingIsHalfDispatched(made, told);
            staff.close();
        }
        return program;
    }

    private void everyReceiptIsThere(Asking asking, long before) throws Exception {
        try (Connection owner = program.owner()) {
            var missing = new ArrayList<String>();
            for (var it : asking.receipts()) {
                if (number(
                                owner,
                                """
                                SELECT count(*) FROM request_case c JOIN request_matter m ON m.case_id = c.id
                                    JOIN request_identity i ON i.case_id = c.id JOIN request_event e ON e.case_id = c.id
                                WHERE c.number = '%s' AND m.words = '%s'
                                """
                                        .formatted(it.number(), it.matter()))
                        != 1) {
                    missing.add(it.number());
                }
            }
            long last = number(owner, "SELECT max(last) FROM request_counter");
            long kept =
                    number(
                            owner,
                            "SELECT count(*) FROM request_case WHERE right(number, -9)::int > "
                                    + before);
            long distinct =
                    asking.receipts().stream().map(Asking.Receipt::number).distinct().count();
            boolean held =
                    missing.isEmpty()
                            && asking.refused().isEmpty()
                            && distinct == asking.count()
                            && kept == asking.count()
                            && last == before + asking.count();
            int tracked = 0;
            for (int i = 0; i < 50; i++) {
                tracked += tracked(asking.receipts().get(i * asking.receipts().size() / 50));
            }
            if (!held || tracked < 50) {
                broken.add("every receipt once");
            }
            System.out.printf(
                    Locale.ROOT,
                    "%,d sent, %,d receipts with %,d numbers, %d of them missing, %,d kept, numbers %,d to %,d without gap, %d refused, %d of 50"
                            + " followed by number and secret: %s.%n",
                    asking.count(),
                    asking.receipts().size(),
                    distinct,
                    missing.size(),
                    kept,
                    before + 1,
                    last,
                    asking.refused().size(),
                    tracked,
                    word(held && tracked == 50));
            asking.refused().stream().limit(3).forEach(System.out::println);
        }
    }

    private int tracked(Asking.Receipt receipt) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var answer =
                    http.send(
                            HttpRequest.newBuilder(program.address("/api/v1/public/requests/track"))
                                    .header("Content-Type", "application/json")
                                    .POST(
                                            BodyPublishers.ofString(
                                                    new JsonMapper()
                                                            .writeValueAsString(
                                                                    Map.of(
                                                                            "number",
                                                                            receipt.number(),
                                                                            "secret",
                                                                            receipt.secret()))))
                                    .build(),
                            BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().contains(receipt.matter()) ? 1 : 0;
        }
    }

    /** One answer after the other goes out until the program is gone. */
    private static void dispatch(Staff staff, List<Long> made, List<Long> told) {
        for (long id : made) {
            try {
                var answer = staff.office("/api/v1/requests/" + id + "/events", dispatched());
                if (answer.statusCode() == 200) {
                    told.add(id);
                }
            } catch (IOException killed) {
                return;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static Map<String, String> dispatched() {
        return Map.of("type", "dispatched", "way", "邮寄", "evidence", "挂号单XA1");
    }

    /** Made or dispatched, never both or twice; what was told stays; the rest can go out. */
    private void nothingIsHalfDispatched(List<Long> made, List<Long> told) throws Exception {
        var wrong = new ArrayList<String>();
        long found = 0;
        try (Connection owner = program.owner();
                var staff = new Staff(program)) {
            for (long id : made.subList(0, Math.min(made.size(), told.size() + 20))) {
                long events = sent(owner, id);
                var stage = stage(owner, id);
                if (events > 1
                        || events == 1 != stage.equals("DISPATCHED")
                        || told.contains(id) && events != 1) {
                    wrong.add(id + " " + stage + " " + events);
                }
                found += events == 1 && !told.contains(id) ? 1 : 0;
                int status =
                        staff.office("/api/v1/requests/" + id + "/events", dispatched())
                                .statusCode();
                if (status != (events == 1 ? 409 : 200) || sent(owner, id) != 1) {
                    wrong.add(id + " sent again: " + status);
                }
            }
        }
        if (!wrong.isEmpty()) {
            broken.add("made or dispatched");
        }
        System.out.printf(
                "%d answers were told to be dispatched when it was killed, %d more were so without an answer; the others were made"
                        + " and went out afterwards, each once: %s %s%n",
                told.size(), found, word(wrong.isEmpty()), wrong.stream().limit(3).toList());
    }

    private static long sent(Connection owner, long id) throws SQLException {
        return number(
                owner,
                "SELECT count(*) FROM request_event WHERE step = 'DISPATCHED_ANSWER' AND case_id = "
                        + id);
    }

    private static String stage(Connection owner, long id) throws SQLException {
        try (var statement = owner.createStatement();
                var row =
                        statement.executeQuery("SELECT stage FROM request_case WHERE id = " + id)) {
            row.next();
            return row.getString(1);
        }
    }
}
