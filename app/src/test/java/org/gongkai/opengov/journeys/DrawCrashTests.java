package org.gongkai.opengov.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.gongkai.opengov.inspections.draws.DrawCeremony;
import org.gongkai.platform.commitments.Suite;
import org.gongkai.platform.draw.DrawVerification;
import org.gongkai.platform.draw.RevealSource;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.TestClock;
import org.gongkai.testing.Verifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;

/**
 * Ten draws (随机抽取), each before another step of the ceremony, and the program killed hard while all
 * ten steps are under way: halfway, held there by a lock of the database, and as the first is
 * answered. A register is imported (名录导入) meanwhile.
 */
@DisplayName("After kill -9 each step of a draw is done or not done, and the draw is the same")
class DrawCrashTests {
    private static final String DRAWS = "/api/v1/inspections/draws";
    private static final String IMPORTS = "/api/v1/inspections/imports";
    private static final Duration IN_TIME = Duration.ofMinutes(2);

    /** The source of draws whose next step comes before it. */
    private static final String LATER = "2021-08-03T21:30:00+08:00";

    private static final String BOUND = "银川市司法局";
    private static final byte[] NUMBER = new byte[32];

    /** Rows are read in three parts and carried out in two. */
    private static final int ROWS = 60_000;

    private static final int PART = 20_000;

    /** Steps that write into the log, one of them the program's own. */
    private static final int LOGGING = 9;

    /** What belongs together of a draw; those of which it does not. */
    private static final String HALF =
            """
            SELECT d.title || ' ' || d.state FROM inspection_draw d CROSS JOIN LATERAL (SELECT
                count(*) FILTER (WHERE kind = 'ANNOUNCE') AS announced,
                count(*) FILTER (WHERE kind = 'FREEZE') AS frozen,
                count(*) FILTER (WHERE kind IN ('NONCE', 'ABSENT', 'SOURCE')) AS disclosed,
                count(*) FILTER (WHERE kind = 'RESULT') AS drawn,
                count(*) FILTER (WHERE kind = 'AMEND') AS amended,
                count(*) FILTER (WHERE kind = 'REVEAL') AS revealed,
                count(*) FILTER (WHERE kind = 'VOID') AS void
                FROM inspection_draw_event WHERE draw_id = d.id) e
            WHERE e.announced <> 1
                OR (e.frozen = 1) IS DISTINCT FROM
                    CASE d.state WHEN 'VOID' THEN e.frozen = 1 ELSE d.state <> 'ANNOUNCED' END
                OR (e.frozen = 1) <> EXISTS (SELECT FROM inspection_draw_manifest WHERE draw_id = d.id)
                OR (e.frozen = 1) <> EXISTS (SELECT FROM inspection_draw_secret WHERE draw_id = d.id)
                OR (e.frozen = 1) <> EXISTS (SELECT FROM inspection_draw_entity WHERE draw_id = d.id)
                OR (e.frozen = 1) <> EXISTS (SELECT FROM inspection_draw_officer WHERE draw_id = d.id)
                OR (e.frozen = 1 AND d.mode = 'sealed')
                    <> EXISTS (SELECT FROM inspection_draw_escrow WHERE draw_id = d.id)
                OR e.disclosed <> (SELECT count(*) FROM inspection_draw_disclosure WHERE draw_id = d.id)
                OR (e.drawn = 1) <> (d.state IN ('DRAWN', 'REVEALED'))
                OR e.drawn <> (SELECT count(*) FROM inspection_draw_result WHERE draw_id = d.id)
                OR (e.drawn = 1) <> EXISTS (SELECT FROM inspection_draw_visit WHERE draw_id = d.id)
                OR (e.drawn = 1) <> EXISTS (SELECT FROM inspection_draw_certificate WHERE draw_id = d.id)
                OR e.amended <> (SELECT count(edition) FROM inspection_draw_amendment_decision
                    WHERE draw_id = d.id)
                OR e.amended <> (SELECT count(DISTINCT edition) FROM inspection_draw_visit
                    WHERE draw_id = d.id AND edition > 0)
                OR (e.revealed = 1) <> (d.state = 'REVEALED')
                OR (e.void = 1) <> (d.state = 'VOID')
            """;

