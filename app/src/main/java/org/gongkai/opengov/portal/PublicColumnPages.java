package org.gongkai.opengov.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.opengov.disclosures.DocumentKind;
import org.gongkai.opengov.disclosures.PublicFilter;
import org.gongkai.opengov.disclosures.PublicFilter.Facet;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.platform.pagecache.KeptPage;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** The list of a column (栏目列表), which an old key leads to as well. */
@Controller
class PublicColumnPages {
    static final int PER_PAGE = 20;

    private final Columns columns;
    private final ListChoices choices;
    private final ListFiles files;
    private final PublicRegister register;
    private final Lines lines;
    private final Trails trails;
    private final Tags tags;
    private final Wording wording;

    PublicColumnPages(
            Columns columns,
            ListChoices choices,
            ListFiles files,
            PublicRegister register,
            Lines lines,
            Trails trails,
            Tags tags,
            Wording wording) {
        this.columns = columns;
        this.choices = choices;
        this.files = files;
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
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String validity,
            @RequestParam(required = false) @Nullable String section,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        // Named one by one: a kept page is made for the parameters that its method names.
        var asked = new ListQuestion(null, year, kind, validity, section, item, order);
        var column = columns.atAddress(key).orElseThrow(Refusal::notFound);
        if (!column.key().equals(key)) {
            return moved(column.path());
        }
        var narrowing = new Narrowing(column.path(), asked.parameters());
        var filter = choices.filter(column.agency(), columns.branch(column.id()), asked);
        var total = register.count(filter);
        var pages = Pages.of(page, total, PER_PAGE, narrowing::page);
        var skip = (pages.number() - 1) * PER_PAGE;
        model.addAttribute("column", column);
        model.addAttribute("below", below(column));
        model.addAttribute("crumbs", trails.toColumn(column));
        model.addAttribute("total", total);
        model.addAttribute(
                "lines", lines.inColumn(register.page(filter, asked.inOrder(), skip, PER_PAGE)));
        model.addAttribute("pages", pages);
        model.addAttribute(
                "filters",
                choices.groups(ListChoices.IN_COLUMN, filter, column.agency(), narrowing));
        model.addAttribute("clear", narrowing.cleared(List.of("order")));
        model.addAttribute("order", SortLinks.of(column.path(), asked));
        model.addAttribute("downloads", narrowing.downloads(column.path() + "/list"));
        model.addAttribute("registers", registers(column));
        model.addAttribute("tags", tags.of(column));
        return "portal/column";
    }

    @GetMapping("/c/{key}/list.{ending:csv|json|xlsx}")
    void file(
            @PathVariable String key,
            @PathVariable String ending,
            @ModelAttribute ListQuestion asked,
            HttpServletResponse response)
            throws IOException {
        var column = columns.atAddress(key).orElseThrow(Refusal::notFound);
        files.send(
                response,
                column.key(),
                ListFiles.Format.ending(ending),
                choices.filter(column.agency(), columns.branch(column.id()), asked));
    }

    static RedirectView moved(String address) {
        var view = new RedirectView(address);
        view.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
        view.setExposeModelAttributes(false);
        return view;
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
        if (column.key().equals("budgets")) {
            registers.add(new Crumb(wording.say("portal.budgets"), "/budgets"));
        }
        if (column.key().equals("remediation")) {
            registers.add(new Crumb(wording.say("portal.remediation"), "/remediation"));
        }
        if (column.key().equals("notices")) {
            registers.add(new Crumb(wording.say("portal.consultations"), ConsultationPages.PATH));
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
}
