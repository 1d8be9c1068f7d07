package org.gongkai.opengov.drinkingwater.open.web;

import java.util.Comparator;
import java.util.Optional;
import org.gongkai.opengov.drinkingwater.open.OpenMonth;
import org.gongkai.opengov.drinkingwater.open.OpenWater;
import org.gongkai.platform.pages.HomeBlock;
import org.gongkai.platform.pages.Wording;
import org.springframework.stereotype.Component;

/** 本月水源水质 on the home page: the newest public month, those that do not pass first. */
@Component
class WaterHomeBlock implements HomeBlock.Source {
    private static final int SHOWN = 6;

    private final OpenWater water;
    private final OpenWaterWords words;
    private final Wording wording;

    WaterHomeBlock(OpenWater water, OpenWaterWords words, Wording wording) {
        this.water = water;
        this.words = words;
        this.wording = wording;
    }

    @Override
    public Optional<HomeBlock> homeBlock() {
        return water.agencies().stream().findFirst().flatMap(water::newestSummary).map(this::block);
    }

    private HomeBlock block(OpenMonth month) {
        return new HomeBlock(
                "water",
                wording.say("drinkingwater.open.of", words.month(month.month())),
                words.glance(month),
                OpenWaterPages.ADDRESS,
                wording.say("drinkingwater.open.see-all"),
                month.sources().stream()
                        .sorted(Comparator.comparing(it -> it.met().orElse(true)))
                        .limit(SHOWN)
                        .map(
                                it ->
                                        new HomeBlock.Line(
                                                it.name(),
                                                WaterSourceHistoryPages.ADDRESS + "/" + it.source(),
                                                words.result(it.met()),
                                                words.look(it.met())))
                        .toList());
    }
}