    /** Records without their leaf, and leaves without their record. */
    private static final String UNLOGGED =
            """
            SELECT coalesce(e.leaf, convert_from(l.leaf, 'UTF8')) FROM inspection_draw_event e
            FULL JOIN (SELECT * FROM log_entry WHERE kind LIKE 'draw.%') l ON l.leaf_index = e.leaf_index
            WHERE convert_from(l.leaf, 'UTF8') IS DISTINCT FROM e.leaf
            """;

    /**
     * A step.
     *
     * @param done how often it was done
     */
    private record Step(String name, ToLongFunction<Step> done, Supplier<ApiAnswer> send) {
        long times() {
            return done.applyAsLong(this);
        }
    }

    @TempDir static Path folder;

    private final List<DrawCeremony> ceremonies = new ArrayList<>();
    private final Map<String, String> codes = new ConcurrentHashMap<>();

    private RunningProgram program;
    private DemoPeople people;
    private ExecutorService threads;

    @BeforeEach
    void open() {
        program = RunningProgram.in(folder.resolve("home"));
        threads = Executors.newVirtualThreadPerTaskExecutor();
    }

    @AfterEach
    void stop() {
        program.stop();
        threads.shutdownNow();
    }

    @Test
    void atEachStepOfTheCeremony() throws SQLException {
        startAt("2021-07-30T09:00:00+08:00");
        var coming = uploaded();
        var commit = witnessed("见证人提交", LATER).announce();
        link(commit);
        var freeze = bound(witnessed("冻结名录", LATER));
        var open = bound(witnessed("见证人公开", LATER)).freeze();
        var close =
                bound(witnessed("见证截止", LATER).with("noncesUntil", "2021-07-30T21:50:00+08:00"))
                        .freeze();
        var callOff = draw("作废", LATER).announce().freeze();
        var type = draw("录入", DrawCeremony.AT).announce().freeze();
        var run = draw("抽取", DrawCeremony.AT).announce().freeze();
        var amend = draw("调整", DrawCeremony.AT).announce().freeze();
        var reveal =
                draw("揭示", DrawCeremony.AT)
                        .with("mode", "sealed")
                        .with("checkFrom", "2021-07-30")
                        .with("checkTo", "2021-07-30")
                        .with("revealBy", "2021-07-30")
                        .announce()
                        .freeze();
        var announce = draw("公告", LATER);
        await().atMost(IN_TIME).until(() -> read(coming).at("/counts/read").asInt() >= PART);
        program.kill();

        startAt("2021-07-30T21:40:00+08:00");
        type(type, "keeper");
        for (var each : List.of(run, amend, reveal)) {
            type(each, "keeper").expect(200);
            type(each, "office").expect(200);
        }
        amend.draw();
        reveal.draw();
        var decision = amend.path("amendments/" + asked(amend) + "/decision");
        var steps =
                List.of(
                        new Step(
                                "announce",
                                _ -> titled("公告"),
                                () ->
                                        people.as("keeper")
                                                .with("Idempotency-Key", "announced-once")
                                                .post(DRAWS, announce.announcement())),
                        new Step("commit", _ -> isBound(commit) ? 1 : 0, () -> bind(commit)),
                        step("freeze", freeze, () -> freeze.step("freeze", Map.of())),
                        step("nonce", open, () -> opened(open)),
                        step(
                                "void",
                                callOff,
                                () -> callOff.step("void", Map.of("reason", "名录有误，另行公告"))),
                        step("source", type, () -> type(type, "office")),
                        step("result", run, () -> run.step("draw", Map.of())),
                        step(
                                "amend",
                                amend,
                                () -> people.as("leader").post(decision, Map.of("consents", true))),
                        step("reveal", reveal, () -> reveal.step("reveal", Map.of())));
        var roots = List.of(root(amend), root(reveal));
        var frozen = List.of(hash(run), hash(amend), hash(reveal));

        // Each has written what it does and not yet that it was done.
        killedWhileHeld("LOCK TABLE audit_entry IN EXCLUSIVE MODE", steps, steps.size());

        startAt("2021-07-30T21:50:01+08:00");
        agrees();
        assertThat(steps).allSatisfy(it -> assertThat(it.times()).as(it.name()).isZero());
        // One has its leaf and not its record, the others wait for the log.
        killedWhileHeld("LOCK TABLE inspection_draw_event IN EXCLUSIVE MODE", steps, LOGGING);

        startAt("2021-07-30T21:55:00+08:00");
        agrees();
        assertThat(steps)
                .allSatisfy(
                        it ->
                                assertThat(it.times())
                                        .as(it.name())
                                        .isEqualTo(it.name().equals("commit") ? 1 : 0));
        await().atMost(IN_TIME).until(() -> state(coming).equals("checked"));
        people.as("keeper").post(IMPORTS + "/" + coming + "/steps/confirm", Map.of()).expect(200);
        var answered = killedAtTheFirstAnswer(steps);

        startAt("2021-07-30T22:00:00+08:00");
        agrees();
        assertThat(steps)
                .filteredOn(it -> answered.contains(it.name()))
                .allSatisfy(it -> assertThat(it.times()).as(it.name()).isEqualTo(1));
        steps.forEach(this::again);
        await().atMost(IN_TIME).until(() -> times("absent", close) == 1);
        agrees();
        assertThat(List.of(root(amend), root(reveal))).isEqualTo(roots);
        assertThat(List.of(hash(run), hash(amend), hash(reveal))).isEqualTo(frozen);
        List.of(run, amend, reveal).forEach(this::isDrawnAgain);

        await().atMost(IN_TIME).until(() -> state(coming).equals("done"));
        assertThat(read(coming).at("/counts/applied").asInt()).isEqualTo(ROWS);
        assertThat(query("SELECT count(*)::text FROM inspection_item WHERE title LIKE '断电导入%'"))
                .containsExactly(Integer.toString(ROWS));
    }

