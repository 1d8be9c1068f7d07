package org.gongkai.benchmarks;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.json.JsonMapper;

/**
 * 100,000 open requests (依申请公开性能): how fast the desk's lists are; how long all of them take to be
 * counted again after a change of the calendar while applicants go on asking; and 50 requests a
 * second with the program killed in the middle, after which every receipt that was answered has to
 * be there, and nothing twice.
 */
public final class RequestsBenchmark {
    private static final int PORT = Integer.getInteger("benchmark.port", 8109);
    private static final int ASKED_A_SECOND = Integer.getInteger("benchmark.asked", 50);
    private static final Duration TIME =
            Duration.ofSeconds(Integer.getInteger("benchmark.seconds", 60));
    private static final boolean ONLY_REDATING = Boolean.getBoolean("benchmark.redating");
    private static final int BOARD_MS = 300;
    private static final Duration REDATED = Duration.ofSeconds(10);
    private static final String NOTICE = "国办发明电〔%d〕99号";
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Path home;
    private final int cases;
    private final List<String> broken = new ArrayList<>();
    private Program program;

    private RequestsBenchmark(Program program, Path home, int cases) {
        this.program = program;
        this.home = home;
        this.cases = cases;
    }

    /** How many cases, 100,000 if not given; the folder that keeps them for the next time. */
    public static void main(String[] arguments) throws Exception {
        int cases = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        Path home =
                Path.of(arguments.length > 1 ? arguments[1] : ".build/benchmark-requests-" + cases);
        System.out.printf(
                Locale.ROOT,
                "%n%,d open requests, %s, %d processors, load %s before.%n",
                cases,
                LocalDate.now(ZoneId.systemDefault()),
                Runtime.getRuntime().availableProcessors(),
                Processes.load());
        var benchmark = new RequestsBenchmark(Program.start(home, PORT), home, cases);
        benchmark.run();
        System.out.printf("%nLoad %s after.%n", Processes.load());
        if (!benchmark.broken.isEmpty()) {
            System.out.println("NOT HELD: " + String.join("; ", benchmark.broken));
            System.exit(1);
        }
    }

    private void run() throws Exception {
        try {
            if (!Files.exists(home.resolve("filled-requests"))) {
                fill();
            }
            if (!ONLY_REDATING) {
                board();
            }
            redate();
            if (ONLY_REDATING) {
                return;
            }
            program = new RequestsKilled(program, home, PORT, ASKED_A_SECOND, TIME, broken).run();
        } finally {
            program.close();
        }
    }

    private void fill() throws Exception {
        try (Connection owner = program.owner()) {
            long began = System.nanoTime();
            new OpenCases(owner).load(cases);
            System.out.printf("%nFilled in %d s", since(began).toSeconds());
            began = System.nanoTime();
            while (number(
                            owner,
                            "SELECT count(*) FROM request_case WHERE calendar_version LIKE 'not%'")
                    > 0) {
                Thread.sleep(200);
            }
            System.out.printf(
                    "; counted for the first time within %d s of that.%n",
                    since(began).toSeconds());
            run(owner, "VACUUM (ANALYZE)");
        }
        Files.createFile(home.resolve("filled-requests"));
    }

