package org.gongkai.opengov.drinkingwater.open.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gongkai.opengov.drinkingwater.Certainty;
import org.gongkai.opengov.drinkingwater.PassRate;
import org.gongkai.opengov.drinkingwater.WaterClass;
import org.gongkai.opengov.drinkingwater.open.OpenMonth;
import org.gongkai.opengov.drinkingwater.open.OpenSource;
import org.gongkai.opengov.drinkingwater.open.OpenWater;
import org.gongkai.opengov.drinkingwater.open.WaterItem;
import org.gongkai.opengov.drinkingwater.open.WaterItems;
import org.gongkai.opengov.drinkingwater.reports.Release;
import org.gongkai.opengov.drinkingwater.results.SourceMonth;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The water of sources for everybody's programs (水源水质公开接口): the same as on the pages. */
@RestController
@RequestMapping("/api/v1/public/water")
class OpenWaterApi {
    private final OpenWater water;
    private final WaterFiles files;
    private final OpenWaterWords words;

    OpenWaterApi(OpenWater water, WaterFiles files, OpenWaterWords words) {
        this.water = water;
        this.files = files;
        this.words = words;
    }

    /** A source as the newest public month tells of it. */
    record Source(
            long id,
            String name,
            String kind,
            String district,
            String target,
            String standard,
            String month,
            @JsonProperty("class") @Nullable String waterClass,
            @Nullable Boolean met,
            boolean overOnlyByBackground) {
        static Source of(SourceMonth it) {
            var facts = it.source().facts();
            return new Source(
                    it.source().id(),
                    facts.name(),
                    facts.kind().slug(),
                    facts.district(),
                    facts.target().text(),
                    it.evaluation().standard().code(),
                    it.month().toString(),
                    it.verdict().waterClass().map(WaterClass::text).orElse(null),
                    it.verdict().met().orElse(null),
                    it.verdict().onlyBackground());
        }
    }

    /** What passes, of what was judged, in percent. */
    record Rate(BigDecimal passing, BigDecimal judged, @Nullable BigDecimal percent) {
        static Rate of(PassRate rate) {
            return new Rate(rate.passing(), rate.judged(), rate.percent().orElse(null));
        }
    }

    /** A correction of what was public. */
    record Correction(int edition, Instant at, String note) {
        static Correction of(Release.Correction it) {
            return new Correction(it.edition(), it.at(), it.note());
        }
    }

    /**
     * How a month stands; the rates are null unless it is public.
     *
     * @param bySourcesApart without the sources that miss their target by nature alone; null where
     *     none is set apart
     */
    record Month(
            String month,
            String state,
            LocalDate due,
            String reason,
            @Nullable String report,
            @Nullable Integer edition,
            @Nullable Instant publishedAt,
            List<Correction> corrections,
            @Nullable Rate bySources,
            @Nullable Rate byVolume,
            @Nullable Rate bySourcesApart,
            @Nullable Rate byVolumeApart) {
        static Month of(OpenMonth it) {
            var standing = it.standing();
            var release = Optional.ofNullable(standing.release());
            return new Month(
                    it.month().toString(),
                    standing.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    standing.due(),
                    standing.reason(),
                    release.map(of -> of.indexNumber().toString()).orElse(null),
                    release.map(Release::edition).orElse(null),
                    release.map(Release::publishedAt).orElse(null),
                    release.stream()
                            .flatMap(of -> of.corrections().stream())
                            .map(Correction::of)
                            .toList(),
                    it.released() ? Rate.of(it.bySources()) : null,
                    it.released() ? it.byVolume().map(Rate::of).orElse(null) : null,
                    it.bySourcesApart().map(Rate::of).orElse(null),
                    it.byVolumeApart().map(Rate::of).orElse(null));
        }
    }

    /** An item over its limit. */
    record Over(
            String item,
            String name,
            String value,
            String unit,
            String limit,
            @Nullable BigDecimal multiple,
            @Nullable String background) {
        static Over of(OpenSource.Over it, OpenWaterWords words) {
            return new Over(
                    it.item(),
                    it.name(),
                    it.value(),
                    it.unit(),
                    it.limit(),
                    it.multiple().orElse(null),
                    it.background().map(words::background).orElse(null));
        }
    }