    private void startAt(String moment) {
        program.with("GONGKAI_CLOCK", moment);
        program.start();
        people = DemoPeople.at(program.port());
        List.of("keeper", "office", "leader").forEach(people::as);
        ceremonies.forEach(it -> it.by(people));
    }

    private DrawCeremony draw(String title, String at) {
        var ceremony =
                DrawCeremony.open(program.port(), new TestClock(), 3)
                        .with("title", "断电" + title)
                        .drawnAt(at)
                        .with("checkFrom", "2021-08-04")
                        .by(people);
        ceremonies.add(ceremony);
        return ceremony;
    }

    private DrawCeremony witnessed(String title, String at) {
        return draw(title, at)
                .with("mode", "sealed")
                .with("revealBy", "2021-08-31")
                .with("witnesses", List.of(BOUND));
    }

    private DrawCeremony bound(DrawCeremony ceremony) {
        ceremony.announce();
        link(ceremony);
        bind(ceremony).expect(200);
        return ceremony;
    }

    private void link(DrawCeremony ceremony) {
        codes.put(
                ceremony.path(""),
                ceremony.step("witnesses/witness-1/link", Map.of()).expect(201).text("/code"));
    }

    private ApiAnswer bind(DrawCeremony ceremony) {
        var name = ceremony.read().text("/draw");
        var commitment = RevealSource.commit(Suite.SM3, name, "witness-1", NUMBER);
        return ceremony.step(
                "nonce",
                Map.of("code", code(ceremony), "commitment", HexFormat.of().formatHex(commitment)));
    }

    private ApiAnswer opened(DrawCeremony ceremony) {
        return ceremony.step(
                "nonce", Map.of("code", code(ceremony), "nonce", HexFormat.of().formatHex(NUMBER)));
    }

    private String code(DrawCeremony ceremony) {
        return codes.get(ceremony.path(""));
    }

    private static ApiAnswer type(DrawCeremony ceremony, String who) {
        return ceremony.type(who, DrawCeremony.ISSUE, DrawCeremony.numbersFrom(1));
    }

    private static long asked(DrawCeremony ceremony) {
        return ceremony.step(
                        "amend",
                        Map.of(
                                "op", "replace_officer",
                                "visit", 0,
                                "seat", 0,
                                "reason", "ill",
                                "words", "生病"))
                .expect(201)
                .number("/id");
    }

    private static Step step(String kind, DrawCeremony ceremony, Supplier<ApiAnswer> send) {
        return new Step(kind, it -> times(it.name(), ceremony), send);
    }

    private static long times(String kind, DrawCeremony ceremony) {
        return ceremony.read().at("/events").findValuesAsString("kind").stream()
                .filter(kind::equals)
                .count();
    }

    private long titled(String title) {
        return people.as("keeper")
                .get(DRAWS + "?limit=200")
                .expect(200)
                .at("/items")
                .valueStream()
                .filter(it -> it.at("/title").asString().equals("断电" + title))
                .count();
    }

