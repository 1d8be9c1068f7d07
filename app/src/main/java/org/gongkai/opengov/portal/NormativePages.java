package org.gongkai.opengov.portal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.opengov.disclosures.NormativeRegister;
import org.gongkai.opengov.disclosures.NormativeRegister.Entry;
import org.gongkai.opengov.disclosures.Validity;
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

/** The register of normative documents with their validity (规范性文件目录), for everybody. */
@Controller
class NormativePages {
    static final String PATH = "/normative-documents";
    static final int PER_PAGE = 30;

    private final NormativeRegister register;
    private final Trails trails;
    private final Tags tags;
    private final Wording wording;

    NormativePages(NormativeRegister register, Trails trails, Tags tags, Wording wording) {
        this.register = register;
        this.trails = trails;
        this.tags = tags;
        this.wording = wording;
    }

    /** A line of the register, ready to read. */
    public record Row(Entry entry, @Nullable ValidityTag tag) {}

    @KeptPage
    @GetMapping(PATH)
    String show(
            @RequestParam(required = false) @Nullable String validity,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var all = register.all();
        var asked = new LinkedHashMap<String, @Nullable Object>();
        asked.put("validity", validity);
        var narrowing = new Narrowing(PATH, asked);
        var shown = narrowed(all, validity);
        var pages = Pages.of(page, shown.size(), PER_PAGE, narrowing::page);
        model.addAttribute(
                "rows",
                shown.stream()
                        .skip((pages.number() - 1L) * PER_PAGE)
                        .limit(PER_PAGE)
                        .map(it -> new Row(it, ValidityTag.of(it.validity())))
                        .toList());
        model.addAttribute("total", shown.size());
        model.addAttribute("pages", pages);
        model.addAttribute("filters", List.of(byValidity(all, narrowing)));
        model.addAttribute("clear", narrowing.cleared(List.of()));
        model.addAttribute("export", narrowing.exported());
        model.addAttribute("crumbs", trails.toPage("portal.normative"));
        model.addAttribute(
                "tags",
                tags.ofRegister(
                        PATH,
                        wording.say("portal.normative"),
                        wording.say("portal.normative.lead"),
                        PATH + ".csv"));
        return "portal/normative";
    }

    @KeptPage
    @GetMapping(PATH + ".csv")
    ResponseEntity<byte[]> export(@RequestParam(required = false) @Nullable String validity) {
        return Csv.file(
                "normative-documents",
                wording.say("portal.normative.csv-head"),
                narrowed(register.all(), validity).stream().map(this::cells));
    }

    private List<String> cells(Entry entry) {
        var listing = entry.listing();
        var by = entry.repealedBy();
        return List.of(
                listing.title(),
                Objects.requireNonNullElse(listing.documentNumber(), ""),
                Objects.toString(listing.formedOn(), ""),
                Objects.toString(listing.effectiveOn(), ""),
                Objects.toString(listing.expiresOn(), ""),
                wording.say("portal.validity." + entry.validity().name()),
                Objects.toString(entry.repealedOn(), ""),
                by == null ? "" : by.title(),
                Objects.requireNonNullElse(entry.topic(), ""),
                listing.indexNumber().toString());
    }

    private FilterGroup byValidity(List<Entry> all, Narrowing narrowing) {
        Map<Validity, Long> found =
                all.stream().collect(Collectors.groupingBy(Entry::validity, Collectors.counting()));
        var counts = new LinkedHashMap<String, Long>();
        for (var it : Validity.values()) {
            Optional.ofNullable(found.get(it)).ifPresent(count -> counts.put(slug(it), count));
        }
        return narrowing.group(
                wording.say("portal.field.validity"),
                wording.say("portal.filter.all"),
                "validity",
                all.size(),
                counts,
                it -> wording.say("portal.validity." + named(it).name()));
    }

    private static List<Entry> narrowed(List<Entry> all, @Nullable String validity) {
        if (validity == null) {
            return all;
        }
        var wanted = named(validity);
        return all.stream().filter(it -> it.validity() == wanted).toList();
    }

    private static Validity named(String slug) {
        return Arrays.stream(Validity.values())
                .filter(it -> slug(it).equals(slug))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private static String slug(Validity validity) {
        return validity.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
