package org.gongkai.opengov.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as it is started by hand, killed hard at named moments, and started again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName(
        "After kill -9 no number is missing or double and nothing is half published or half sent")
class CrashTests {
    private static final int DOCUMENTS = 10;
    private static final Duration BY_ITSELF = Duration.ofSeconds(30);
    private static final Duration NOTICE = Duration.ofMinutes(2);
    private static final Duration SEARCH_CATCHES_UP = Duration.ofSeconds(60);

    /** Every document of these tests, and its title, which stands nowhere else. */
    private final Map<String, String> titles = new ConcurrentHashMap<>();

    /** The numbers that somebody was told. */
    private final Map<String, String> told = new ConcurrentHashMap<>();

    @TempDir static Path folder;

    /** How far the program's clock has been put forward. */
    private Duration ahead = Duration.ZERO;

    private RunningProgram program;
    private DemoPeople people;

    @BeforeAll
    void start() {
        program = RunningProgram.in(folder.resolve("home"));
        program.start();
        people = DemoPeople.at(program.port());
    }

    @AfterAll
    void stop() {
        program.stop();
    }

    @Test
    void ofTheProgramBetweenTheLastSignatureAndThePublication() {
        var id = approved();

        program.kill();
        startAgain();

        assertThat(people.read(id).text("/state")).isEqualTo("approved");
        agrees();
        publish(id);
        agrees();
    }

    @ParameterizedTest(name = "after {0} answers")
    @ValueSource(ints = {1, 7})
    void ofTheProgramWhileItPublishes(int answers) {
        var ids = severalApproved();

        publishUntil(ids, answers, program::kill);
        startAgain();

        agrees();
        ids.stream().filter(it -> !isPublished(it)).forEach(this::publish);
        agrees();
    }

    @ParameterizedTest(name = "after {0} answers")
    @ValueSource(ints = {1, 6})
    void ofPostgreSqlWhileTheProgramPublishes(int answers) {
        var ids = severalApproved();

        publishUntil(ids, answers, program::killDatabase);
        program.awaitAnswers();

        agrees();
        ids.stream().filter(it -> !isPublished(it)).forEach(this::publish);
        agrees();
    }

    /** 断电: both at once. */
    @Test
    void ofTheProgramAndPostgreSqlWhileTheyPublish() {
        var ids = severalApproved();

        publishUntil(
                ids,
                4,
                () -> {
                    program.kill();
                    program.killDatabase();
                });
        startAgain();

        agrees();
        ids.stream().filter(it -> !isPublished(it)).forEach(this::publish);
        agrees();
    }

    /** Nobody is asked again: what was set for an hour comes at that hour. */
    @Test
    void ofTheProgramBeforeTheHourThatAPublicationWasSetFor() {
        var id = approved();
        var hour = OffsetDateTime.now(ZoneOffset.ofHours(8)).plus(ahead).plus(NOTICE);
        people.step("office", id, "schedule", Map.of("at", hour.toString())).expect(200);

        program.kill();
        ahead = ahead.plus(NOTICE);
        startAgain();

        await().atMost(BY_ITSELF).until(() -> isPublished(id));
        agrees();
    }

    /** Between 制作 and 发出, and while applicants ask. */
    @Test
    void ofTheProgramWhileRequestsComeInAndAnswersGoOut() {
        var requests = new RequestsUnderWay(people);

        requests.goOnUntil(7, program::kill);
        startAgain();

        requests.agree();
        requests.finish();
        requests.agree();
    }

    private void startAgain() {
        program.awaitEnd();
        var now = OffsetDateTime.now(ZoneOffset.ofHours(8)).plus(ahead);
        program.with("GONGKAI_CLOCK", now.toString());
        program.start();
    }

    private String approved() {
        String title = "断电试验" + words(titles.size());
        var id = people.approved(DemoPeople.notice(title, "<p>正文。</p>"));
        titles.put(id, title);
        return id;
    }

