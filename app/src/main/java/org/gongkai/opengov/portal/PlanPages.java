package org.gongkai.opengov.portal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.opengov.disclosures.PlanRegister;
import org.gongkai.opengov.disclosures.PlanRegister.Entry;
import org.gongkai.opengov.disclosures.PlanStanding;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pagecache.KeptPage;
import org.gongkai.platform.pages.FilterGroup;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of plans, with the historical ones (规划计划登记、历史规划): work plan 二.1. */
@Controller
class PlanPages {
    static final String PATH = "/plans";
    static final int PER_PAGE = 30;

    private final PlanRegister register;
    private final Organization organization;
    private final Trails trails;
    private final Tags tags;
    private final Wording wording;

    PlanPages(
            PlanRegister register,
            Organization organization,
            Trails trails,
            Tags tags,
            Wording wording) {
        this.register = register;
        this.organization = organization;
        this.trails = trails;
        this.tags = tags;
        this.wording = wording;
    }

    @KeptPage
    @GetMapping(PATH)
    String show(
            @RequestParam(required = false) @Nullable String standing,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var all = register.all();
        var asked = new LinkedHashMap<String, @Nullable Object>();
        asked.put("standing", standing);
        var narrowing = new Narrowing(PATH, asked);
        var shown = narrowed(all, standing);
        var pages = Pages.of(page, shown.size(), PER_PAGE, narrowing::page);
        model.addAttribute(
                "rows",
                shown.stream().skip((pages.number() - 1L) * PER_PAGE).limit(PER_PAGE).toList());
        model.addAttribute("total", shown.size());
        model.addAttribute("pages", pages);
        model.addAttribute("filters", List.of(byStanding(all, narrowing)));
        model.addAttribute("clear", narrowing.cleared(List.of()));
        model.addAttribute("export", narrowing.exported());
        model.addAttribute("crumbs", trails.toPage("portal.plans"));
        model.addAttribute(
                "tags",
                tags.ofRegister(
                        PATH,
                        wording.say("portal.plans"),
                        wording.say("portal.plans.lead"),
                        PATH + ".csv"));
        return "portal/plans";
    }

    @KeptPage
    @GetMapping(PATH + ".csv")
    ResponseEntity<byte[]> export(@RequestParam(required = false) @Nullable String standing) {
        return Csv.file(
                "plans",
                wording.say("portal.plans.csv-head"),
                narrowed(register.all(), standing).stream().map(this::cells));
    }

    private List<String> cells(Entry entry) {
        var listing = entry.listing();
        return List.of(
                listing.title(),
                wording.say("portal.standing." + entry.standing().name()),
                Objects.toString(entry.from(), ""),
                Objects.toString(entry.to(), ""),
                organization.section(listing.section()).name(),
                Objects.requireNonNullElse(entry.implementation(), ""),
                listing.indexNumber().toString());
    }

    private FilterGroup byStanding(List<Entry> all, Narrowing narrowing) {
        Map<PlanStanding, Long> found =
                all.stream().collect(Collectors.groupingBy(Entry::standing, Collectors.counting()));
        var counts = new LinkedHashMap<String, Long>();
        for (var it : PlanStanding.values()) {
            Optional.ofNullable(found.get(it)).ifPresent(count -> counts.put(slug(it), count));
        }
        return narrowing.group(
                wording.say("portal.plans.standing"),
                wording.say("portal.filter.all"),
                "standing",
                all.size(),
                counts,
                it -> wording.say("portal.standing." + named(it).name()));
    }

    private static List<Entry> narrowed(List<Entry> all, @Nullable String standing) {
        if (standing == null) {
            return all;
        }
        var wanted = named(standing);
        return all.stream().filter(it -> it.standing() == wanted).toList();
    }

    private static PlanStanding named(String slug) {
        return Arrays.stream(PlanStanding.values())
                .filter(it -> slug(it).equals(slug))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private static String slug(PlanStanding standing) {
        return standing.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
