package org.gongkai.opengov.inspections.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whether the officers carry it — 《行政处罚法》 (2021) arts. 42 and 43")
class TeamMatchingTests {
    private static final int TIGHT_CASES = 1_500;

    @Test
    void sendsTwoDifferentOfficersToEachVisit() {
        var answer = TeamMatching.of(List.of(officer(1, 1), officer(2, 1)), List.of(visit(2)));

        assertThat(answer.complete()).isTrue();
        assertThat(answer.teams()).containsExactly(List.of(1L, 2L));
    }

    @Test
    void namesTheOfficersWhoAreTooFew() {
        var officers = List.of(officer(1, 5, "辐射"), officer(2, 5), officer(3, 5));
        var radiation = new VisitNeed(4, 9L, 2, "辐射", Set.of(1L));

        var answer = TeamMatching.of(officers, List.of(visit(2), radiation));

        assertThat(answer.seats()).isEqualTo(4);
        assertThat(answer.filled()).isEqualTo(3);
        assertThat(answer.tight()).containsExactly(radiation);
        assertThat(answer.few()).isEmpty();
    }

    @Test
    void leavesASeatEmptyWhenBothOfTwoOfficersKeepAway() {
        var answer =
                TeamMatching.of(
                        List.of(officer(1, 5), officer(2, 5)),
                        List.of(new VisitNeed(1, 9L, 2, null, Set.of(1L, 2L))));

        assertThat(answer.filled()).isZero();
        assertThat(answer.tight()).hasSize(1);
    }

    @Test
    void movesOfficersUntilEverySeatIsFilled() {
        // 1 may go everywhere, 2 and 3 keep away from the last: first come, first served would
        // fail.
        var officers = List.of(officer(1, 1), officer(2, 2), officer(3, 1), officer(4, 2));
        var visits =
                List.of(
                        new VisitNeed(1, null, 2, null, Set.of()),
                        new VisitNeed(1, null, 2, null, Set.of()),
                        new VisitNeed(1, 9L, 2, null, Set.of(2L, 3L)));

        assertThat(TeamMatching.of(officers, visits).complete()).isTrue();
    }

    @Test
    void fillsAsManySeatsAsAMaximumFlow() {
        var random = new Random(20_260_401);
        for (int i = 0; i < TIGHT_CASES; i++) {
            var officers = officers(random);
            var visits = visits(random, officers.size());

            var answer = TeamMatching.of(officers, visits);

            assertThat(answer.filled()).as("case %d", i).isEqualTo(maximumFlow(officers, visits));
            assertLawful(officers, visits, answer);
            assertProven(officers, answer);
        }
    }

    @Test
    void answersInSecondsForTenThousandOfficersAndVisits() {
        var random = new Random(7);
        var officers =
                IntStream.range(0, 10_000)
                        .mapToObj(it -> officer(it, 2, it % 3 == 0 ? "辐射" : "水"))
                        .toList();
        var visits =
                IntStream.range(0, 10_000)
                        .mapToObj(
                                it ->
                                        new VisitNeed(
                                                1,
                                                (long) it,
                                                2,
                                                it % 3 == 0 ? "辐射" : null,
                                                Set.of(
                                                        (long) random.nextInt(10_000),
                                                        10_000L + random.nextInt(10_000))))
                        .toList();

        var answer =
                Assertions.assertTimeout(
                        Duration.ofSeconds(20), () -> TeamMatching.of(officers, visits));

        assertThat(answer.seats()).isEqualTo(20_000);
        assertThat(answer.filled()).isEqualTo(20_000);
    }

    @Test
    void answersInSecondsWhereHalfOfTheSeatsStayEmpty() {
        var officers = IntStream.range(0, 10_000).mapToObj(it -> officer(it, 1)).toList();
        var visits = IntStream.range(0, 10_000).mapToObj(_ -> visit(2)).toList();

        var answer =
                Assertions.assertTimeout(
                        Duration.ofSeconds(20), () -> TeamMatching.of(officers, visits));

        assertThat(answer.filled()).isEqualTo(10_000);
        assertThat(answer.few()).hasSize(10_000);
    }

