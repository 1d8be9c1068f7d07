package org.gongkai.opengov.disclosures.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gongkai.opengov.disclosures.ClockDesk;
import org.gongkai.opengov.disclosures.ClockDesk.Question;
import org.gongkai.opengov.disclosures.ClockStanding;
import org.gongkai.opengov.disclosures.TimedPublication;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** How the term of publication is kept, figure by figure (公开期限页面). */
@Controller
@RequestMapping("/desk/publication-clock")
class ClockPages {
    static final int PER_PAGE = 50;

    /** The years that can be asked for: those of the Regulation in its present form. */
    static final int FIRST_YEAR = 2019;

    private static final String ADDRESS = "/desk/publication-clock";

    private final ClockDesk desk;
    private final Organization organization;
    private final Wording wording;
    private final Clock clock;

    ClockPages(ClockDesk desk, Organization organization, Wording wording, Clock clock) {
        this.desk = desk;
        this.organization = organization;
        this.wording = wording;
        this.clock = clock;
    }

    /** A figure that opens to the documents behind it. */
    public record Figure(ClockStanding standing, long count, String address, boolean chosen) {}

    /** A line of the list, with the section's name. */
    public record Line(TimedPublication publication, String section) {}

    /** What the address asks for, as typed. */
    record Asked(String section, @Nullable Integer year, String standing) {
        String address(String path) {
            return UriComponentsBuilder.fromPath(path)
                    .queryParam("section", section)
                    .queryParam("year", year)
                    .queryParam("standing", standing)
                    .encode()
                    .toUriString();
        }

        Asked with(String other) {
            return new Asked(section, year, other);
        }
    }

    @GetMapping
    String show(
            Actor actor,
            @RequestParam(defaultValue = "") String section,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "") String standing,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var question = question(actor, section, year);
        var asked = new Asked(section, question.year(), standing);
        var chosen = standing(standing);
        var found = desk.list(actor, question, chosen);
        var pages =
                Pages.of(
                        page, found.size(), PER_PAGE, it -> asked.address(ADDRESS) + "&page=" + it);
        var counts = desk.counts(actor, question);
        model.addAttribute(
                "figures",
                Arrays.stream(ClockStanding.values())
                        .map(
                                it ->
                                        new Figure(
                                                it,
                                                counts.getOrDefault(it, 0L),
                                                asked.with(it.slug()).address(ADDRESS),
                                                it == chosen))
                        .toList());
        model.addAttribute(
                "lines",
                found.stream()
                        .skip((long) (pages.number() - 1) * PER_PAGE)
                        .limit(PER_PAGE)
                        .map(this::line)
                        .toList());
        model.addAttribute("total", found.size());
        model.addAttribute("pages", pages);
        model.addAttribute("chosen", chosen);
        model.addAttribute("asked", asked);
        model.addAttribute("export", asked.address(ADDRESS + "/export.csv"));
        model.addAttribute("open", asked.with("").address(ADDRESS));
        model.addAttribute("sections", sections(actor));
        model.addAttribute("years", years());
        return "disclosures/clock";
    }

    @GetMapping("/export.csv")
    ResponseEntity<byte[]> export(
            Actor actor,
            @RequestParam(defaultValue = "") String section,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "") String standing) {
        var table = CsvTable.of(wording.say("disclosures.clock.csv-head").split(",", -1));
        desk.list(actor, question(actor, section, year), standing(standing)).stream()
                .map(this::line)
                .forEach(it -> table.row(cells(it)));
        return table.file("publication-clock.csv");
    }

    private @Nullable Object[] cells(Line line) {
        var it = line.publication();
        return new @Nullable Object[] {
            it.title(),
            line.section(),
            wording.say("disclosures.kind." + it.kind().name()),
            wording.say("disclosures.state." + it.state().name()),
            it.edition(),
            it.countedFrom(),
            it.due(),
            it.publishedOn(),
            wording.say("disclosures.clock." + it.standing().name()),
            it.due() == null ? null : it.workingDays()
        };
    }

    private Line line(TimedPublication it) {
        return new Line(it, organization.section(it.section()).name());
    }

    private Question question(Actor actor, String section, @Nullable Integer year) {
        return ClockQuestions.of(organization, actor, section, year, LocalDate.now(clock));
    }

    private static @Nullable ClockStanding standing(String slug) {
        return slug.isBlank() ? null : ClockStanding.named(slug).orElseThrow(Refusal::notFound);
    }

    private List<Choice> sections(Actor actor) {
        return organization.sectionsOn(actor.agency(), LocalDate.now(clock)).stream()
                .map(it -> Choice.of(it.key(), it.name()))
                .toList();
    }

    private List<Integer> years() {
        return IntStream.rangeClosed(FIRST_YEAR, LocalDate.now(clock).getYear())
                .boxed()
                .toList()
                .reversed();
    }
}
