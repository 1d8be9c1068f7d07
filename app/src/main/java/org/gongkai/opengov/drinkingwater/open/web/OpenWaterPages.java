package org.gongkai.opengov.drinkingwater.open.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.gongkai.opengov.drinkingwater.open.DistrictSketch;
import org.gongkai.opengov.drinkingwater.open.OpenMonth;
import org.gongkai.opengov.drinkingwater.open.OpenSource;
import org.gongkai.opengov.drinkingwater.open.OpenWater;
import org.gongkai.opengov.drinkingwater.results.SourceMonth;
import org.gongkai.platform.organization.Agency;
import org.gongkai.platform.pagecache.KeptPage;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.pages.PageTags;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.settings.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The water of sources at one glance (水源水质), month by month, with every item and its explained
 * verdict.
 */
@Controller
class OpenWaterPages {
    static final String ADDRESS = "/water";
    static final int SOURCES_AT_ONCE = 48;
    static final int SOURCES_IN_FULL = 5;
    static final int MONTHS_A_PAGE = 24;

    private static final int NEWEST_MONTHS = 13;

    private final OpenWater water;
    private final OpenWaterWords words;
    private final WaterTrail trail;
    private final Wording wording;
    private final SiteAddress site;

    OpenWaterPages(
            OpenWater water,
            OpenWaterWords words,
            WaterTrail trail,
            Wording wording,
            SiteAddress site) {
        this.water = water;
        this.words = words;
        this.trail = trail;
        this.wording = wording;
        this.site = site;
    }

    /** A box of the sketch with the sources in this district. */
    public record District(DistrictSketch.Box box, List<OpenSource> sources) {

        /** Whether one of them does not pass; empty where none was judged. */
        public Optional<Boolean> met() {
            var judged = sources.stream().flatMap(it -> it.met().stream()).toList();
            return judged.isEmpty()
                    ? Optional.empty()
                    : Optional.of(judged.stream().allMatch(it -> it));
        }
    }

    @KeptPage
    @GetMapping(ADDRESS)
    String glance(
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var of = water.agency(agency);
        var newest = water.newestSummary(of);
        basics(model, of, agency);
        model.addAttribute("months", water.newestMonths(of, NEWEST_MONTHS));
        model.addAttribute("newest", newest.map(it -> it.standing().release()).orElse(null));
        newest.ifPresent(it -> fill(model, of, agency, it, page));
        model.addAttribute("snippet", snippet(agency));
        model.addAttribute(
                "tags",
                new PageTags(
                        List.of(),
                        null,
                        wording.say("drinkingwater.open.title"),
                        wording.say("drinkingwater.open.lead"),
                        List.of(feed(agency)),
                        List.of()));
        trail.to(model);
        return "drinkingwater/open/glance";
    }

    private void fill(Model model, Agency of, @Nullable String agency, OpenMonth newest, int page) {
        var pages =
                Pages.of(
                        page,
                        newest.sources().size(),
                        SOURCES_AT_ONCE,
                        it -> with(ADDRESS, agency, it == 1 ? "" : "page=" + it));
        model.addAttribute("pages", pages);
        model.addAttribute("lines", lines(of, newest, pages.number(), SOURCES_AT_ONCE));
        model.addAttribute("summary", newest);
        var districts = districts(of, newest);
        model.addAttribute("districts", districts);
        model.addAttribute(
                "sketch",
                DistrictSketch.of(
                        districts.stream()
                                .collect(
                                        TreeMap::new,
                                        (all, it) -> all.put(it.box().code(), it.box().name()),
                                        TreeMap::putAll)));
    }

    private List<SourceMonth> lines(Agency of, OpenMonth month, int page, int size) {
        return water.lines(
                of,
                month,
                part(month.sources(), page, size).stream().map(OpenSource::source).toList());
    }

