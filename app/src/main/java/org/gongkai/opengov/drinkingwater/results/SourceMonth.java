package org.gongkai.opengov.drinkingwater.results;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.opengov.drinkingwater.Evaluation;
import org.gongkai.opengov.drinkingwater.ItemNames;
import org.gongkai.opengov.drinkingwater.ItemVerdict;
import org.gongkai.opengov.drinkingwater.LaboratoryUnit;
import org.gongkai.opengov.drinkingwater.MonitoredItem;
import org.gongkai.opengov.drinkingwater.MonitoringList;
import org.gongkai.opengov.drinkingwater.PassRate;
import org.gongkai.opengov.drinkingwater.Reading;
import org.gongkai.opengov.drinkingwater.WaterBody;
import org.gongkai.opengov.drinkingwater.WaterStandard;
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
        var day = day(month, sampling);
        var standard = basis.standard(facts.kind().standard(), day);
        var sampled =
                sampling == null
                        ? List.<Evaluation.Sampled>of()
                        : sampling.values().stream()
                                .map(it -> it.of(facts).orElseThrow())
                                .map(it -> held(it, facts, standard, basis, day))
                                .toList();
        var evaluation =
                evaluation(facts, standard, temperature(sampled))
                        .knowing(basis.backgrounds(source.id(), day));
        var verdict = evaluation.of(sampled);
        return new SourceMonth(
                source,
                month,
                sampling,
                evaluation,
                verdict,
                basis,
                missing(facts, standard, sampling, verdict));
    }

    /** What was found, beside the limits that it is held against on that day. */
    private static Evaluation.Sampled held(
            Evaluation.Sampled found,
            SourceFacts facts,
            WaterStandard standard,
            JudgingBasis basis,
            LocalDate day) {
        var inEdition =
                standard.code().equals(facts.kind().standard().code())
                        ? found
                        : inOlder(found, standard, facts.kind().water());
        return new Evaluation.Sampled(
                basis.item(standard, inEdition.item(), day), inEdition.reading());
    }

    /** The same in an older edition and its unit; what that does not limit has no limit. */
    private static Evaluation.Sampled inOlder(
            Evaluation.Sampled found, WaterStandard older, WaterBody water) {
        return ItemNames.find(older, found.item().code(), water)
                .map(
                        it ->
                                new Evaluation.Sampled(
                                        it,
                                        found.reading()
                                                .in(
                                                        LaboratoryUnit.of(found.item().unit())
                                                                .orElseThrow()
                                                                .to(
                                                                        LaboratoryUnit.of(it.unit())
                                                                                .orElseThrow())
                                                                .orElseThrow())))
                .orElseGet(
                        () ->
                                new Evaluation.Sampled(
                                        found.item().withoutLimits(), found.reading()));
    }

    /** The day of sampling; the last of the month where nobody has written it down. */
    private static LocalDate day(YearMonth month, @Nullable Sampling sampling) {
        var sampled = sampling == null ? null : sampling.sampledOn();
        return sampled == null ? month.atEndOfMonth() : sampled;
    }

    /** How water of this source is evaluated. */
    private static Evaluation evaluation(
            SourceFacts facts, WaterStandard standard, @Nullable BigDecimal temperature) {
        return new Evaluation(standard, facts.kind().water(), true, facts.target(), temperature);
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
        return list(facts, facts.kind().standard(), full);
    }

    private static List<MonitoredItem> list(
            SourceFacts facts, WaterStandard standard, boolean full) {
        var water = facts.kind().water();
        return full
                ? MonitoringList.yearly(standard, water)
                : MonitoringList.monthly(standard, water);
    }

    /**
     * What is entered of a month, by today's names: where an older edition holds, what that has to
     * be monitored (the 23 items of 1993).
     */
    public List<MonitoredItem> entered(boolean full) {
        var facts = source.facts();
        var standard = evaluation.standard();
        var today = list(facts, full);
        if (standard.code().equals(facts.kind().standard().code())) {
            return today;
        }
        return today.stream()
                .filter(it -> ItemNames.find(standard, it.code(), facts.kind().water()).isPresent())
                .toList();
    }

    /** What the laboratory reported of an item that was judged. */
    public Optional<ReportedValue> reported(MonitoredItem item) {
        var at = verdict.items().stream().map(ItemVerdict::item).toList().indexOf(item);
        return sampling == null || at < 0
                ? Optional.empty()
                : Optional.of(sampling.values().get(at));
    }

    private static List<MonitoredItem> missing(
            SourceFacts facts,
            WaterStandard standard,
            @Nullable Sampling sampling,
            WaterVerdict verdict) {
        if (sampling == null || !sampling.monitored()) {
            return List.of();
        }
        var found =
                verdict.items().stream()
                        .filter(it -> !(it.reported() instanceof Reading.NotMonitored))
                        .map(it -> it.item().table() + it.item().name())
                        .collect(Collectors.toCollection(HashSet::new));
        return list(facts, standard, sampling.full()).stream()
                .filter(it -> !found.contains(it.table() + it.name()))
                .toList();
    }

    /** Whether there are results. */
    public boolean monitored() {
        return sampling != null && sampling.monitored();
    }

    /** How many items the list has. */
    public int wanted() {
        return list(source.facts(), evaluation.standard(), sampling != null && sampling.full())
                .size();
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
