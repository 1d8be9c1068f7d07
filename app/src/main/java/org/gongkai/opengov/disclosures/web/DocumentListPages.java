package org.gongkai.opengov.disclosures.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.opengov.columns.ColumnId;
import org.gongkai.opengov.columns.ColumnTree;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.disclosures.Document;
import org.gongkai.opengov.disclosures.DocumentDesk;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.DocumentState;
import org.gongkai.opengov.disclosures.PublicAttribute;
import org.gongkai.opengov.disclosures.PublishingDesk;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.Section;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of documents (文件台账): narrowed, page by page, and as a table. */
@Controller
class DocumentListPages {
    private static final int PER_PAGE = 30;
    private static final int MOST_EXPORTED = 10_000;
    private static final Set<DocumentState> OPEN =
            EnumSet.of(
                    DocumentState.DRAFT,
                    DocumentState.RETURNED,
                    DocumentState.IN_REVIEW,
                    DocumentState.APPROVED,
                    DocumentState.SCHEDULED);

    private final DocumentDesk desk;
    private final DocumentQueries queries;
    private final PublishingDesk publishing;
    private final Organization organization;
    private final Columns columns;
    private final FormChoices choices;
    private final Wording wording;
    private final Clock clock;

    DocumentListPages(
            DocumentDesk desk,
            DocumentQueries queries,
            PublishingDesk publishing,
            Organization organization,
            Columns columns,
            FormChoices choices,
            Wording wording,
            Clock clock) {
        this.desk = desk;
        this.queries = queries;
        this.publishing = publishing;
        this.organization = organization;
        this.columns = columns;
        this.choices = choices;
        this.wording = wording;
        this.clock = clock;
    }

    /** A line of the list. */
    public record Line(
            DocumentId id,
            String title,
            String kind,
            DocumentState state,
            @Nullable String awaiting,
            boolean urgent,
            String section,
            String column,
            LocalDate changedOn,
            @Nullable LocalDate due,
            boolean late) {}

    /** Names that are looked up once for a whole list. */
    private record Names(Map<SectionId, String> sections, Map<ColumnId, String> columns) {}

    @GetMapping("/desk/documents")
    String list(
            Actor actor,
            @ModelAttribute("query") DocumentQuery query,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var filter = queries.filter(actor, query);
        var total = desk.count(actor, filter);
        var pages = Pages.of(page, total, PER_PAGE, query::address);
        var names = names(actor);
        model.addAttribute(
                "lines",
                desk.list(actor, filter.page((pages.number() - 1) * PER_PAGE, PER_PAGE)).stream()
                        .map(it -> line(it, names))
                        .toList());
        model.addAttribute("total", total);
        model.addAttribute("pages", pages);
        model.addAttribute("drafts", actor.has(Role.CLERK));
        model.addAttribute("states", states());
        model.addAttribute("sections", sections(actor));
        model.addAttribute("columns", columnChoices(actor));
        model.addAttribute("kinds", choices.kinds());
        model.addAttribute("years", years(actor));
        return "disclosures/list";
    }

    @GetMapping("/desk/documents/export.csv")
    ResponseEntity<byte[]> export(Actor actor, @ModelAttribute("query") DocumentQuery query) {
        var names = names(actor);
        var table = CsvTable.of((Object[]) wording.say("disclosures.list.csv-head").split(","));
        desk.list(actor, queries.filter(actor, query).page(0, MOST_EXPORTED)).stream()
                .map(it -> line(it, names))
                .forEach(
                        it ->
                                table.row(
                                        it.title(),
                                        it.kind(),
                                        wording.say("disclosures.state." + it.state().name()),
                                        it.section(),
                                        it.column(),
                                        it.changedOn(),
                                        it.due()));
        return table.file("documents.csv");
    }

    private Names names(Actor actor) {
        return new Names(
                organization.allSections(actor.agency()).stream()
                        .collect(Collectors.toMap(Section::id, Section::name)),
                new ColumnTree(columns.tree(actor.agency())).names());
    }

    private Line line(Document document, Names names) {
        var awaiting = document.awaiting();
        var due = isOwed(document) ? publishing.lastDay(document) : null;
        return new Line(
                document.id(),
                document.title().isBlank()
                        ? wording.say("disclosures.work.untitled")
                        : document.title(),
                wording.say("disclosures.kind." + document.kind().name()),
                document.state(),
                awaiting == null ? null : wording.say("disclosures.level." + awaiting.name()),
                document.emergency(),
                names.sections().getOrDefault(document.section(), ""),
                names.columns().getOrDefault(document.column(), ""),
                LocalDate.ofInstant(document.changedAt(), clock.getZone()),
                due,
                due != null && due.isBefore(LocalDate.now(clock)));
    }

    /** Whether art. 26 runs: still open, and not meant to be kept back. */
    private static boolean isOwed(Document document) {
        return OPEN.contains(document.state())
                && PublicAttribute.ofTerm(document.attribute())
                        .map(it -> it == PublicAttribute.PROACTIVE)
                        .orElse(true);
    }

    private List<Choice> states() {
        return EnumSet.complementOf(EnumSet.of(DocumentState.PURGED)).stream()
                .map(it -> Choice.of(it.slug(), wording.say("disclosures.state." + it.name())))
                .toList();
    }

    /** The sections whose documents this person reads; none to choose from when it is one. */
    private List<Choice> sections(Actor actor) {
        var readable = desk.readableSections(actor);
        var all =
                organization.allSections(actor.agency()).stream()
                        .filter(it -> readable.isEmpty() || readable.get().contains(it.id()))
                        .map(it -> Choice.of(it.key(), it.name()))
                        .toList();
        return all.size() > 1 ? all : List.of();
    }

    private List<Choice> columnChoices(Actor actor) {
        return columns.tree(actor.agency()).stream()
                .filter(it -> it.mergedInto() == null)
                .map(it -> Choice.of(it.key(), it.name()))
                .toList();
    }

    private List<Choice> years(Actor actor) {
        return desk.years(actor).stream()
                .map(it -> Choice.of(it.toString(), wording.say("disclosures.list.year", it)))
                .toList();
    }
}
