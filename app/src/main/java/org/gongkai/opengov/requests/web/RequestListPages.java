package org.gongkai.opengov.requests.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.gongkai.opengov.requests.Assigned;
import org.gongkai.opengov.requests.AssignmentDesk;
import org.gongkai.opengov.requests.AssignmentEntry;
import org.gongkai.opengov.requests.DaysLeft;
import org.gongkai.opengov.requests.RequestBoard;
import org.gongkai.opengov.requests.RequestDesk;
import org.gongkai.opengov.requests.RequestDesk.Line;
import org.gongkai.opengov.requests.RequestFilter;
import org.gongkai.opengov.requests.RequestRights;
import org.gongkai.opengov.requests.SavedFilter;
import org.gongkai.opengov.requests.SavedFilterDesk;
import org.gongkai.opengov.requests.web.Standings.Standing;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Tab;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of requests (依申请公开台账): by stage and by days left, the first due first. */
@Controller
@RequestMapping("/desk/requests")
class RequestListPages {
    private static final int PER_PAGE = 30;
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final List<DaysLeft> URGENT =
            List.of(DaysLeft.OVER, DaysLeft.ONE, DaysLeft.THREE, DaysLeft.FIVE);

    private final RequestDesk desk;
    private final AssignmentDesk assignments;
    private final SavedFilterDesk saved;
    private final RequestFilters filters;
    private final RequestChoices choices;
    private final Organization organization;
    private final Forms forms;
    private final Standings standings;
    private final Wording wording;
    private final Clock clock;

    RequestListPages(
            RequestDesk desk,
            AssignmentDesk assignments,
            SavedFilterDesk saved,
            RequestFilters filters,
            RequestChoices choices,
            Organization organization,
            Forms forms,
            Standings standings,
            Wording wording,
            Clock clock) {
        this.desk = desk;
        this.assignments = assignments;
        this.saved = saved;
        this.filters = filters;
        this.choices = choices;
        this.organization = organization;
        this.forms = forms;
        this.standings = standings;
        this.wording = wording;
        this.clock = clock;
    }

    /** What was typed into the form below the list. */
    public record TypedAssignment(
            @Nullable List<Long> ids,
            @Nullable String toSection,
            @Nullable String toHolder,
            @Nullable String note) {
        /** Whether this request was chosen. */
        public boolean chose(long id) {
            return ids != null && ids.contains(id);
        }
    }

    /** A request that stays as it is, and why. */
    public record Stays(long id, String number, String why) {}

    @GetMapping
    String list(
            Actor actor,
            @ModelAttribute("query") RequestQuery query,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Model model) {
        if (request.getQueryString() == null) {
            var first = saved.first(actor).map(SavedFilter::query).filter(it -> !it.isEmpty());
            if (first.isPresent()) {
                return "redirect:/desk/requests?" + first.get();
            }
        }
        model.addAttribute("problems", Problems.none());
        model.addAttribute("typed", new TypedAssignment(List.of(), null, null, null));
        return shown(actor, query, page, model);
    }

