package org.gongkai.opengov.portal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.opengov.disclosures.DocumentKind;
import org.gongkai.opengov.disclosures.PublicFilter;
import org.gongkai.opengov.disclosures.PublicFilter.Facet;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.Section;
import org.gongkai.platform.pagecache.KeptPage;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.pages.FilterGroup;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** The list of a column (栏目列表), which an old key leads to as well. */
@Controller
class PublicColumnPages {
    static final int PER_PAGE = 20;

    private final Columns columns;
    private final Organization organization;
    private final PublicRegister register;
    private final Lines lines;
    private final Trails trails;
    private final Tags tags;
    private final Wording wording;

    PublicColumnPages(
            Columns columns,
            Organization organization,
            PublicRegister register,
            Lines lines,
            Trails trails,
            Tags tags,
            Wording wording) {
        this.columns = columns;
        this.organization = organization;
        this.register = register;
        this.lines = lines;
        this.trails = trails;
        this.tags = tags;
        this.wording = wording;
    }

    @KeptPage
    @GetMapping("/c/{key}")
    Object show(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String section,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var column = columns.atAddress(key).orElseThrow(Refusal::notFound);
        if (!column.key().equals(key)) {
            return moved(column.path());
        }
        var asked = new LinkedHashMap<String, @Nullable Object>();
        asked.put("year", year);
        asked.put("kind", kind);
        asked.put("section", section);
        var narrowing = new Narrowing(column.path(), asked);
        var filter = filter(column, year, kind, section);
        var total = register.count(filter);
        var pages = Pages.of(page, total, PER_PAGE, narrowing::page);
        var skip = (pages.number() - 1) * PER_PAGE;
        model.addAttribute("column", column);
        model.addAttribute("below", below(column));
        model.addAttribute("crumbs", trails.toColumn(column));
        model.addAttribute("total", total);
        model.addAttribute("lines", lines.inColumn(register.page(filter, skip, PER_PAGE)));
        model.addAttribute("pages", pages);
        model.addAttribute("filters", groups(column, filter, narrowing));
        model.addAttribute("clear", narrowing.cleared(List.of()));
        model.addAttribute("registers", registers(column));
        model.addAttribute("tags", tags.of(column));
        return "portal/column";
    }

    static RedirectView moved(String address) {
        var view = new RedirectView(address);
        view.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
        view.setExposeModelAttributes(false);
        return view;
    }

    private PublicFilter filter(
            SiteColumn column,
            @Nullable Integer year,
            @Nullable String kind,
            @Nullable String section) {
        return new PublicFilter(
                column.agency(),
                columns.branch(column.id()),
                kind == null ? null : DocumentKind.named(kind).orElseThrow(Refusal::notFound),
                year,
                section == null ? null : section(column, section).id());
    }

    private Section section(SiteColumn column, String key) {
        return organization.findSection(column.agency(), key).orElseThrow(Refusal::notFound);
    }

    /** The registers that go across columns, offered where their kind of document is. */
    private List<Crumb> registers(SiteColumn column) {
        var kinds = register.counts(PublicFilter.all().in(columns.branch(column.id())), Facet.KIND);
        var registers = new ArrayList<Crumb>();
        if (column.key().equals("plans") || kinds.containsKey(DocumentKind.PLAN.name())) {
            registers.add(new Crumb(wording.say("portal.plans"), "/plans"));
            registers.add(
                    new Crumb(
                            wording.say("portal.plans.historical"), "/plans?standing=historical"));
        }
        if (column.key().equals("documents")
                || kinds.containsKey(DocumentKind.NORMATIVE_DOCUMENT.name())) {
            registers.add(new Crumb(wording.say("portal.normative"), "/normative-documents"));
        }
        return registers;
    }

    private List<SiteColumn> below(SiteColumn column) {
        return columns.tree(column.agency()).stream()
                .filter(it -> column.id().equals(it.parent()) && it.isOpen())
                .toList();
    }

    private List<FilterGroup> groups(SiteColumn column, PublicFilter filter, Narrowing narrowing) {
        return List.of(year(filter, narrowing), kind(filter, narrowing), section(filter, narrowing))
                .stream()
                .filter(
                        it ->
                                it.choices().size() > 2
                                        || it.choices().stream()
                                                .skip(1)
                                                .anyMatch(FilterGroup.FilterChoice::chosen))
                .toList();
    }

    private FilterGroup year(PublicFilter filter, Narrowing narrowing) {
        var counts = new TreeMap<String, Long>(Comparator.reverseOrder());
        counts.putAll(register.counts(filter, Facet.YEAR));
        return narrowing.group(
                wording.say("portal.filter.year"),
                wording.say("portal.filter.all"),
                "year",
                Narrowing.sum(counts),
                counts,
                it -> wording.say("portal.year", it));
    }

    private FilterGroup kind(PublicFilter filter, Narrowing narrowing) {
        var counts = new LinkedHashMap<String, Long>();
        register.counts(filter, Facet.KIND)
                .forEach((kind, count) -> counts.put(DocumentKind.valueOf(kind).slug(), count));
        return narrowing.group(
                wording.say("portal.filter.kind"),
                wording.say("portal.filter.all"),
                "kind",
                Narrowing.sum(counts),
                counts,
                it -> DocumentKind.named(it).map(DocumentKind::term).orElse(it));
    }

    private FilterGroup section(PublicFilter filter, Narrowing narrowing) {
        var sections = new LinkedHashMap<SectionId, Section>();
        organization.agencies().stream()
                .flatMap(it -> organization.allSections(it.id()).stream())
                .forEach(it -> sections.put(it.id(), it));
        var names = new HashMap<String, String>();
        var counts = new LinkedHashMap<String, Long>();
        register.counts(filter, Facet.SECTION)
                .forEach(
                        (id, count) -> {
                            var section = sections.get(new SectionId(Long.parseLong(id)));
                            if (section != null) {
                                names.put(section.key(), section.name());
                                counts.merge(section.key(), count, Long::sum);
                            }
                        });
        return narrowing.group(
                wording.say("portal.filter.section"),
                wording.say("portal.filter.all"),
                "section",
                Narrowing.sum(counts),
                counts,
                it -> names.getOrDefault(it, it));
    }
}
