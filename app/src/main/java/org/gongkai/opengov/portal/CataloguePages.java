package org.gongkai.opengov.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.platform.organization.Agency;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pagecache.KeptPage;
import org.gongkai.platform.pages.ChineseDates;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The catalogue (政府信息公开目录): everything public with index, name, summary and day of creation, to
 * narrow and to take along.
 *
 * <p>《政府信息公开条例》 art. 12: the catalogue has 索引、名称、内容概述、生成日期 and is kept up to date.
 */
@Controller
class CataloguePages {
    static final String PATH = "/catalogue";
    static final int PER_PAGE = 50;
    private static final int SUMMARY = 90;

    private final PortalSite site;
    private final PublicRegister register;
    private final Organization organization;
    private final ListChoices choices;
    private final ListFiles files;
    private final ChineseDates dates;
    private final Trails trails;
    private final Wording wording;
    private final Tags tags;

    CataloguePages(
            PortalSite site,
            PublicRegister register,
            Organization organization,
            ListChoices choices,
            ListFiles files,
            ChineseDates dates,
            Trails trails,
            Wording wording,
            Tags tags) {
        this.site = site;
        this.register = register;
        this.organization = organization;
        this.choices = choices;
        this.files = files;
        this.dates = dates;
        this.trails = trails;
        this.wording = wording;
        this.tags = tags;
    }

    /** A line of the catalogue, ready to read. */
    public record Entry(
            String indexNumber,
            String title,
            String address,
            String summary,
            @Nullable String formedOn,
            String publishedOn,
            String section) {}

    @KeptPage
    @GetMapping(PATH)
    String show(
            @RequestParam(required = false) @Nullable String column,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String validity,
            @RequestParam(required = false) @Nullable String section,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        // Named one by one: a kept page is made for the parameters that its method names.
        var asked = new ListQuestion(column, year, kind, validity, section, item, order);
        var narrowing = new Narrowing(PATH, asked.parameters());
        model.addAttribute("crumbs", trails.toPage("portal.catalogue"));
        model.addAttribute(
                "tags",
                tags.ofRegister(
                        PATH,
                        wording.say("portal.catalogue"),
                        wording.say("portal.catalogue.lead"),
                        PATH + ".csv"));
        model.addAttribute("clear", narrowing.cleared(List.of("order")));
        model.addAttribute("order", SortLinks.of(PATH, asked));
        model.addAttribute("downloads", narrowing.downloads(PATH));
        site.agency()
                .ifPresentOrElse(
                        it -> fill(it, asked, page, narrowing, model), () -> nothing(model));
        return "portal/catalogue";
    }

    @GetMapping(PATH + ".{ending:csv|json|xlsx}")
    void file(
            @PathVariable String ending,
            @ModelAttribute ListQuestion asked,
            HttpServletResponse response)
            throws IOException {
        var agency = site.agency().orElseThrow(Refusal::notFound);
        files.send(
                response,
                "catalogue",
                ListFiles.Format.ending(ending),
                choices.filter(agency.id(), asked));
    }

    private void fill(
            Agency agency, ListQuestion asked, int page, Narrowing narrowing, Model model) {
        var filter = choices.filter(agency.id(), asked);
        var total = register.count(filter);
        var pages = Pages.of(page, total, PER_PAGE, narrowing::page);
        var skip = (pages.number() - 1) * PER_PAGE;
        model.addAttribute("total", total);
        model.addAttribute("pages", pages);
        model.addAttribute(
                "entries",
                register.page(filter, asked.inOrder(), skip, PER_PAGE).stream()
                        .map(this::entry)
                        .toList());
        model.addAttribute(
                "filters",
                choices.groups(ListChoices.OVER_COLUMNS, filter, agency.id(), narrowing));
    }

    private static void nothing(Model model) {
        model.addAttribute("total", 0L);
        model.addAttribute("pages", Pages.of(1, 0, PER_PAGE, it -> PATH));
        model.addAttribute("entries", List.of());
        model.addAttribute("filters", new ArrayList<>());
    }

    private Entry entry(PublicListing it) {
        return new Entry(
                it.indexNumber().toString(),
                it.title(),
                it.indexNumber().path(),
                shortened(it.summary()),
                it.formedOn() == null ? null : it.formedOn().toString(),
                dates.brief(it.publishedAt()),
                organization.section(it.section()).name());
    }

    private static String shortened(String summary) {
        return summary.length() <= SUMMARY ? summary : summary.substring(0, SUMMARY) + "…";
    }
}