    private static List<Inspector> officers(Random random) {
        return IntStream.range(0, 2 + random.nextInt(6))
                .mapToObj(
                        it ->
                                random.nextInt(3) == 0
                                        ? officer(it, random.nextInt(4), "辐射")
                                        : officer(it, random.nextInt(4)))
                .toList();
    }

    private static List<VisitNeed> visits(Random random, int officers) {
        var visits = new ArrayList<VisitNeed>();
        for (long unit = 0; unit < 1 + random.nextInt(6); unit++) {
            var recused = new HashSet<Long>();
            IntStream.range(0, officers)
                    .filter(it -> random.nextInt(3) == 0)
                    .forEach(it -> recused.add((long) it));
            visits.add(
                    new VisitNeed(
                            1,
                            unit,
                            2 + random.nextInt(2),
                            random.nextInt(3) == 0 ? "辐射" : null,
                            recused));
        }
        return visits;
    }

    private static void assertLawful(
            List<Inspector> officers, List<VisitNeed> visits, TeamMatching.Answer answer) {
        var loads = new HashMap<Long, Integer>();
        for (int i = 0; i < visits.size(); i++) {
            var team = answer.teams().get(i);
            assertThat(team).doesNotHaveDuplicates();
            assertThat(Collections.disjoint(team, visits.get(i).recused())).isTrue();
            team.forEach(it -> loads.merge(it, 1, Integer::sum));
        }
        officers.forEach(
                it ->
                        assertThat(loads.getOrDefault(it.officer(), 0))
                                .isLessThanOrEqualTo(it.cap()));
    }

    /** Those who are too few are used up; where all is filled nobody is named. */
    private static void assertProven(List<Inspector> officers, TeamMatching.Answer answer) {
        assertThat(answer.tight().isEmpty()).isEqualTo(answer.complete());
        if (answer.complete()) {
            assertThat(answer.few()).isEmpty();
        }
    }

    /** Source, seats, officers at a visit, officers, sink. */
    private static int maximumFlow(List<Inspector> officers, List<VisitNeed> visits) {
        var graph =
                new SimpleDirectedWeightedGraph<String, DefaultWeightedEdge>(
                        DefaultWeightedEdge.class);
        graph.addVertex("from");
        graph.addVertex("to");
        for (var officer : officers) {
            edge(graph, "o" + officer.officer(), "to", officer.cap());
        }
        for (var visit : visits) {
            for (int seat = 0; seat < visit.seats(); seat++) {
                var place = "s" + visit.unit() + "." + seat;
                edge(graph, "from", place, 1);
                var need = seat == 0 ? visit.speciality() : null;
                for (var officer : officers) {
                    if (isAble(officer, need) && !visit.recused().contains(officer.officer())) {
                        var there = "v" + visit.unit() + ".o" + officer.officer();
                        edge(graph, place, there, 1);
                        edge(graph, there, "o" + officer.officer(), 1);
                    }
                }
            }
        }
        return (int) new PushRelabelMFImpl<>(graph).calculateMaximumFlow("from", "to");
    }

    private static boolean isAble(Inspector officer, @Nullable String need) {
        return need == null || officer.specialities().contains(need);
    }

    private static void edge(
            SimpleDirectedWeightedGraph<String, DefaultWeightedEdge> graph,
            String from,
            String to,
            int capacity) {
        graph.addVertex(from);
        graph.addVertex(to);
        if (!graph.containsEdge(from, to)) {
            graph.setEdgeWeight(Objects.requireNonNull(graph.addEdge(from, to)), capacity);
        }
    }

    private static Inspector officer(long number, int cap, String... specialities) {
        return new Inspector(number, Set.of(specialities), cap);
    }

    private static VisitNeed visit(int seats) {
        return new VisitNeed(1, null, seats, null, Set.of());
    }
}
