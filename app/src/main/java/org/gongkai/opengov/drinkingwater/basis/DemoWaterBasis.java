package org.gongkai.opengov.drinkingwater.basis;

import java.time.Clock;
import java.time.LocalDate;
import org.gongkai.opengov.drinkingwater.NaturalBackground;
import org.gongkai.opengov.drinkingwater.sources.WaterSources;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.settings.DemoData;
import org.springframework.stereotype.Component;

/**
 * What the demo agency has laid down (演示评价依据): the hardness of one source is over by nature, and
 * rates are told without it too. Before the demo reports are written.
 */
@Component
class DemoWaterBasis implements DemoData {
    private static final String SOURCE = "贺兰水源地";
    private static final String ITEM = "总硬度(以CaCO3计)";
    private static final NaturalBackground NATURE =
            new NaturalBackground("含水层富含碳酸盐岩，天然硬度偏高（演示）", "演示：地下水水源天然本底调查报告", "演示〔2019〕1号");

    private final Backgrounds backgrounds;
    private final RateSettings rates;
    private final Decisions decisions;
    private final WaterSources sources;
    private final Organization organization;
    private final Clock clock;

    DemoWaterBasis(
            Backgrounds backgrounds,
            RateSettings rates,
            Decisions decisions,
            WaterSources sources,
            Organization organization,
            Clock clock) {
        this.backgrounds = backgrounds;
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
    }
}