    private List<District> districts(Agency of, OpenMonth newest) {
        var names = new TreeMap<>(of.region().counties());
        var districts = water.districts(of, newest);
        districts.values().forEach(code -> names.computeIfAbsent(code, words.sources()::district));
        return DistrictSketch.of(names).boxes().stream()
                .map(
                        box ->
                                new District(
                                        box,
                                        newest.sources().stream()
                                                .filter(
                                                        it ->
                                                                box.code()
                                                                        .equals(
                                                                                districts.get(
                                                                                        it
                                                                                                .source())))
                                                .toList()))
                .toList();
    }

    @KeptPage
    @GetMapping(ADDRESS + "/months")
    String months(
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var of = water.agency(agency);
        var total = water.count(of);
        var pages =
                Pages.of(
                        page,
                        total,
                        MONTHS_A_PAGE,
                        it -> with(ADDRESS + "/months", agency, it == 1 ? "" : "page=" + it));
        basics(model, of, agency);
        model.addAttribute(
                "months", water.months(of, (pages.number() - 1) * MONTHS_A_PAGE, MONTHS_A_PAGE));
        model.addAttribute("total", total);
        model.addAttribute("pages", pages);
        trail.to(model, new Crumb(wording.say("drinkingwater.open.months.title"), null));
        return "drinkingwater/open/months";
    }

    @KeptPage
    @GetMapping(ADDRESS + "/months/{month:\\d{4}-\\d{2}}")
    String month(
            @PathVariable String month,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var of = water.agency(agency);
        var asked = read(month);
        var summary = water.month(of, asked).orElseThrow(Refusal::notFound);
        basics(model, of, agency);
        model.addAttribute("summary", summary);
        var release = summary.standing().release();
        model.addAttribute("release", release);
        if (release != null) {
            var pages =
                    Pages.of(
                            page,
                            summary.sources().size(),
                            SOURCES_IN_FULL,
                            it ->
                                    with(
                                            ADDRESS + "/months/" + asked,
                                            agency,
                                            it == 1 ? "" : "page=" + it));
            model.addAttribute("pages", pages);
            var lines = lines(of, summary, pages.number(), SOURCES_IN_FULL);
            model.addAttribute("lines", lines);
            model.addAttribute("changed", water.changed(release, lines));
        }
        trail.to(
                model,
                new Crumb(
                        wording.say("drinkingwater.open.months.title"),
                        with(ADDRESS + "/months", agency, "")),
                new Crumb(words.month(asked), null));
        return "drinkingwater/open/month";
    }

    private void basics(Model model, Agency of, @Nullable String agency) {
        model.addAttribute("agency", of);
        model.addAttribute("query", with("", agency, ""));
        model.addAttribute("words", words);
    }

    private PageTags.Feed feed(@Nullable String agency) {
        return new PageTags.Feed(
                "application/atom+xml",
                with(ADDRESS + "/feed.xml", agency, ""),
                wording.say("drinkingwater.open.title"));
    }

    /** What another site puts into its page to show the widget. */
    private String snippet(@Nullable String agency) {
        return "<iframe src=\""
                + site.absolute(with(ADDRESS + "/widget", agency, ""))
                + "\" title=\""
                + wording.say("drinkingwater.open.title")
                + "\" width=\"320\" height=\"260\" loading=\"lazy\"></iframe>";
    }

    static YearMonth read(String month) {
        try {
            return YearMonth.parse(month);
        } catch (java.time.DateTimeException none) {
            throw Refusal.notFound();
        }
    }

    /** An address with the agency that was asked for, and what else follows. */
    static String with(String path, @Nullable String agency, String more) {
        var named = agency == null || agency.isBlank() ? "" : "agency=" + agency;
        var query = new ArrayList<String>();
        if (!named.isEmpty()) {
            query.add(named);
        }
        if (!more.isEmpty()) {
            query.add(more);
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private static <T> List<T> part(List<T> all, int page, int size) {
        var from = (page - 1) * size;
        return all.subList(from, Math.min(from + size, all.size()));
    }
}