    /** A word of its own for each number, in letters only. */
    private static String words(int number) {
        return " crash" + (char) ('a' + number / 26) + (char) ('a' + number % 26) + "q";
    }

    private List<String> severalApproved() {
        return IntStream.range(0, DOCUMENTS).mapToObj(it -> approved()).toList();
    }

    private void publish(String id) {
        var answer = people.step("office", id, "publish", Map.of()).expect(200);
        told.put(id, answer.text("/indexNumber"));
    }

    /** All at one instant; after so many answers it is killed, and the others get what they get. */
    private void publishUntil(List<String> ids, int answers, Runnable kill) {
        people.as("office");
        var answered = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var id : ids) {
                running.add(
                        threads.submit(
                                () -> {
                                    if (isToldPublished(id)
                                            && answered.incrementAndGet() == answers) {
                                        kill.run();
                                    }
                                }));
            }
            for (var each : running) {
                each.get();
            }
        } catch (ExecutionException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
        assertThat(answered.get()).isGreaterThanOrEqualTo(answers);
    }

    private boolean isToldPublished(String id) {
        try {
            var answer = people.step("office", id, "publish", Map.of());
            if (answer.status() == 200) {
                told.put(id, answer.text("/indexNumber"));
                return true;
            }
            assertThat(answer.status()).as(answer.body()).isIn(500, 503);
            return false;
        } catch (UncheckedIOException killed) {
            return false;
        }
    }

    private boolean isPublished(String id) {
        return people.read(id).text("/state").equals("published");
    }

    /** Numbers run from 1 without gap or double; desk, page, list and search say the same. */
    private void agrees() {
        var listed = listed();
        var prefix = prefix(listed);
        assertThat(listed.keySet())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, listed.size())
                                .mapToObj(it -> prefix + "%05d".formatted(it))
                                .toList());
        titles.forEach((id, title) -> agrees(id, title, listed));
        assertThat(listed.values()).allMatch(titles::containsValue).doesNotHaveDuplicates();
    }

    private void agrees(String id, String title, Map<String, String> listed) {
        var read = people.read(id);
        var state = read.text("/state");
        assertThat(state).isIn("approved", "published");
        boolean isPublic = state.equals("published");
        assertThat(read.at("/isPublic").asBoolean()).isEqualTo(isPublic);
        assertThat(read.json().has("indexNumber")).isEqualTo(isPublic);
        assertThat(listed.containsValue(title)).isEqualTo(isPublic);
        if (isPublic) {
            var number = read.text("/indexNumber");
            assertThat(told.getOrDefault(id, number)).isEqualTo(number);
            assertThat(listed).containsEntry(number, title);
            var page = DeskClient.at(program.port()).open("/d/" + number).expect(200).page();
            assertThat(page.select("h1").text()).isEqualTo(title);
        } else {
            assertThat(told).doesNotContainKey(id);
        }
        var word = title.substring(title.indexOf(' ') + 1);
        await().atMost(SEARCH_CATCHES_UP)
                .untilAsserted(
                        () ->
                                assertThat(found(word))
                                        .isEqualTo(isPublic ? List.of(title) : List.of()));
    }

    private List<String> found(String word) {
        return people.reader()
                .get("/api/v1/public/documents?q=" + word)
                .expect(200)
                .at("/items")
                .findValuesAsString("title");
    }

    /** Every public document by its number. */
    private Map<String, String> listed() {
        var listed = new TreeMap<String, String>();
        String after = "";
        do {
            var part =
                    people.reader().get("/api/v1/public/documents?limit=200" + after).expect(200);
            for (var item : part.at("/items")) {
                var number = item.get("indexNumber").asString();
                assertThat(listed.put(number, item.get("title").asString())).as(number).isNull();
            }
            after = part.at("/next").isNull() ? null : "&after=" + part.text("/next");
        } while (after != null);
        return listed;
    }

    private static String prefix(Map<String, String> listed) {
        return listed.keySet().stream()
                .findFirst()
                .map(it -> it.substring(0, it.length() - 5))
                .orElse("");
    }
}
