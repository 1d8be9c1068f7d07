package org.gongkai.platform.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Many draws with fixed seeds, against what chance gives. Each limit is passed by chance once in
 * 10,000; the seeds are fixed, so a test that passes passes always.
 */
@DisplayName("Fairness (公平性)")
class FairnessTests {
    private static final double ONCE_IN_10000 = 3.719;
    private static final double PAIRS = 4.5;
    private static final int ROUNDS = 4000;
    private static final int OF = 20;
    private static final int DRAWN = 6;

    @Test
    void givesEachEntityTheSameChanceAndEachPairToo() {
        var count = new int[OF];
        var pairs = new int[OF][OF];
        rounds(
                ROUNDS,
                new DrawBuilder().draws(DRAWN).entities(OF),
                draw -> {
                    var drawn = numbers(draw.selected().get("一般"));
                    for (var one : drawn) {
                        count[one]++;
                        for (var other : drawn) {
                            pairs[one][other]++;
                        }
                    }
                });

        assertThat(spread(count, (double) DRAWN / OF, ROUNDS)).isLessThan(chiSquare(OF - 1));
        var together = (double) DRAWN * (DRAWN - 1) / (OF * (OF - 1));
        for (var one = 0; one < OF; one++) {
            for (var other = 0; other < one; other++) {
                assertThat(deviation(pairs[one][other], together, ROUNDS)).isLessThan(PAIRS);
            }
        }
    }

    @Test
    void drawsByWeightFirstAndSecond() {
        var weights = new int[] {1, 2, 3, 4, 10};
        var total = IntStream.of(weights).sum();
        var first = new int[5];
        var both = new int[5][5];
        var builder = new DrawBuilder().draws(2);
        for (var at = 0; at < 5; at++) {
            builder.entity("企业%04d".formatted(at), "一般", weights[at], null);
        }
        var rounds = 8000;
        rounds(
                rounds,
                builder,
                draw -> {
                    var drawn = numbers(draw.selected().get("一般"));
                    first[drawn[0]]++;
                    both[drawn[0]][drawn[1]]++;
                });

        var ofFirst = 0.0;
        var ofBoth = 0.0;
        for (var one = 0; one < 5; one++) {
            var chance = (double) weights[one] / total;
            ofFirst += term(first[one], rounds * chance);
            for (var other = 0; other < 5; other++) {
                if (one != other) {
                    var then = chance * weights[other] / (total - weights[one]);
                    ofBoth += term(both[one][other], rounds * then);
                }
            }
        }
        assertThat(ofFirst).isLessThan(chiSquare(4));
        assertThat(ofBoth).isLessThan(chiSquare(19));
    }

    @Test
    void sendsEachOfficerEquallyOftenAndEachPairToo() {
        var officers = 8;
        var count = new int[officers];
        var pairs = new int[officers][officers];
        rounds(
                ROUNDS,
                new DrawBuilder().draws(1).entities(3).officers(officers),
                draw -> {
                    var team = numbers(draw.visits().getFirst().team());
                    count[team[0]]++;
                    count[team[1]]++;
                    pairs[Math.max(team[0], team[1])][Math.min(team[0], team[1])]++;
                });

        assertThat(spread(count, 2.0 / officers, ROUNDS)).isLessThan(chiSquare(officers - 1));
        for (var one = 0; one < officers; one++) {
            for (var other = 0; other < one; other++) {
                assertThat(deviation(pairs[one][other], 2.0 / (officers * (officers - 1)), ROUNDS))
                        .isLessThan(PAIRS);
            }
        }
    }

    @Test
    void putsVisitsInAnyOrder() {
        var count = new int[6];
        rounds(
                ROUNDS,
                new DrawBuilder().draws(6).entities(6),
                draw -> count[numbers(List.of(draw.visits().getFirst().entity().id()))[0]]++);

        assertThat(spread(count, 1.0 / 6, ROUNDS)).isLessThan(chiSquare(5));
    }

    /** Tickets hang on the id and the seed: without one entity the others keep their order. */
    @Test
    void keepsTheOrderOfTheOthersWhenOneIsGone() {
        var whole = new DrawBuilder().draws(0).entities(40).draw();
        var randomness = whole.randomness();
        var all =
                Selection.of(
                        whole.manifest(), whole.directories(), randomness, DrawProgress.UNSEEN);
        var without =
                new Directories(
                        whole.directories().entities().subList(1, 40), List.of(), List.of());

        var rest = Selection.of(whole.manifest(), without, randomness, DrawProgress.UNSEEN);

        var expected =
                all.idsInReserve().get("一般").stream().filter(it -> !it.equals("企业0000")).toList();
        assertThat(rest.idsInReserve().get("一般")).isEqualTo(expected);
    }

    private static void rounds(int rounds, DrawBuilder builder, Consumer<Draw> looking) {
        for (var round = 0; round < rounds; round++) {
            looking.accept(builder.numbers(round).draw());
        }
    }

    private static int[] numbers(List<String> ids) {
        return ids.stream().mapToInt(it -> Integer.parseInt(it.substring(2))).toArray();
    }

    /** The statistic of 2.8: how far counts lie from drawing without replacement. */
    private static double spread(int[] counts, double share, int rounds) {
        var sum = 0.0;
        for (var count : counts) {
            sum += Math.pow(count - rounds * share, 2);
        }
        return (counts.length - 1.0) / counts.length * sum / (rounds * share * (1 - share));
    }

    private static double term(int count, double expected) {
        return Math.pow(count - expected, 2) / expected;
    }

    private static double deviation(int count, double share, int rounds) {
        return Math.abs(count - rounds * share) / Math.sqrt(rounds * share * (1 - share));
    }

    /** What chi-square passes once in 10,000, after Wilson and Hilferty. */
    private static double chiSquare(int freedom) {
        var part = 2.0 / (9 * freedom);
        return freedom * Math.pow(1 - part + ONCE_IN_10000 * Math.sqrt(part), 3);
    }
}