    private void board() {
        var lists = new LinkedHashMap<String, String>();
        lists.put("open, the first due first", "/desk/requests");
        lists.put("the same, page 500", "/desk/requests?page=" + Math.min(500, cases / 60));
        lists.put("overdue", "/desk/requests?due=over");
        lists.put("5 working days left", "/desk/requests?due=5");
        lists.put("one stage", "/desk/requests?stage=in-hand");
        lists.put("one section", "/desk/requests?section=water");
        lists.put("one channel", "/desk/requests?channel=email");
        lists.put("words", "/desk/requests?q=%E8%B4%BA%E5%85%B0%E5%B1%B1");
        lists.put("a number", "/desk/requests?q=YSQ-" + LocalDate.now(CHINA).getYear() + "-00077");
        lists.put("all, closed too", "/desk/requests?state=all");
        lists.put("工作台", "/desk");
        lists.put("moved by a calendar", "/desk/requests/redatings");
        System.out.printf(
                "%n| Lists of %,d open requests, an officer signed in | answers | a second | p50 ms | p95 ms | p99 ms | max ms | hold p95 %d ms |%n"
                        + "|---|---|---|---|---|---|---|---|%n",
                cases, BOARD_MS);
        try (var staff = new Staff(program);
                var officer = staff.atDesk("office")) {
            lists.values()
                    .forEach(
                            it ->
                                    officer.inTurn(
                                            List.of(program.address(it)),
                                            30,
                                            Duration.ofSeconds(3)));
            lists.forEach(
                    (name, path) ->
                            row(
                                    name,
                                    officer.inTurn(
                                            List.of(program.address(path)),
                                            100,
                                            Duration.ofSeconds(5))));
            var all = lists.values().stream().<URI>map(program::address).toList();
            row("all of these at 5 a second", officer.paced(all, 5, Duration.ofSeconds(12)));
        }
    }

    private void row(String name, Answers answers) {
        boolean held = answers.failures() == 0 && answers.milliseconds(0.95) <= BOARD_MS;
        if (!held) {
            broken.add(name + " p95");
        }
        System.out.printf("| %s | %s | %s |%n", name, answers.cells(), word(held));
    }

    private void redate() throws Exception {
        var asking = new Asking(PORT, "重算时");
        asking.prepare(ASKED_A_SECOND * (int) Math.min(15, TIME.toSeconds()));
        try (Connection owner = program.owner();
                var staff = new Staff(program);
                var threads = Executors.newFixedThreadPool(2)) {
            long last = number(owner, "SELECT coalesce(max(id), 0) FROM request_redating_run");
            CompletableFuture<long[]> intake =
                    CompletableFuture.supplyAsync(() -> asked(asking, ASKED_A_SECOND), threads);
            Thread.sleep(1_000);
            long began = System.nanoTime();
            changeCalendar(owner, staff);
            var stop = new AtomicBoolean();
            var officer = CompletableFuture.supplyAsync(() -> consult(staff, stop), threads);
            var progress = watch(owner, last, began);
            var took = since(began);
            stop.set(true);
            long left =
                    number(
                            owner,
                            "SELECT count(*) FROM request_case WHERE answered_on IS NULL AND calendar_version <>"
                                    + " (SELECT version FROM request_redating_run ORDER BY id DESC LIMIT 1)");
            boolean held = left == 0 && took.compareTo(REDATED) <= 0;
            if (!held) {
                broken.add("counted again");
            }
            System.out.printf(
                    Locale.ROOT,
                    "%nAfter a change of the calendar: %,d counted again, %,d of them moved, in %.1f s from the answer of the"
                            + " calendar desk (%d s: %s); %d left. Progress: %s.%n",
                    number(owner, "SELECT done FROM request_redating_run ORDER BY id DESC LIMIT 1"),
                    number(
                            owner,
                            "SELECT moved FROM request_redating_run ORDER BY id DESC LIMIT 1"),
                    took.toMillis() / 1e3,
                    REDATED.toSeconds(),
                    word(held),
                    left,
                    String.join(", ", progress));
            heading(ASKED_A_SECOND);
            intakeRow("intake while they are counted again", intake.get(), asking, broken);
            System.out.printf(
                    "| an officer's steps meanwhile | %s |%n", Asking.cells(officer.get()));
        }
    }

