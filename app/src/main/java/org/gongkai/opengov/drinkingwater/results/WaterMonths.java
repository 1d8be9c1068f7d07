package org.gongkai.opengov.drinkingwater.results;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.opengov.drinkingwater.basis.JudgingBases;
import org.gongkai.opengov.drinkingwater.basis.JudgingBasis;
import org.gongkai.opengov.drinkingwater.sources.SourceState;
import org.gongkai.opengov.drinkingwater.sources.WaterSource;
import org.gongkai.opengov.drinkingwater.sources.WaterSources;
import org.gongkai.platform.roles.AgencyId;
import org.springframework.stereotype.Component;

/**
 * The months of all sources, from the newest results (月度汇总): what the agency itself knows, public
 * or not. Whoever asks has been asked for their right before.
 */
@Component
public class WaterMonths {
    private final Samplings samplings;
    private final WaterSources sources;
    private final JudgingBases bases;

    WaterMonths(Samplings samplings, WaterSources sources, JudgingBases bases) {
        this.samplings = samplings;
        this.sources = sources;
        this.bases = bases;
    }

    /** The months between these, in their order. */
    public List<WaterMonth> of(AgencyId agency, YearMonth first, YearMonth last) {
        var found =
                samplings.newest(agency, first.minusMonths(12), last).stream()
                        .collect(
                                Collectors.toMap(
                                        it -> new Key(it.source(), it.month()),
                                        Function.identity()));
        var basis = bases.now(agency);
        return Stream.iterate(first, it -> !it.isAfter(last), it -> it.plusMonths(1))
                .map(it -> month(agency, it, found, basis))
                .toList();
    }

    private record Key(long source, YearMonth month) {}

    private WaterMonth month(
            AgencyId agency, YearMonth month, Map<Key, Sampling> found, JudgingBasis basis) {
        var lines =
                sources.on(agency, month.atEndOfMonth()).stream()
                        .filter(
                                it ->
                                        it.facts().state() == SourceState.IN_USE
                                                || found.containsKey(new Key(it.id(), month)))
                        .map(
                                it ->
                                        new WaterMonth.Line(
                                                of(it, month, found, basis),
                                                of(it, month.minusMonths(1), found, basis),
                                                of(it, month.minusYears(1), found, basis)))
                        .toList();
        return new WaterMonth(month, lines);
    }

    private static SourceMonth of(
            WaterSource source, YearMonth month, Map<Key, Sampling> found, JudgingBasis basis) {
        return SourceMonth.of(source, month, found.get(new Key(source.id(), month)), basis);
    }
}
