package org.gongkai.opengov.drinkingwater.open.web;

import java.util.List;
import org.gongkai.opengov.drinkingwater.open.OpenWater;
import org.gongkai.opengov.drinkingwater.open.WaterItem;
import org.gongkai.opengov.drinkingwater.open.WaterItems;
import org.gongkai.platform.pagecache.KeptPage;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.PageTags;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The items of the standards for everybody (水质项目说明): what each is, its limits, why it matters. */
@Controller
class WaterItemPages {
    static final String ADDRESS = OpenWaterPages.ADDRESS + "/items";

    private final OpenWater water;
    private final WaterItemWords words;
    private final OpenWaterWords said;
    private final WaterTrail trail;
    private final Wording wording;

    WaterItemPages(
            OpenWater water,
            WaterItemWords words,
            OpenWaterWords said,
            WaterTrail trail,
            Wording wording) {
        this.water = water;
        this.words = words;
        this.said = said;
        this.trail = trail;
        this.wording = wording;
    }

    /** Items under the table of the first standard that has them. */
    public record Group(String standard, int table, List<WaterItem> items) {}

    @KeptPage
    @GetMapping(ADDRESS)
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        var found = WaterItems.all().stream().filter(it -> it.isMeantBy(q)).toList();
        model.addAttribute("q", q);
        model.addAttribute("total", found.size());
        model.addAttribute("groups", groups(found));
        model.addAttribute("words", words);
        trail.to(model, new Crumb(wording.say("drinkingwater.open.items.title"), null));
        return "drinkingwater/open/items";
    }

    @GetMapping(ADDRESS + ".{form:csv|xlsx}")
    ResponseEntity<byte[]> file(@PathVariable String form) {
        var table = CsvTable.of((Object[]) wording.say("drinkingwater.open.items.head").split(","));
        for (var item : WaterItems.all()) {
            for (var it : item.standings()) {
                var classes = words.classes(it);
                table.row(
                        item.key(),
                        it.item().name(),
                        it.item().english(),
                        it.standard().title(),
                        words.place(it),
                        words.unit(it.item().unit()),
                        classes.get(0),
                        classes.get(1),
                        classes.get(2),
                        classes.get(3),
                        classes.get(4),
                        words.single(it).orElse(""),
                        words.certainty(it.item().certainty()));
            }
        }
        return table.file("water-items." + form);
    }

    @KeptPage
    @GetMapping(ADDRESS + "/{key}")
    String one(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String agency,
            Model model) {
        var item = WaterItems.find(key).orElseThrow(Refusal::notFound);
        var of = water.agency(agency);
        model.addAttribute("item", item);
        model.addAttribute("words", words);
        model.addAttribute("said", said);
        model.addAttribute("agency", of);
        model.addAttribute("query", OpenWaterPages.with("", agency, ""));
        model.addAttribute("exceedances", water.exceedances(of, key));
        model.addAttribute("others", water.limits(of, item));
        model.addAttribute(
                "tags",
                new PageTags(List.of(), null, item.name(), words.what(item), List.of(), List.of()));
        trail.to(
                model,
                new Crumb(wording.say("drinkingwater.open.items.title"), ADDRESS),
                new Crumb(item.name(), null));
        return "drinkingwater/open/item";
    }

    private static List<Group> groups(List<WaterItem> items) {
        return items.stream()
                .map(WaterItemPages::place)
                .distinct()
                .map(
                        it ->
                                new Group(
                                        it.standard(),
                                        it.table(),
                                        items.stream()
                                                .filter(item -> place(item).equals(it))
                                                .toList()))
                .toList();
    }

    private record Place(String standard, int table) {}

    private static Place place(WaterItem item) {
        var first = item.standings().getFirst();
        return new Place(first.standard().title(), first.item().table());
    }
}
