package org.gongkai.benchmarks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gongkai.opengov.drinkingwater.Evaluation;
import org.gongkai.opengov.drinkingwater.Reading;
import org.gongkai.opengov.drinkingwater.WaterBody;
import org.gongkai.opengov.drinkingwater.WaterClass;
import org.gongkai.opengov.drinkingwater.WaterStandards;

/**
 * Values of groundwater evaluated by one thread (评价性能), beside the bound of 1,000,000 a second, and
 * beside nothing but reading the same texts.
 */
public final class WaterBenchmark {
    private static final int SAMPLES = 20_000;
    private static final int ROUNDS = 5;

    private WaterBenchmark() {}

    /** No arguments. */
    public static void main(String[] arguments) {
        var standard = WaterStandards.cited("GB/T14848-2017").orElseThrow();
        var evaluation =
                new Evaluation(standard, WaterBody.GROUNDWATER, true, WaterClass.III, null);
        var random = new Random(2017);
        var texts = new ArrayList<List<String>>();
        for (var sample = 0; sample < SAMPLES; sample++) {
            texts.add(
                    standard.items().stream()
                            .map(
                                    it ->
                                            random.nextInt(5) == 0
                                                    ? "0.0003L"
                                                    : new BigDecimal(random.nextInt(1, 1000))
                                                            .movePointLeft(3)
                                                            .toPlainString())
                            .toList());
        }
        long values = (long) SAMPLES * standard.items().size();
        for (var round = 1; round <= ROUNDS; round++) {
            var from = System.nanoTime();
            var samples = new ArrayList<List<Evaluation.Sampled>>();
            for (var sample : texts) {
                var sampled = new ArrayList<Evaluation.Sampled>();
                for (var at = 0; at < sample.size(); at++) {
                    sampled.add(
                            new Evaluation.Sampled(
                                    standard.items().get(at),
                                    Reading.of(sample.get(at)).orElseThrow()));
                }
                samples.add(sampled);
            }
            var read = System.nanoTime();
            var met = samples.stream().filter(it -> evaluation.of(it).met().orElse(false)).count();
            var evaluated = System.nanoTime();
            System.out.printf(
                    "round %d: read %,.0f values a second; evaluated %,.0f (bound 1,000,000); %d met%n",
                    round, values * 1e9 / (read - from), values * 1e9 / (evaluated - read), met);
        }
    }
}
