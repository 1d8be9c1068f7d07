package org.gongkai.opengov.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gongkai.opengov.columns.ColumnTree;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.opengov.disclosures.Article20Item;
import org.gongkai.opengov.disclosures.DocumentKind;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.FilterGroup;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.search.FacetCount;
import org.gongkai.platform.search.Facets;
import org.gongkai.platform.search.LegalForce;
import org.gongkai.platform.search.QuestionCounts;
import org.gongkai.platform.search.Reading;
import org.gongkai.platform.search.Search;
import org.gongkai.platform.search.SearchQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The search page (站内检索): everything public, with filters and help when nothing is found. */
@Controller
class SearchPage {
    private static final int PER_PAGE = 20;

    private final Search search;
    private final QuestionCounts counts;
    private final PortalSite site;
    private final Columns columns;
    private final Organization organization;
    private final Lines lines;
    private final Trails trails;
    private final Tags tags;
    private final Wording wording;
    private final Clock clock;

    SearchPage(
            Search search,
            QuestionCounts counts,
            PortalSite site,
            Columns columns,
            Organization organization,
            Lines lines,
            Trails trails,
            Tags tags,
            Wording wording,
            Clock clock) {
        this.search = search;
        this.counts = counts;
        this.site = site;
        this.columns = columns;
        this.organization = organization;
        this.lines = lines;
        this.trails = trails;
        this.tags = tags;
        this.wording = wording;
        this.clock = clock;
    }

    @GetMapping("/search")
    String show(SearchAsked question, @RequestParam(defaultValue = "1") int page, Model model) {
        var asked = question.parameters();
        var number = Math.clamp(page, 1, SearchQuery.FARTHEST_OFFSET / PER_PAGE);
        var results =
                search.search(
                        question.query(LocalDate.now(clock))
                                .page((number - 1) * PER_PAGE, PER_PAGE));
        var narrowing = new Narrowing("/search", asked);
        var clear = narrowing.cleared(List.of("q", "order"));
        if (number == 1 && clear == null) {
            counts.asked(question.text(), results.total() > 0 && wholly(results.reading()));
        }
        model.addAttribute("q", question.text());
        model.addAttribute("asked", question);
        model.addAttribute("feed", SearchFeed.address(asked));
        model.addAttribute("byDate", question.byDate());
        model.addAttribute(
                "orderByDate",
                Addresses.with("/search", Addresses.changed(asked, "order", "date")));
        model.addAttribute(
                "orderByRelevance",
                Addresses.with("/search", Addresses.changed(asked, "order", null)));
        model.addAttribute("results", results);
        model.addAttribute("lines", lines.found(results.hits()));
        model.addAttribute(
                "pages",
                Pages.of(
                        number,
                        Math.min(results.total(), SearchQuery.FARTHEST_OFFSET),
                        PER_PAGE,
                        narrowing::page));
        model.addAttribute("filters", groups(results.facets(), narrowing, site.tree()));
        model.addAttribute("clear", clear);
        model.addAttribute("readingKey", readingKey(results.reading()));
        model.addAttribute("near", results.hits().isEmpty() ? near(question.text()) : List.of());
        model.addAttribute("onRequest", site.offered("on-request").orElse(null));
        model.addAttribute("guide", site.offered("guide").orElse(null));
        model.addAttribute("site", site.site());
        model.addAttribute("crumbs", trails.toPage("portal.search"));
        model.addAttribute("tags", tags.ofSite());
        return "portal/search";
    }

    /** A word that is near to what found nothing. */
    record Near(String text, String address) {}

    private List<Near> near(String text) {
        return text.isEmpty()
                ? List.of()
                : search.near(text).stream()
                        .map(it -> new Near(it, Addresses.with("/search", Map.of("q", it))))
                        .toList();
    }

    private static boolean wholly(Reading reading) {
        return reading != Reading.CORRECTED && reading != Reading.SOME_WORDS;
    }

    private static @Nullable String readingKey(Reading reading) {
        return switch (reading) {
            case AS_TYPED -> null;
            case CORRECTED -> "portal.search.reading.corrected";
            case BY_SOUND -> "portal.search.reading.by-sound";
            case MOST_WORDS -> "portal.search.reading.most-words";
            case SOME_WORDS -> "portal.search.reading.some-words";
        };
    }

    private List<FilterGroup> groups(Facets facets, Narrowing narrowing, ColumnTree tree) {
        var sections = sectionNames();
        return List.of(
                        columnGroup(narrowing, facets.columns(), tree),
                        group(narrowing, "kind", facets.kinds(), SearchPage::kindName),
                        group(
                                narrowing,
                                "year",
                                facets.years(),
                                it -> wording.say("portal.year", it)),
                        group(narrowing, "validity", facets.forces(), this::forceName),
                        group(narrowing, "item", facets.items(), this::itemName),
                        group(
                                narrowing,
                                "section",
                                facets.sections(),
                                it -> sections.getOrDefault(it, it)))
                .stream()
                .filter(it -> it.choices().size() > 1)
                .toList();
    }

    /** A column's count includes those below it, so only the top ones add up. */
    private FilterGroup columnGroup(Narrowing narrowing, List<FacetCount> found, ColumnTree tree) {
        var counts = counts(found);
        var total =
                tree.openBelow(null).stream()
                        .mapToLong(it -> counts.getOrDefault(it.key(), 0L))
                        .sum();
        return group(narrowing, "column", total, counts, it -> columnName(it, tree));
    }

    private FilterGroup group(
            Narrowing narrowing,
            String parameter,
            List<FacetCount> found,
            Function<String, String> name) {
        var counts = counts(found);
        return group(narrowing, parameter, Narrowing.sum(counts), counts, name);
    }

    private FilterGroup group(
            Narrowing narrowing,
            String parameter,
            long total,
            Map<String, Long> counts,
            Function<String, String> name) {
        return narrowing.group(
                wording.say("portal.filter." + parameter),
                wording.say("portal.filter.all"),
                parameter,
                total,
                counts,
                name);
    }

    private static Map<String, Long> counts(List<FacetCount> found) {
        var counts = new LinkedHashMap<String, Long>();
        found.forEach(it -> counts.put(it.value(), it.count()));
        return counts;
    }

    private String columnName(String key, ColumnTree tree) {
        return tree.withKey(key).or(() -> columns.atAddress(key)).map(SiteColumn::name).orElse(key);
    }

    private String forceName(String slug) {
        return LegalForce.named(slug)
                .map(it -> wording.say("portal.validity." + it.name()))
                .orElse(slug);
    }

    private String itemName(String number) {
        return number.matches("[0-9]{1,2}")
                ? Article20Item.numbered(Integer.parseInt(number))
                        .map(it -> wording.say("portal.item." + it.number()))
                        .orElse(number)
                : number;
    }

    private static String kindName(String slug) {
        return DocumentKind.named(slug).map(DocumentKind::term).orElse(slug);
    }

    private Map<String, String> sectionNames() {
        var names = new HashMap<String, String>();
        organization.agencies().stream()
                .flatMap(it -> organization.allSections(it.id()).stream())
                .forEach(it -> names.putIfAbsent(it.key(), it.name()));
        return names;
    }
}
