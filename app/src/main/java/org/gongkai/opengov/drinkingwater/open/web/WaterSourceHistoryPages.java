package org.gongkai.opengov.drinkingwater.open.web;

import org.gongkai.opengov.drinkingwater.open.OpenWater;
import org.gongkai.opengov.drinkingwater.open.SourceHistory;
import org.gongkai.platform.pagecache.KeptPage;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A source over the months, and each of its items as chart and table (水源历史). */
@Controller
class WaterSourceHistoryPages {
    static final String ADDRESS = OpenWaterPages.ADDRESS + "/sources";

    private final OpenWater water;
    private final OpenWaterWords words;
    private final WaterTrail trail;

    WaterSourceHistoryPages(OpenWater water, OpenWaterWords words, WaterTrail trail) {
        this.water = water;
        this.words = words;
        this.trail = trail;
    }

    @KeptPage
    @GetMapping(ADDRESS + "/{id:\\d{1,18}}")
    String source(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer year,
            Model model) {
        var history = water.source(id, year);
        fill(model, history);
        model.addAttribute("years", water.years(id));
        model.addAttribute("year", year);
        trail.to(model, new Crumb(history.source().facts().name(), null));
        return "drinkingwater/open/source";
    }

    @KeptPage
    @GetMapping(ADDRESS + "/{id:\\d{1,18}}/items/{key}")
    String item(@PathVariable long id, @PathVariable String key, Model model) {
        var history = water.wholeSource(id, key);
        var item = history.items().stream().findFirst().orElseThrow(Refusal::notFound);
        fill(model, history);
        model.addAttribute("item", item);
        var source = history.source().facts().name();
        trail.to(model, new Crumb(source, ADDRESS + "/" + id), new Crumb(item.item().name(), null));
        return "drinkingwater/open/source-item";
    }

    private void fill(Model model, SourceHistory history) {
        model.addAttribute("history", history);
        model.addAttribute("source", history.source());
        model.addAttribute("agency", history.agency());
        model.addAttribute(
                "query",
                history.agency().equals(water.agency(null))
                        ? ""
                        : OpenWaterPages.with("", history.agency().key(), ""));
        model.addAttribute("words", words);
    }
}
