package org.gongkai.opengov.drinkingwater.results;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gongkai.opengov.drinkingwater.ItemVerdict;
import org.gongkai.opengov.drinkingwater.Plausibility;
import org.gongkai.opengov.drinkingwater.Reading;
import org.gongkai.opengov.drinkingwater.sources.WaterSource;

/**
 * Something in a sample that cannot well be so, to be looked into before it is kept (存疑数据).
 *
 * @param item its name in the standard
 * @param kind what is doubtful, in a word of the messages
 * @param value as reported
 */
public record SampleDoubt(String item, String kind, String value) {

    /** By what it is confirmed: the value belongs to it, so another value is another doubt. */
    public String key() {
        return item + "|" + kind + "|" + value;
    }

    /**
     * What is doubtful.
     *
     * @param before the newest versions of earlier months, of the same source
     */
    public static List<SampleDoubt> of(
            WaterSource source, Sampling sampling, List<Sampling> before) {
        var month = SourceMonth.of(source, sampling.month(), sampling);
        var doubts = new ArrayList<SampleDoubt>();
        Plausibility.of(month.verdict(), month.evaluation().temperature())
                .forEach(it -> doubts.add(doubt(sampling, it.item().name(), slug(it.doubt()))));
        var earlier = earlier(source, before);
        for (var each : month.verdict().items()) {
            var history = earlier.getOrDefault(each.item().name(), List.of());
            number(each)
                    .flatMap(it -> unlike(it, history))
                    .ifPresent(it -> doubts.add(doubt(sampling, each.item().name(), it)));
        }
        return List.copyOf(doubts);
    }

    private static Optional<String> unlike(BigDecimal value, List<BigDecimal> history) {
        if (Plausibility.isUnitSlip(value, history)) {
            return Optional.of(slug(Plausibility.Doubt.UNIT_SLIP));
        }
        return Plausibility.isJump(value, history) ? Optional.of("jump") : Optional.empty();
    }

    private static Map<String, List<BigDecimal>> earlier(
            WaterSource source, List<Sampling> before) {
        var earlier = new HashMap<String, List<BigDecimal>>();
        for (var sampling : before) {
            for (var each : sampling.values()) {
                each.of(source.facts())
                        .ifPresent(
                                it -> {
                                    if (it.reading()
                                            instanceof Reading.Measured(BigDecimal value)) {
                                        earlier.computeIfAbsent(
                                                        it.item().name(), _ -> new ArrayList<>())
                                                .add(value);
                                    }
                                });
            }
        }
        return earlier;
    }

    private static Optional<BigDecimal> number(ItemVerdict verdict) {
        return verdict.reported() instanceof Reading.Measured(BigDecimal value)
                ? Optional.of(value)
                : Optional.empty();
    }

    private static SampleDoubt doubt(Sampling sampling, String item, String kind) {
        return new SampleDoubt(
                item, kind, sampling.value(item).map(ReportedValue::value).orElse(""));
    }

    private static String slug(Plausibility.Doubt doubt) {
        return doubt.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
