package org.gongkai.opengov.requests.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.gongkai.opengov.requests.RequestDesk;
import org.gongkai.opengov.requests.RequestDesk.Line;
import org.gongkai.opengov.requests.RequestFilter;
import org.gongkai.opengov.requests.RequestRights;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.Section;
import org.gongkai.platform.pages.ChineseDates;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Tab;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of requests (依申请公开台账): by stage and by days left, the first due first. */
@Controller
@RequestMapping("/desk/requests")
class RequestListPages {
    private static final int PER_PAGE = 30;
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final List<String> DUE = List.of(RequestQuery.OVER, "1", "3", "5");

    private final RequestDesk desk;
    private final RequestChoices choices;
    private final Organization organization;
    private final Calendars calendars;
    private final ChineseDates dates;
    private final Wording wording;
    private final Clock clock;

    RequestListPages(
            RequestDesk desk,
            RequestChoices choices,
            Organization organization,
            Calendars calendars,
            ChineseDates dates,
            Wording wording,
            Clock clock) {
        this.desk = desk;
        this.choices = choices;
        this.organization = organization;
        this.calendars = calendars;
        this.dates = dates;
        this.wording = wording;
        this.clock = clock;
    }

    /** How a request stands to its day, in words and as a look. */
    public record Standing(String text, @Nullable String look) {}

    @GetMapping
    String list(
            Actor actor,
            @ModelAttribute("query") RequestQuery query,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var filter = filter(actor, query);
        var total = desk.count(actor, filter);
        var pages = Pages.of(page, total, PER_PAGE, query::page);
        model.addAttribute("query", query);
        model.addAttribute(
                "lines", desk.page(actor, filter, (pages.number() - 1) * PER_PAGE, PER_PAGE));
        model.addAttribute("standings", this);
        model.addAttribute("total", total);
        model.addAttribute("pages", pages);
        model.addAttribute("tabs", tabs(actor, query));
        model.addAttribute("stages", choices.stages());
        model.addAttribute("channels", choices.allChannels());
        model.addAttribute("sections", sections(actor));
        model.addAttribute("csv", query.table("csv"));
        model.addAttribute("xlsx", query.table("xlsx"));
        model.addAttribute("takesIn", RequestRights.takesIn(actor));
        return "requests/list";
    }

    @GetMapping("/export.csv")
    ResponseEntity<byte[]> export(Actor actor, @ModelAttribute("query") RequestQuery query) {
        var table = CsvTable.of((Object[]) wording.say("requests.list.csv-head").split(",", -1));
        desk.forEach(actor, filter(actor, query), it -> table.row(cells(it).toArray()));
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
                    filter(actor, query),
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
        return Stream.of(
                        request.number(),
                        wording.say("requests.channel." + request.channel().name()),
                        wording.say("requests.class." + request.applicantClass().name()),
                        request.arrivedOn(),
                        request.receivedOn(),
                        request.due(),
                        section == null ? null : section.name(),
                        wording.say("requests.stage." + request.stage().name()),
                        request.answeredOn(),
                        request.breaches())
                .map(it -> Objects.toString(it, ""))
                .toList();
    }

    /** Days left or late, or that nothing is owed any more. */
    public Standing of(Line line) {
        var request = line.request();
        var left = line.workingDaysLeft();
        if (!request.stage().isOpen()) {
            return new Standing(wording.say("requests.list.answered"), "done");
        }
        var due = request.due();
        if (left == null || due == null) {
            return new Standing(wording.say("requests.list.no-day"), "soon");
        }
        var late = due.isBefore(LocalDate.now(clock));
        return late && left == 0
                ? new Standing(wording.say("requests.list.just-late"), "late")
                : new Standing(dates.left(left), late ? "late" : left <= 3 ? "soon" : null);
    }

    private RequestFilter filter(Actor actor, RequestQuery query) {
        var section = query.section();
        return query.filter(
                LocalDate.now(clock),
                calendars.current(CalendarCode.NX),
                section == null || section.isBlank()
                        ? null
                        : organization
                                .findSection(actor.agency(), section)
                                .map(Section::id)
                                .orElse(null));
    }

    private List<Tab> tabs(Actor actor, RequestQuery query) {
        var tabs = new ArrayList<Tab>();
        var due = query.due() == null ? "" : query.due();
        var state = query.state() == null || query.state().isBlank() ? "open" : query.state();
        tabs.add(tab(actor, "open", query.inState(""), due.isBlank() && state.equals("open")));
        DUE.forEach(it -> tabs.add(tab(actor, "due-" + it, query.dueIn(it), due.equals(it))));
        tabs.add(tab(actor, "done", query.inState("done"), state.equals("done")));
        tabs.add(tab(actor, "all", query.inState("all"), state.equals("all")));
        return tabs;
    }

    private Tab tab(Actor actor, String name, RequestQuery query, boolean here) {
        return new Tab(
                wording.say("requests.list.tab." + name),
                query.page(1),
                here,
                desk.count(actor, filter(actor, query)));
    }

    private List<Choice> sections(Actor actor) {
        return organization.sectionsOn(actor.agency(), LocalDate.now(clock)).stream()
                .map(it -> Choice.of(it.key(), it.name()))
                .toList();
    }
}
