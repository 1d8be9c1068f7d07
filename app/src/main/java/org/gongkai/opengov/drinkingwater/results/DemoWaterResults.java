package org.gongkai.opengov.drinkingwater.results;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.drinkingwater.MonitoredItem;
import org.gongkai.opengov.drinkingwater.Reading;
import org.gongkai.opengov.drinkingwater.results.Sampling.Origin;
import org.gongkai.opengov.drinkingwater.sources.WaterSource;
import org.gongkai.opengov.drinkingwater.sources.WaterSources;
import org.gongkai.platform.files.CsvRows;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.settings.DemoData;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The demo agency's results of the year before (演示监测结果): invented, each around a usual value, the
 * same for the same month whenever it is loaded. What has no usual value was not detected.
 */
@Component
class DemoWaterResults implements DemoData {
    private static final int MONTHS = 13;
    private static final BigDecimal TWENTIETH = new BigDecimal("0.05");

    private final Samplings samplings;
    private final WaterSources sources;
    private final Organization organization;
    private final Clock clock;

    DemoWaterResults(
            Samplings samplings, WaterSources sources, Organization organization, Clock clock) {
        this.samplings = samplings;
        this.sources = sources;
        this.organization = organization;
        this.clock = clock;
    }

    /** A usual value, and how far a month may be from it, in percent. */
    private record Usual(String value, int spread) {}

    @Override
    public int order() {
        return 61;
    }

    @Override
    public void load() {
        var agency = organization.agencies().getFirst().id();
        var usual = usual();
        var now = YearMonth.now(clock);
        for (var month = now.minusMonths(MONTHS);
                month.isBefore(now);
                month = month.plusMonths(1)) {
            for (var source : sources.on(agency, month.atEndOfMonth())) {
                samplings.add(sampling(source, month, usual));
            }
        }
    }

    private Sampling sampling(WaterSource source, YearMonth month, Map<String, Usual> usual) {
        var values = new ArrayList<ReportedValue>();
        for (var item : SourceMonth.list(source.facts(), false)) {
            values.add(
                    new ReportedValue(
                            item.name(),
                            value(source, item, month, usual),
                            SampleEntry.unitOf(item)));
        }
        return new Sampling(
                source.id(),
                month,
                1,
                false,
                month.atDay(5),
                "演示监测站",
                null,
                values,
                Origin.DEMO,
                null,
                "",
                List.of(),
                null,
                clock.instant());
    }

    private static String value(
            WaterSource source, MonitoredItem item, YearMonth month, Map<String, Usual> usual) {
        var kind = source.facts().kind().surface() ? "surface" : "ground";
        var found = usual.get(source.facts().name() + "|" + item.name());
        var around = found == null ? usual.get(kind + "|" + item.name()) : found;
        if (around == null) {
            return item.limits()
                    .most(source.facts().target())
                    .map(it -> it.multiply(TWENTIETH).stripTrailingZeros().toPlainString() + "L")
                    .orElse("未检出");
        }
        return Reading.of(around.value()).orElseThrow() instanceof Reading.Measured(BigDecimal it)
                ? moved(it, around.spread(), source.facts().name() + item.name() + month)
                : around.value();
    }

    /** Somewhere within the spread, by the hash of its name. */
    private static String moved(BigDecimal value, int spread, String name) {
        var share = Math.floorMod(name.hashCode() * 31 + spread, 2001) - 1000;
        var factor = BigDecimal.ONE.add(new BigDecimal(share * spread).movePointLeft(5));
        return value.multiply(factor)
                .setScale(value.scale(), RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static Map<String, Usual> usual() {
        try {
            var rows =
                    new CsvRows(
                            new StringReader(
                                    new ClassPathResource("demo/drinkingwater/usual-values.csv")
                                            .getContentAsString(StandardCharsets.UTF_8)));
            rows.next();
            var usual = new HashMap<String, Usual>();
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                var cells = row.get();
                usual.put(
                        cells.get(0) + "|" + cells.get(1),
                        new Usual(cells.get(2), Integer.parseInt(cells.get(3))));
            }
            return usual;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