    @PostMapping("/assign")
    String assign(
            Actor actor,
            @ModelAttribute("query") RequestQuery query,
            @ModelAttribute("typed") TypedAssignment typed,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    var entry =
                            new AssignmentEntry(
                                    typed.ids(), typed.toSection(), typed.toHolder(), typed.note());
                    return assigned(assignments.assign(actor, entry), query.page(1), model);
                },
                () -> {
                    var problems =
                            (Problems) Objects.requireNonNull(model.getAttribute("problems"));
                    model.addAttribute(
                            "problems",
                            problems.moved("section", "toSection").moved("holder", "toHolder"));
                    return shown(actor, query, 1, model);
                });
    }

    @GetMapping("/hand-over")
    String handOver(Actor actor, Model model) {
        model.addAttribute("problems", Problems.none());
        return handOver(actor, null, null, null, model);
    }

    @PostMapping("/hand-over")
    String handOver(
            Actor actor,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String note,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () ->
                        assigned(
                                assignments.handOver(actor, from, to, note),
                                "/desk/requests?holder=" + to,
                                model),
                () -> handOver(actor, from, to, note, model));
    }

    private String handOver(
            Actor actor,
            @Nullable String from,
            @Nullable String to,
            @Nullable String note,
            Model model) {
        var all = people(actor);
        model.addAttribute(
                "givers",
                RequestRights.distributes(actor)
                        ? all
                        : all.stream().filter(it -> it.value().equals(keyOf(actor))).toList());
        model.addAttribute("people", all);
        model.addAttribute("from", from == null ? keyOf(actor) : from);
        model.addAttribute("to", to);
        model.addAttribute("note", note);
        return "requests/hand-over";
    }

    private String assigned(Assigned assigned, String back, Model model) {
        model.addAttribute("assigned", assigned);
        model.addAttribute(
                "stays",
                assigned.refused().stream()
                        .map(it -> new Stays(it.id(), it.number(), why(it.why())))
                        .toList());
        model.addAttribute("back", back);
        return "requests/assigned";
    }

    private String why(Refusal refusal) {
        return refusal.problems().isEmpty()
                ? wording.sentence(refusal)
                : wording.sentence(refusal.problems().getFirst());
    }

    private String shown(Actor actor, RequestQuery query, int page, Model model) {
        var filter = filters.of(actor, query);
        var total = desk.count(actor, filter);
        var pages = Pages.of(page, total, PER_PAGE, query::page);
        model.addAttribute("query", query);
        var lines = desk.page(actor, filter, (pages.number() - 1) * PER_PAGE, PER_PAGE);
        var words = filter.words();
        model.addAttribute("lines", lines);
        model.addAttribute("passages", words == null ? Map.of() : desk.passages(lines, words));
        model.addAttribute("standings", this);
        model.addAttribute("total", total);
        model.addAttribute("pages", pages);
        model.addAttribute("tabs", tabs(actor, query));
        model.addAttribute("stages", choices.stages());
        model.addAttribute("channels", choices.allChannels());
        model.addAttribute("scopes", choices.scopes());
        model.addAttribute("orders", choices.orders());
        model.addAttribute("sections", sections(actor));
        model.addAttribute("people", people(actor));
        model.addAttribute("saved", saved.of(actor));
        model.addAttribute("csv", query.table("csv"));
        model.addAttribute("xlsx", query.table("xlsx"));
        model.addAttribute("takesIn", RequestRights.takesIn(actor));
        model.addAttribute("distributes", RequestRights.distributes(actor));
        model.addAttribute("givesMany", RequestRights.givesMany(actor));
        return "requests/list";
    }

    @GetMapping("/export.csv")
    ResponseEntity<byte[]> export(Actor actor, @ModelAttribute("query") RequestQuery query) {
        var table = CsvTable.of((Object[]) wording.say("requests.list.csv-head").split(",", -1));
        desk.forEach(actor, filters.of(actor, query), it -> table.row(cells(it).toArray()));
        return table.file("requests.csv");
    }

    @GetMapping("/export.xlsx")
    void workbook(
            Actor actor, @ModelAttribute("query") RequestQuery query, HttpServletResponse response)
            throws IOException {
        response.setContentType(XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"requests.xlsx\"");
        try (var book = new Workbook(response.getOutputStream(), "Gongkai", null)) {
            var sheet = book.newWorksheet(wording.say("requests.list.title"));
            var head = wording.say("requests.list.csv-head").split(",", -1);
            for (var column = 0; column < head.length; column++) {
                sheet.inlineString(0, column, head[column]);
            }
            var row = new AtomicInteger();
            desk.forEach(
                    actor,
                    filters.of(actor, query),
                    it -> {
                        var cells = cells(it);
                        var at = row.incrementAndGet();
                        for (var column = 0; column < cells.size(); column++) {
                            sheet.inlineString(at, column, cells.get(column));
                        }
                    });
        }
    }

    private List<String> cells(Line line) {
        var request = line.request();
        var section = line.section();
        var holder = line.holder();
        return Stream.of(
                        request.number(),
                        wording.say("requests.channel." + request.channel().name()),
                        wording.say("requests.class." + request.applicantClass().name()),
                        request.arrivedOn(),
                        request.receivedOn(),
                        request.due(),
                        section == null ? null : section.name(),
                        holder == null ? null : holder.name(),
                        wording.say("requests.stage." + request.stage().name()),
                        request.answeredOn(),
                        request.breaches())
                .map(it -> Objects.toString(it, ""))
                .toList();
    }

    /** How a line stands to its day. */
    public Standing of(Line line) {
        return standings.of(line.request(), line.workingDaysLeft());
    }

    /** What is open is counted once, by stage and days left; done is what is left of all. */
    private List<Tab> tabs(Actor actor, RequestQuery query) {
        var tabs = new ArrayList<Tab>();
        var due = DaysLeft.named(query.due()).orElse(null);
        var state = query.state() == null || query.state().isBlank() ? "open" : query.state();
        var asked = filters.of(actor, query.inState("all"));
        var board = desk.board(actor, asked);
        var done = desk.count(actor, asked.thatAre(false));
        tabs.add(
                tab(
                        "open",
                        query.inState("open"),
                        due == null && state.equals("open"),
                        board.total()));
        URGENT.forEach(
                it ->
                        tabs.add(
                                tab(
                                        "due-" + it.slug(),
                                        query.dueIn(it),
                                        it == due,
                                        count(board, query.filter(), it))));
        tabs.add(tab("done", query.inState("done"), state.equals("done"), done));
        tabs.add(tab("all", query.inState("all"), state.equals("all"), board.total() + done));
        return tabs;
    }

    private static long count(RequestBoard board, RequestFilter filter, DaysLeft left) {
        var stage = filter.stage();
        return stage == null ? board.count(left) : board.count(stage, left);
    }

    private Tab tab(String name, RequestQuery query, boolean here, long count) {
        return new Tab(wording.say("requests.list.tab." + name), query.page(1), here, count);
    }

    private List<Choice> people(Actor actor) {
        return assignments.holders(actor).stream()
                .map(it -> Choice.of(it.key(), it.name()))
                .toList();
    }

    private String keyOf(Actor actor) {
        return organization.person(actor.person()).key();
    }

    private List<Choice> sections(Actor actor) {
        return organization.sectionsOn(actor.agency(), LocalDate.now(clock)).stream()
                .map(it -> Choice.of(it.key(), it.name()))
                .toList();
    }
}
