package org.gongkai.opengov.portal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.opengov.disclosures.CommentPeriod.Standing;
import org.gongkai.opengov.disclosures.Consultations;
import org.gongkai.opengov.disclosures.Consultations.Entry;
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

/** What readers may comment on, and what became of former comments (征求意见): ADR 0155. */
@Controller
class ConsultationPages {
    static final String PATH = "/consultations";
    static final int PER_PAGE = 30;

    private final Consultations register;
    private final Organization organization;
    private final Trails trails;
    private final Tags tags;
    private final Wording wording;

    ConsultationPages(
            Consultations register,
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
        model.addAttribute("crumbs", trails.toPage("portal.consultations"));
        model.addAttribute(
                "tags",
                tags.ofRegister(
                        PATH,
                        wording.say("portal.consultations"),
                        wording.say("portal.consultations.lead"),
                        PATH + ".csv"));
        return "portal/consultations";
    }

    @KeptPage
    @GetMapping(PATH + ".csv")
    ResponseEntity<byte[]> export(@RequestParam(required = false) @Nullable String standing) {
        return Csv.file(
                "consultations",
                wording.say("portal.consultations.csv-head"),
                narrowed(register.all(), standing).stream().map(this::cells));
    }

    private List<String> cells(Entry entry) {
        var listing = entry.listing();
        var period = entry.period();
        var result = entry.result();
        return List.of(
                listing.title(),
                wording.say("portal.comments." + entry.standing().name()),
                period.from().toString(),
                period.until().toString(),
                period.how(),
                result == null ? "" : result.title(),
                organization.section(listing.section()).name(),
                listing.indexNumber().toString());
    }

    private FilterGroup byStanding(List<Entry> all, Narrowing narrowing) {
        Map<Standing, Long> found =
                all.stream().collect(Collectors.groupingBy(Entry::standing, Collectors.counting()));
        var counts = new LinkedHashMap<String, Long>();
        for (var it : Standing.values()) {
            Optional.ofNullable(found.get(it)).ifPresent(count -> counts.put(slug(it), count));
        }
        return narrowing.group(
                wording.say("portal.consultations.standing"),
                wording.say("portal.filter.all"),
                "standing",
                all.size(),
                counts,
                it -> wording.say("portal.comments." + named(it).name()));
    }

    private static List<Entry> narrowed(List<Entry> all, @Nullable String standing) {
        if (standing == null) {
            return all;
        }
        var wanted = named(standing);
        return all.stream().filter(it -> it.standing() == wanted).toList();
    }

    private static Standing named(String slug) {
        return Arrays.stream(Standing.values())
                .filter(it -> slug(it).equals(slug))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private static String slug(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
