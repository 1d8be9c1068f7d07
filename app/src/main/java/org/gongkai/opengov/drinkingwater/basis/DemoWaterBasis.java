package org.gongkai.opengov.drinkingwater.basis;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.gongkai.opengov.drinkingwater.Amendment;
import org.gongkai.opengov.drinkingwater.NaturalBackground;
import org.gongkai.opengov.drinkingwater.sources.WaterSources;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.settings.DemoData;
import org.springframework.stereotype.Component;

/**
 * What the demo agency has laid down (演示评价依据): the hardness of one source is over by nature, rates
 * are told without it too, and a stricter limit holds for an item of full analyses. Before the demo
 * reports are written.
 */
@Component
class DemoWaterBasis implements DemoData {
    private static final String SOURCE = "贺兰水源地";
    private static final String ITEM = "总硬度(以CaCO3计)";
    private static final LimitOverride.Row BERYLLIUM =
            new LimitOverride.Row("GB/T14848-2017", 2, "铍", null);
    private static final NaturalBackground NATURE =
            new NaturalBackground("含水层富含碳酸盐岩，天然硬度偏高（演示）", "演示：地下水水源天然本底调查报告", "演示〔2019〕1号");

    private final Backgrounds backgrounds;
    private final LimitOverrides limits;
    private final RateSettings rates;
    private final Decisions decisions;
    private final WaterSources sources;
    private final Organization organization;
    private final Clock clock;

    DemoWaterBasis(
            Backgrounds backgrounds,
            LimitOverrides limits,
            RateSettings rates,
            Decisions decisions,
            WaterSources sources,
            Organization organization,
            Clock clock) {
        this.backgrounds = backgrounds;
        this.limits = limits;
        this.rates = rates;
        this.decisions = decisions;
        this.sources = sources;
        this.organization = organization;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 61;
    }

    @Override
    public void load() {
        var agency = organization.agencies().getFirst().id();
        var source =
                sources.newest(agency).stream()
                        .filter(it -> it.facts().name().equals(SOURCE))
                        .findFirst()
                        .orElseThrow();
        var id = backgrounds.add(agency, source.id(), ITEM);
        backgrounds.add(
                agency,
                new Background(
                        id,
                        1,
                        source.id(),
                        ITEM,
                        NATURE,
                        LocalDate.of(2019, 1, 1),
                        null,
                        false,
                        "",
                        decisions.next(agency, null, clock.instant())));
        rates.add(
                agency,
                new RateSetting(
                        1, true, "演示：同时列出两种达标率", decisions.next(agency, null, clock.instant())));
        limits.add(
                agency,
                new LimitOverride(
                        limits.add(agency, BERYLLIUM),
                        1,
                        BERYLLIUM,
                        Map.of("III", new BigDecimal("0.001")),
                        new Amendment("演示：地方地下水质量标准", "演示〔2020〕2号", LocalDate.of(2020, 1, 1)),
                        null,
                        false,
                        "",
                        decisions.next(agency, null, clock.instant())));
    }
}
