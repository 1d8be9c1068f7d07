package org.gongkai.platform.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Staffing (人员分派) — 《行政处罚法》 arts. 42 and 43")
class StaffingTests {

    @Test
    void fillsAsManySeatsAsAMaximumFlowAndProvesEachEmptyOne() {
        var random = new RandomDraws(20211126);
        var tight = 0;
        for (var round = 0; tight < 1200; round++) {
            var draw = random.next().draw();
            var seats = draw.visits().size() * draw.manifest().seats().size();
            if (seats == 0) {
                continue;
            }
            var filled = seats - draw.unfilled();

            assertThat(filled).as("round " + round).isEqualTo(maximumFlow(draw));
            if (draw.unfilled() > 0) {
                tight++;
                requireProofs(draw);
            }
        }
    }

    @Test
    void isWhatTheSpecificationSaysStepByStep() {
        var random = new RandomDraws(5);
        for (var round = 0; round < 2000; round++) {
            var draw = random.next().draw();

            assertThat(draw.visits().stream().map(Visit::team).toList())
                    .as("round " + round)
                    .isEqualTo(new PlainStaffing(draw).teams());
        }
    }

    @Test
    void isWhatTheSpecificationSaysWhereManyRunShort() {
        for (var seed = 0; seed < 20; seed++) {
            var builder =
                    new DrawBuilder()
                            .cap(3)
                            .numbers(seed)
                            .seats("lead", "", "")
                            .draws(60)
                            .entities(60);
            for (var at = 0; at < 25; at++) {
                builder.officer("人员%02d".formatted(at), at % 4 == 0 ? "lead" : "组员");
            }
            for (var at = 0; at < 60; at++) {
                builder.recusal("企业%04d".formatted(at), "人员%02d".formatted(at * 7 % 25));
            }
            var draw = builder.draw();

            assertThat(draw.unfilled()).isPositive();
            assertThat(draw.visits().stream().map(Visit::team).toList())
                    .isEqualTo(new PlainStaffing(draw).teams());
            assertThat(180 - draw.unfilled()).isEqualTo(maximumFlow(draw));
        }
    }

    /**
     * Eight officers and the 118 visits that one county planned for a year, nearly 30 seats each.
     */
    @Test
    void carries118VisitsWithEightOfficersWhoAreOftenRecused() {
        var builder = new DrawBuilder().cap(30).draws(118).entities(211).officers(8);
        for (var at = 0; at < 211; at++) {
            builder.recusal("企业%04d".formatted(at), "人员%03d".formatted(at % 8));
            builder.recusal("企业%04d".formatted(at), "人员%03d".formatted((at + 1 + at / 8 % 7) % 8));
        }
        var draw = builder.draw();

        assertThat(draw.unfilled()).isZero();
        assertThat(loads(draw).values()).allMatch(it -> it <= 30);
        assertThat(draw.visits()).allMatch(it -> new HashSet<>(it.team()).size() == 2);
    }

    @Test
    void spreadsLoadsWithinOneWhereNobodyIsRecused() {
        var draw = new DrawBuilder().draws(50).entities(60).officers(7).draw();
        var loads = loads(draw).values();

        assertThat(loads).hasSize(7);
        assertThat(
                        loads.stream().mapToInt(it -> it).max().orElseThrow()
                                - loads.stream().mapToInt(it -> it).min().orElseThrow())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void countsVisitsAlreadyMadeThisYear() {
        var draw =
                new DrawBuilder()
                        .draws(3)
                        .entities(3)
                        .officer(new Officer("常去", null, null, 10))
                        .officer(new Officer("甲", null, null, null))
                        .officer(new Officer("乙", null, null, 1))
                        .draw();

        assertThat(draw.visits()).allMatch(it -> it.team().containsAll(List.of("甲", "乙")));
    }

    @Test
    void leavesASeatEmptyRatherThanSendingWhoIsRecused() {
        var draw =
                new DrawBuilder().draws(1).entity("企业").officers(2).recusal("企业", "人员000").draw();

        assertThat(draw.visits().getFirst().team()).containsExactly("人员001", Visit.NOBODY);
        assertThat(draw.visits().getFirst().unfilled()).isEqualTo(1);
        assertThat(draw.shortage(0, 1))
                .isEqualTo(
                        new Shortage(
                                List.of(new Shortage.Seat(0, 0), new Shortage.Seat(0, 1)),
                                List.of(),
                                0,
                                1));
    }

    private static Map<String, Integer> loads(Draw draw) {
        var loads = new HashMap<String, Integer>();
        draw.visits().stream()
                .flatMap(it -> it.team().stream())
                .filter(it -> !it.isEmpty())
                .forEach(it -> loads.merge(it, 1, Integer::sum));
        return loads;
    }

    private static void requireProofs(Draw draw) {
        var rules = new PlainStaffing(draw);
        for (var visit : draw.visits()) {
            for (var j = 0; j < visit.team().size(); j++) {
                if (visit.team().get(j).equals(Visit.NOBODY)) {
                    requireProof(draw, rules, draw.shortage(visit.t(), j));
                }
            }
        }
    }

    /** Looks at each seat of the proof: who may sit there is counted in its capacity. */
    private static void requireProof(Draw draw, PlainStaffing rules, Shortage shortage) {
        assertThat(shortage.holds()).isTrue();
        var named = new HashSet<>(shortage.officers());
        var bound = new HashSet<String>();
        var capacity = 0L;
        for (var officer : draw.directories().officers()) {
            capacity += named.contains(officer.id()) ? rules.cap(officer) : 0;
        }
        for (var seat : shortage.seats()) {
            for (var officer : draw.directories().officers()) {
                if (rules.eligible(seat.t(), seat.j(), officer) && !named.contains(officer.id())) {
                    assertThat(draw.visits().get(seat.t()).team()).contains(officer.id());
                    bound.add(seat.t() + " " + officer.id());
                }
            }
        }
        assertThat(shortage.capacity()).isEqualTo(capacity);
        assertThat(shortage.seats().size()).isGreaterThan((int) capacity + bound.size());
    }

    private static int maximumFlow(Draw draw) {
        var rules = new PlainStaffing(draw);
        var graph =
                new SimpleDirectedWeightedGraph<String, DefaultWeightedEdge>(
                        DefaultWeightedEdge.class);
        graph.addVertex("source");
        graph.addVertex("sink");
        for (var officer : draw.directories().officers()) {
            edge(graph, "source", "officer " + officer.id(), rules.cap(officer));
        }
        for (var visit : draw.visits()) {
            for (var j = 0; j < draw.manifest().seats().size(); j++) {
                var seat = "seat " + visit.t() + " " + j;
                edge(graph, seat, "sink", 1);
                for (var officer : draw.directories().officers()) {
                    if (rules.eligible(visit.t(), j, officer)) {
                        var once = "visit " + visit.t() + " " + officer.id();
                        edge(graph, "officer " + officer.id(), once, 1);
                        edge(graph, once, seat, 1);
                    }
                }
            }
        }
        return (int)
                Math.round(new PushRelabelMFImpl<>(graph).calculateMaximumFlow("source", "sink"));
    }

    private static void edge(
            SimpleDirectedWeightedGraph<String, DefaultWeightedEdge> graph,
            String from,
            String to,
            double capacity) {
        graph.addVertex(from);
        graph.addVertex(to);
        var edge = graph.addEdge(from, to);
        if (edge != null) {
            graph.setEdgeWeight(edge, capacity);
        }
    }
}