    static long[] asked(Asking asking, int perSecond) {
        try {
            return asking.run(perSecond);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /**
     * Takes the notice of the last time back, or enters one: either moves nearly every last day.
     */
    private void changeCalendar(Connection owner, Staff staff) throws Exception {
        var today = LocalDate.now(CHINA);
        var number = NOTICE.formatted(today.getYear());
        long counting =
                number(
                        owner,
                        """
                        SELECT coalesce(max(id), 0) FROM calendar_notice n WHERE number = '%s' AND NOT EXISTS
                            (SELECT 1 FROM calendar_notice_withdrawal w WHERE w.notice_id = n.id)
                        """
                                .formatted(number));
        if (counting > 0) {
            expect(
                    staff.office(
                            "/api/v1/calendar/notices/" + counting + "/withdrawal",
                            Map.of("reason", "压力测试")));
            return;
        }
        var notice = new LinkedHashMap<String, Object>();
        notice.put("calendar", "CN");
        notice.put("year", today.getYear());
        notice.put("number", number);
        notice.put("title", "关于调整放假安排的通知（压力测试）");
        notice.put("issuedBy", "国务院办公厅");
        notice.put("validFrom", today.toString());
        notice.put("certainty", "UNCHECKED");
        notice.put("source", "压力测试");
        notice.put("wholeYear", false);
        var next = today.plusDays(today.getDayOfWeek().getValue() >= 5 ? 3 : 1);
        notice.put(
                "days", List.of(Map.of("day", next.toString(), "kind", "OFF", "festival", "测试日")));
        var examined = expect(staff.office("/api/v1/calendar/notices/examination", notice));
        notice.put(
                "fingerprint",
                new JsonMapper().readTree(examined).at("/input/fingerprint").asString());
        expect(staff.office("/api/v1/calendar/notices", notice));
    }

    private static String expect(java.net.http.HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** Until the run has ended; how far it was at each second. */
    private static List<String> watch(Connection owner, long last, long began) throws Exception {
        var seen = new ArrayList<String>();
        long second = 1;
        while (since(began).toSeconds() < 120) {
            if (number(
                            owner,
                            "SELECT count(*) FROM request_redating_run WHERE ended_at IS NOT NULL AND id > "
                                    + last)
                    > 0) {
                return seen;
            }
            if (since(began).toSeconds() >= second) {
                seen.add(
                        "%d s %,d"
                                .formatted(
                                        second++,
                                        number(
                                                owner,
                                                "SELECT coalesce(max(done), 0) FROM request_redating_run WHERE id > "
                                                        + last)));
            }
            Thread.sleep(20);
        }
        return seen;
    }

    /** An officer takes down one step after the other, all over the register. */
    private long[] consult(Staff staff, AtomicBoolean stop) {
        var nanos = new ArrayList<Long>();
        try (Connection owner = program.owner()) {
            long first = number(owner, "SELECT min(id) FROM request_case WHERE stage = 'RECEIVED'");
            for (int i = 0; !stop.get() && i < 1_000; i++) {
                long id = first + (long) i * 7 % Math.max(1, cases / 100 - 1) * 100;
                long began = System.nanoTime();
                var answer =
                        staff.office(
                                "/api/v1/requests/" + id + "/events",
                                Map.of("type", "legal-consulted", "note", "咨询"));
                expect(answer);
                nanos.add(System.nanoTime() - began);
                Thread.sleep(50);
            }
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
        return nanos.stream().mapToLong(it -> it).toArray();
    }

    static void heading(int perSecond) {
        System.out.printf(
                "%n| %d requests a second offered | answers | p50 ms | p95 ms | p99 ms | max ms |%n|---|---|---|---|---|---|%n",
                perSecond);
    }

    static void intakeRow(String name, long[] nanos, Asking asking, List<String> broken) {
        System.out.printf("| %s | %s |%n", name, Asking.cells(nanos));
        if (asking.receipts().size() < asking.count()) {
            broken.add(name + ": " + asking.refused().stream().findFirst().orElse("?"));
        }
    }

    static String word(boolean held) {
        return held ? "holds" : "NOT HELD";
    }

    static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private static void run(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    static long number(Connection database, String query) throws SQLException {
        return numbers(database, query).getFirst();
    }

    static List<Long> numbers(Connection database, String query) throws SQLException {
        var found = new ArrayList<Long>();
        try (var statement = database.createStatement();
                var row = statement.executeQuery(query)) {
            while (row.next()) {
                found.add(row.getLong(1));
            }
        }
        return found;
    }
}