    /** What a month comes to for a source. */
    record Result(
            long source,
            String name,
            @JsonProperty("class") @Nullable String waterClass,
            @Nullable Boolean met,
            boolean overOnlyByBackground,
            int judged,
            @Nullable BigDecimal intake,
            List<Over> over) {
        static Result of(OpenSource it, OpenWaterWords words) {
            return new Result(
                    it.source(),
                    it.name(),
                    it.waterClass().map(WaterClass::text).orElse(null),
                    it.met().orElse(null),
                    it.onlyBackground(),
                    it.judged(),
                    it.intake().orElse(null),
                    it.over().stream().map(of -> Over.of(of, words)).toList());
        }
    }

    /** A month with its sources. */
    record OneMonth(Month month, List<Result> sources) {}

    /** An item's row in a standard; {@code limit} is that of sources where there are no classes. */
    record Standing(
            String standard,
            int table,
            int place,
            @Nullable String waterBody,
            String name,
            String unit,
            Map<String, String> limits,
            @Nullable String limit,
            boolean seenInPrint) {
        static Standing of(WaterItem.Standing it) {
            var item = it.item();
            var limits = new LinkedHashMap<String, String>();
            if (item.limits().hasClasses()) {
                WaterClass.inStandards()
                        .forEach(
                                each ->
                                        item.limits()
                                                .printed(each)
                                                .ifPresent(of -> limits.put(each.text(), of)));
            }
            return new Standing(
                    it.standard().code(),
                    item.table(),
                    item.place(),
                    item.body() == null ? null : item.body().name().toLowerCase(Locale.ROOT),
                    item.name(),
                    item.unit(),
                    limits,
                    item.limits().hasClasses()
                            ? null
                            : item.limits().printed(WaterClass.III).orElse(null),
                    item.certainty() == Certainty.CHECKED);
        }
    }

    /** An item with its rows in all standards. */
    record Item(String item, String name, String english, List<Standing> standings) {
        static Item of(WaterItem it) {
            return new Item(
                    it.key(),
                    it.name(),
                    it.english(),
                    it.standings().stream().map(Standing::of).toList());
        }
    }

    @GetMapping("/sources")
    Items<Source> sources(@RequestParam(required = false) @Nullable String agency) {
        var of = water.agency(agency);
        return Items.whole(
                water.newestSummary(of).stream()
                        .flatMap(it -> water.lines(of, it, ids(it)).stream())
                        .map(Source::of)
                        .toList());
    }

    private static List<Long> ids(OpenMonth month) {
        return month.sources().stream().map(OpenSource::source).toList();
    }

    @GetMapping("/months")
    Items<Month> months(@RequestParam(required = false) @Nullable String agency) {
        return Items.whole(
                water.ratedMonths(water.agency(agency)).stream().map(Month::of).toList());
    }

    @GetMapping("/months/{month}")
    OneMonth month(
            @PathVariable String month, @RequestParam(required = false) @Nullable String agency) {
        var found =
                water.month(water.agency(agency), OpenWaterPages.read(month))
                        .orElseThrow(Refusal::notFound);
        return new OneMonth(
                Month.of(found), found.sources().stream().map(it -> Result.of(it, words)).toList());
    }

    @GetMapping("/items")
    Items<Item> items() {
        return Items.whole(WaterItems.all().stream().map(Item::of).toList());
    }

    /** The values of a source: one item over all months, or all items of one month. */
    @GetMapping("/data")
    Items<OpenValueAnswer> data(
            @RequestParam long source,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable String month) {
        if (item == null && month == null) {
            throw Refusal.invalid("item", "drinkingwater.open.problem.item-or-month");
        }
        var asked = month == null ? null : OpenWaterPages.read(month);
        return Items.whole(values(source, item, asked));
    }

    private List<OpenValueAnswer> values(
            long source, @Nullable String item, @Nullable YearMonth month) {
        var owned = water.owner(source);
        var kind = owned.source().facts().kind();
        var method = files.method(kind);
        var values = new ArrayList<OpenValueAnswer>();
        water.values(
                owned,
                it -> {
                    if ((item == null || it.item().equals(item))
                            && (month == null || it.month().equals(month))) {
                        values.add(OpenValueAnswer.of(it, method, words));
                    }
                });
        return values;
    }
}
