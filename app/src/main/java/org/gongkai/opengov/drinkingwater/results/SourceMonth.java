package org.gongkai.opengov.drinkingwater.results;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.opengov.drinkingwater.Evaluation;
import org.gongkai.opengov.drinkingwater.ItemVerdict;
import org.gongkai.opengov.drinkingwater.MonitoredItem;
import org.gongkai.opengov.drinkingwater.MonitoringList;
import org.gongkai.opengov.drinkingwater.PassRate;
import org.gongkai.opengov.drinkingwater.Reading;
import org.gongkai.opengov.drinkingwater.WaterVerdict;
import org.gongkai.opengov.drinkingwater.basis.JudgingBasis;
import org.gongkai.opengov.drinkingwater.sources.SourceFacts;
import org.gongkai.opengov.drinkingwater.sources.WaterSource;
import org.jspecify.annotations.Nullable;

/**
 * A source in a month (水源月度评价): a pure function of the source as it then stood, the newest version
 * of its results, and the standard.
 *
 * @param sampling null if there are no results yet
 * @param verdict of what was monitored; without items if nothing was
 * @param basis what the agency has laid down, by which it was judged
 * @param missing items of the list of the month, or of the year, that were not monitored
 */
public record SourceMonth(
        WaterSource source,
        YearMonth month,
        @Nullable Sampling sampling,
        Evaluation evaluation,
        WaterVerdict verdict,
        JudgingBasis basis,
        List<MonitoredItem> missing) {
    private static final String TEMPERATURE = "w01010";

    public SourceMonth {
        missing = List.copyOf(missing);
    }

    /** What is found by the standards alone. */
    public static SourceMonth of(WaterSource source, YearMonth month, @Nullable Sampling sampling) {
        return of(source, month, sampling, JudgingBasis.NONE);
    }

    /** What is found. What the agency has laid down counts as it was on the day of sampling. */
    public static SourceMonth of(
            WaterSource source, YearMonth month, @Nullable Sampling sampling, JudgingBasis basis) {
        var facts = source.facts();
        var sampled =
                sampling == null
                        ? List.<Evaluation.Sampled>of()
                        : sampling.values().stream().map(it -> it.of(facts).orElseThrow()).toList();
        var evaluation =
                evaluation(facts, temperature(sampled))
                        .knowing(basis.backgrounds(source.id(), day(month, sampling)));
        var verdict = evaluation.of(sampled);
        return new SourceMonth(
                source,
                month,
                sampling,
                evaluation,
                verdict,
                basis,
                missing(facts, sampling, verdict));
    }

    /** The day of sampling; the last of the month where nobody has written it down. */
    private static LocalDate day(YearMonth month, @Nullable Sampling sampling) {
        var sampled = sampling == null ? null : sampling.sampledOn();
        return sampled == null ? month.atEndOfMonth() : sampled;
    }

    /** How water of this source is evaluated. */
    static Evaluation evaluation(SourceFacts facts, @Nullable BigDecimal temperature) {
        return new Evaluation(
                facts.kind().standard(), facts.kind().water(), true, facts.target(), temperature);
    }

    /** The water's temperature in ℃, where it was measured. */
    static @Nullable BigDecimal temperature(List<Evaluation.Sampled> sampled) {
        return sampled.stream()
                .filter(it -> it.item().code().equals(TEMPERATURE))
                .map(Evaluation.Sampled::reading)
                .flatMap(
                        it ->
                                it instanceof Reading.Measured(BigDecimal value)
                                        ? Optional.of(value).stream()
                                        : Optional.<BigDecimal>empty().stream())
                .findFirst()
                .orElse(null);
    }

    /** What has to be monitored: the list of the month, or that of the year (全分析). */
    public static List<MonitoredItem> list(SourceFacts facts, boolean full) {
        var kind = facts.kind();
        return full
                ? MonitoringList.yearly(kind.standard(), kind.water())
                : MonitoringList.monthly(kind.standard(), kind.water());
    }

    private static List<MonitoredItem> missing(
            SourceFacts facts, @Nullable Sampling sampling, WaterVerdict verdict) {
        if (sampling == null || !sampling.monitored()) {
            return List.of();
        }
        var found =
                verdict.items().stream()
                        .filter(it -> !(it.reported() instanceof Reading.NotMonitored))
                        .map(it -> it.item().table() + it.item().name())
                        .collect(Collectors.toCollection(HashSet::new));
        return list(facts, sampling.full()).stream()
                .filter(it -> !found.contains(it.table() + it.name()))
                .toList();
    }

    /** Whether there are results. */
    public boolean monitored() {
        return sampling != null && sampling.monitored();
    }

    /** How many items the list has. */
    public int wanted() {
        return list(source.facts(), sampling != null && sampling.full()).size();
    }

    /** The items over their limits, in the order of the standard's tables. */
    public List<ItemVerdict> over() {
        return verdict.items().stream().filter(ItemVerdict::over).toList();
    }

    /** How many items were held against a limit. */
    public long judged() {
        return verdict.items().stream().filter(ItemVerdict::wasJudged).count();
    }

    /** What was taken in the month, or usually is, 10,000 m³. */
    public Optional<BigDecimal> intake() {
        var known = sampling == null ? null : sampling.intake();
        return Optional.ofNullable(known == null ? source.facts().intake() : known);
    }

    /** Whether rates are told without it too, because it misses its target by nature alone. */
    public boolean setApart() {
        return basis.setsApart() && verdict.onlyBackground();
    }

    /** Its part in the rates of sources that pass. */
    public PassRate.Source rated() {
        return new PassRate.Source(verdict.met(), intake(), setApart());
    }
}
