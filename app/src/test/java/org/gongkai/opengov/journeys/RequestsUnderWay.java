package org.gongkai.opengov.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.DemoPeople;

/** Requests that come in and answers that go out while the program is killed (断电时的申请和答复). */
final class RequestsUnderWay {
    private static final int ANSWERS = 6;
    private static final int COMING = 8;

    /** Without a proof of work an address may send six in an hour. */
    private static final int FROM_THE_PUBLIC = 3;

    private final DemoPeople people;
    private final List<String> made = new ArrayList<>();

    /** What somebody was told: the number of each matter, and which answers went out. */
    private final Map<String, String> receipts = new ConcurrentHashMap<>();

    private final Map<String, Boolean> sent = new ConcurrentHashMap<>();

    /** With answers that are made and not dispatched yet. */
    RequestsUnderWay(DemoPeople people) {
        this.people = people;
        for (var at = 0; at < ANSWERS; at++) {
            var request = ask("office", "已制作答复的一件事" + at);
            made.add(request.text("/id"));
            receipts.put("已制作答复的一件事" + at, request.text("/number"));
        }
        made.forEach(this::make);
    }

    private void make(String id) {
        step("office", id, Map.of("type", "accepted")).expect(200);
        step("office", id, Map.of("type", "assigned", "section", "water")).expect(200);
        step("office", id, Map.of("type", "drafted", "note", "拟予以公开")).expect(200);
        step("head2", id, Map.of("type", "reviewed")).expect(200);
        step("leader", id, Map.of("type", "signed")).expect(200);
        step("office", id, Map.of("type", "made", "outcome", "disclosed")).expect(200);
    }

    /** All at one instant; after so many answers it is killed. */
    void goOnUntil(int answers, Runnable kill) {
        var answered = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var act : acts()) {
                running.add(
                        threads.submit(
                                () -> {
                                    if (isTold(act) && answered.incrementAndGet() == answers) {
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

    private List<Supplier<Boolean>> acts() {
        var acts = new ArrayList<Supplier<Boolean>>();
        for (var at = 0; at < COMING; at++) {
            var matter = "断电时提出的一件事" + at;
            var who = at < FROM_THE_PUBLIC ? "" : "office";
            acts.add(() -> isReceived(who, matter));
            if (at < ANSWERS) {
                var id = made.get(at);
                acts.add(() -> isDispatched(id));
            }
        }
        return acts;
    }

    private static boolean isTold(Supplier<Boolean> act) {
        try {
            return act.get();
        } catch (UncheckedIOException killed) {
            return false;
        }
    }

    private boolean isReceived(String who, String matter) {
        var answer = ask(who, matter);
        if (answer.status() == 201) {
            receipts.put(matter, answer.text("/number"));
        }
        return answer.status() == 201;
    }

    private boolean isDispatched(String id) {
        var answer =
                step(
                        "office",
                        id,
                        Map.of("type", "dispatched", "way", "邮寄", "evidence", "挂号信1042"));
        if (answer.status() == 200) {
            sent.put(id, true);
        }
        return answer.status() == 200;
    }

    /** What was told is so; numbers have no gap; nothing is there twice or by halves. */
    void agree() {
        var numbers = new TreeMap<String, String>();
        for (var line :
                people.as("office").get("/api/v1/requests?limit=200").expect(200).at("/items")) {
            var one = read(line.get("id").asString());
            assertThat(numbers.put(one.text("/number"), one.text("/matters/0"))).isNull();
            assertThat(one.text("/events/0/type")).isEqualTo("registered");
        }
        var year = numbers.firstKey().substring(0, 9);
        assertThat(numbers.keySet())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, numbers.size())
                                .mapToObj(it -> year + "%05d".formatted(it))
                                .toList());
        assertThat(numbers.values()).doesNotHaveDuplicates();
        receipts.forEach((matter, number) -> assertThat(numbers).containsEntry(number, matter));
        made.forEach(this::isMadeOrDispatched);
    }

    private void isMadeOrDispatched(String id) {
        var one = read(id);
        var times =
                one.at("/events").findValuesAsString("type").stream()
                        .filter("dispatched"::equals)
                        .count();
        assertThat(times).isEqualTo(one.text("/stage").equals("dispatched") ? 1 : 0);
        assertThat(one.text("/stage")).isIn("made", "dispatched");
        if (sent.containsKey(id)) {
            assertThat(one.text("/stage")).isEqualTo("dispatched");
        }
    }

    /** Who got no answer does it again: what had happened is not done twice. */
    void finish() {
        for (var id : made) {
            var stage = read(id).text("/stage");
            assertThat(isDispatched(id)).isEqualTo(stage.equals("made"));
        }
        for (var at = 0; at < FROM_THE_PUBLIC; at++) {
            assertThat(isReceived("", "断电时提出的一件事" + at)).isTrue();
        }
    }

    private ApiAnswer read(String id) {
        return people.as("office").get("/api/v1/requests/" + id).expect(200);
    }

    private ApiAnswer step(String who, String id, Map<String, Object> event) {
        return people.as(who).post("/api/v1/requests/" + id + "/events", event);
    }

    private ApiAnswer ask(String who, String matter) {
        var request = new HashMap<String, Object>();
        request.put("applicantClass", "natural-person");
        request.put("name", "欧阳修文");
        request.put("identityKind", "other-paper");
        request.put("identityNumber", "E12345678");
        request.put("phone", "0951-7654321");
        request.put("matters", List.of(matter));
        request.put("form", "paper");
        request.put("delivery", "in-person");
        if (who.isEmpty()) {
            return people.reader().post("/api/v1/requests", request);
        }
        request.put("channel", "in-person");
        return people.as(who).post("/api/v1/requests", request);
    }
}