    private static boolean isBound(DrawCeremony ceremony) {
        return ceremony.read()
                .at("/sources")
                .valueStream()
                .filter(it -> it.at("/kind").asString().equals("reveal"))
                .allMatch(it -> it.at("/bound").asBoolean());
    }

    private static String root(DrawCeremony ceremony) {
        return ceremony.read().text("/result/root");
    }

    private static String hash(DrawCeremony ceremony) {
        return ceremony.read().text("/manifestHash");
    }

    /** Kills the program once so many transactions wait for what this lock holds. */
    private void killedWhileHeld(String lock, List<Step> steps, int waiting) throws SQLException {
        try (var holding = program.owner()) {
            holding.setAutoCommit(false);
            try (var statement = holding.createStatement()) {
                statement.execute(lock);
            }
            steps.forEach(it -> threads.submit(() -> send(it, () -> true)));
            await().atMost(IN_TIME).until(() -> waiting(holding) >= waiting);
            program.kill();
            program.awaitEnd();
        }
    }

    private static long waiting(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** 断电: the program and its database killed at the first answer; what was answered by then. */
    private List<String> killedAtTheFirstAnswer(List<Step> steps) {
        var answered = ConcurrentHashMap.<String>newKeySet();
        var sent =
                steps.stream()
                        .filter(it -> !it.name().equals("commit"))
                        .map(
                                it ->
                                        threads.submit(
                                                () ->
                                                        send(
                                                                it,
                                                                () -> {
                                                                    program.kill();
                                                                    program.killDatabase();
                                                                    return answered.add(it.name());
                                                                })))
                        .toList();
        await().atMost(IN_TIME).until(() -> sent.stream().allMatch(it -> it.isDone()));
        program.awaitEnd();
        assertThat(answered).isNotEmpty();
        return List.copyOf(answered);
    }

    private static void send(Step step, BooleanSupplier answered) {
        try {
            var answer = step.send().get();
            if (answer.status() < 300) {
                answered.getAsBoolean();
            }
        } catch (UncheckedIOException killed) {
            // Nobody was told how it went.
        }
    }

    /** Sent again it is done, and done once. */
    private void again(Step step) {
        var status = step.send().get().status();
        assertThat(status).as(step.name()).isIn(200, 201, 409);
        await().atMost(IN_TIME).until(() -> step.times() > 0);
        assertThat(step.times()).as(step.name()).isEqualTo(1);
    }

    private void agrees() throws SQLException {
        assertThat(query(HALF)).isEmpty();
        assertThat(query(UNLOGGED)).isEmpty();
        assertThat(query("SELECT (max(seq) = count(*))::text FROM inspection_draw"))
                .containsExactly("true");
    }

    private List<String> query(String sql) throws SQLException {
        try (var owner = program.owner()) {
            return JdbcClient.create(new SingleConnectionDataSource(owner, true))
                    .sql(sql)
                    .query(String.class)
                    .list();
        }
    }

    /** From the public bundle alone: by the program, and by the verifier, which shares nothing. */
    private void isDrawnAgain(DrawCeremony ceremony) {
        var bundle =
                people.reader()
                        .get(ceremony.bundlePath())
                        .expect(200)
                        .body()
                        .getBytes(StandardCharsets.UTF_8);
        var verified = DrawVerification.of(bundle);
        assertThat(verified.refused()).isNull();
        assertThat(verified.resultRoot()).isEqualTo(root(ceremony));
        assertThat(verified.manifestHash()).isEqualTo(hash(ceremony));
        assertThat(Verifier.load().verdict(bundle))
                .contains(root(ceremony))
                .doesNotContain("refused");
    }

    private long uploaded() {
        var file =
                new StringBuilder(
                        "number,category,title,objectKind,importance,methods,body,basis,validFrom\n");
        for (var row = 1; row <= ROWS; row++) {
            file.append("断电-")
                    .append(row)
                    .append(",污染源监管,断电导入")
                    .append(row)
                    .append(",排污单位,一般,现场检查,市生态环境局,《环境保护法》第二十四条,2020-01-01\n");
        }
        return people.as("keeper")
                .upload(
                        IMPORTS,
                        "items.csv",
                        file.toString().getBytes(StandardCharsets.UTF_8),
                        Map.of("register", "items"))
                .expect(201)
                .number("/id");
    }

    private JsonNode read(long coming) {
        return people.as("keeper").get(IMPORTS + "/" + coming).expect(200).json();
    }

    private String state(long coming) {
        return read(coming).at("/state").asString();
    }
}
