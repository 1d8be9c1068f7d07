package org.gongkai.verifier.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.verifier.Refusal;
import org.gongkai.verifier.json.JsonObject;
import org.gongkai.verifier.json.Node;
import org.gongkai.verifier.testing.Vectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Teams — vdraw/1, staffing and amendments")
class StaffingTests {
    private static final int DRAWS = 1500;

    @Test
    void ofRandomDrawsAreFoundAsExpected() {
        for (long seed = 0; seed < DRAWS; seed++) {
            Node bundle = Node.root(RandomDraws.of(seed));
            VerifiedDraw draw = DrawVerifier.verify(bundle);

            assertThat(draw.unfilled()).isEqualTo(bundle.get("expect").get("unfilled").value());
        }
    }

    /**
     * No more seats could be filled: found by another road, augmenting paths over units of room.
     */
    @Test
    void areAsFullAsTheyCanBe() {
        int lacking = 0;
        for (long seed = 0; seed < DRAWS; seed++) {
            Node bundle = Node.root(RandomDraws.of(seed));
            long unfilled = (Long) bundle.get("expect").get("unfilled").value();

            assertThat(unfilled).as("seed %s", seed).isEqualTo(new Matching(bundle).unfilled());
            lacking += unfilled > 0 ? 1 : 0;
        }
        assertThat(lacking).isGreaterThan(DRAWS / 10);
    }

    @Test
    void keepTheirRules() {
        for (long seed = 0; seed < DRAWS; seed++) {
            Node bundle = Node.root(RandomDraws.of(seed));
            for (String list : List.of("result", "amended")) {
                Node records = bundle.get("expect").find(list);
                if (records != null) {
                    records.items().forEach(it -> assertLawful(bundle, it));
                }
            }
        }
    }

    @Test
    void areRefusedWithAnyRecordChangedAfterAnAmendment() {
        int tried = 0;
        for (long seed = 0; seed < 60; seed++) {
            Object bundle = RandomDraws.of(seed);
            Node expect = Node.root(bundle).get("expect");
            if (expect.find("amended") == null) {
                continue;
            }
            tried++;
            for (String path : Vectors.leaves(expect)) {
                if (path.startsWith("/expect/amended")) {
                    Object other =
                            Vectors.at(bundle, path) instanceof Long n ? (Object) (n + 1) : "x";
                    assertThat(refusal(Vectors.with(bundle, path, other))).as(path).isNotNull();
                }
            }
        }
        assertThat(tried).isGreaterThan(10);
    }

    private static void assertLawful(Node bundle, Node record) {
        List<String> team = record.get("team").items().stream().map(Node::text).toList();
        List<String> sent = team.stream().filter(it -> !it.isEmpty()).toList();
        assertThat(sent).doesNotHaveDuplicates();
        for (Node each : bundle.get("recusals").items()) {
            if (each.get("e").text().equals(record.get("e").text())) {
                assertThat(sent).doesNotContain(each.get("o").text());
            }
        }
        List<Node> seats = bundle.get("manifest").get("seats").items();
        for (int j = 0; j < seats.size(); j++) {
            if (!team.get(j).isEmpty() && !seats.get(j).text().isEmpty()) {
                assertThat(tags(bundle, team.get(j))).contains(seats.get(j).text());
            }
        }
    }

    private static List<String> tags(Node bundle, String officer) {
        return bundle.get("officers").items().stream()
                .filter(it -> it.get("id").text().equals(officer))
                .flatMap(it -> it.get("tags").items().stream())
                .map(Node::text)
                .toList();
    }

    private static Refusal refusal(Object bundle) {
        return catchThrowableOfType(Refusal.class, () -> DrawVerifier.verify(Node.root(bundle)));
    }

    /**
     * Seats against officers with room, one officer once in a team: a flow from officers through
     * (officer, task) to seats, made as large as it can be.
     */
    private static final class Matching {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final Map<Integer, Map<Integer, Integer>> room = new HashMap<>();
        private int seats;

        Matching(Node bundle) {
            Node manifest = bundle.get("manifest");
            List<Node> seatTags = manifest.get("seats").items();
            for (Node record : bundle.get("expect").get("result").items()) {
                JsonObject entity = entity(bundle, record.get("e").text());
                for (int j = 0; j < seatTags.size(); j++, seats++) {
                    String seat = "seat " + record.get("t").value() + " " + j;
                    edge(seat, "sink", 1);
                    for (Node officer : bundle.get("officers").items()) {
                        String id = officer.get("id").text();
                        String pair = "pair " + record.get("t").value() + " " + id;
                        if (mayVisit(bundle, record, id)
                                && holds(officer, seatTags.get(j).text())
                                && (j > 0 || holds(officer, entity.get("need")))) {
                            edge(pair, seat, 1);
                            edge(id, pair, 1);
                        }
                    }
                }
            }
            for (Node officer : bundle.get("officers").items()) {
                Node cap = officer.find("cap");
                Object most = cap == null ? manifest.get("officer_cap").value() : cap.value();
                edge("source", officer.get("id").text(), ((Long) most).intValue());
            }
        }

        private static JsonObject entity(Node bundle, String id) {
            return (JsonObject)
                    bundle.get("entities").items().stream()
                            .filter(it -> it.get("id").text().equals(id))
                            .findFirst()
                            .orElseThrow()
                            .value();
        }

        private static boolean mayVisit(Node bundle, Node record, String officer) {
            return bundle.get("recusals").items().stream()
                    .noneMatch(
                            it ->
                                    it.get("e").text().equals(record.get("e").text())
                                            && it.get("o").text().equals(officer));
        }

        private static boolean holds(Node officer, Object tag) {
            return tag == null
                    || tag.equals("")
                    || officer.get("tags").items().stream().anyMatch(it -> it.text().equals(tag));
        }

        private int number(String name) {
            return numbers.computeIfAbsent(name, it -> numbers.size());
        }

        private void edge(String from, String to, int capacity) {
            room.computeIfAbsent(number(from), it -> new HashMap<>()).put(number(to), capacity);
            room.computeIfAbsent(number(to), it -> new HashMap<>()).putIfAbsent(number(from), 0);
        }

        int unfilled() {
            int filled = 0;
            while (grows(number("source"), new boolean[numbers.size() + 2])) {
                filled++;
            }
            return seats - filled;
        }

        private boolean grows(int at, boolean[] seen) {
            if (at == number("sink")) {
                return true;
            }
            seen[at] = true;
            Map<Integer, Integer> ways = room.getOrDefault(at, Map.of());
            for (int to : List.copyOf(ways.keySet())) {
                if (!seen[to] && ways.get(to) > 0 && grows(to, seen)) {
                    ways.merge(to, -1, Integer::sum);
                    room.get(to).merge(at, 1, Integer::sum);
                    return true;
                }
            }
            return false;
        }
    }
}
