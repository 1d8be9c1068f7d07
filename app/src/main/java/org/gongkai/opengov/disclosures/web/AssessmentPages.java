package org.gongkai.opengov.disclosures.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.gongkai.opengov.disclosures.Assessment;
import org.gongkai.opengov.disclosures.Assessment.Standing;
import org.gongkai.opengov.disclosures.AssessmentDesk;
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

/** What is not public and when it is looked at again (定期评估页面). */
@Controller
@RequestMapping("/desk/assessments")
class AssessmentPages {
    static final int PER_PAGE = 50;
    private static final String ADDRESS = "/desk/assessments";

    private final AssessmentDesk desk;
    private final Organization organization;
    private final Wording wording;
    private final Clock clock;

    AssessmentPages(AssessmentDesk desk, Organization organization, Wording wording, Clock clock) {
        this.desk = desk;
        this.organization = organization;
        this.wording = wording;
        this.clock = clock;
    }

    /** A figure that opens to the assessments behind it. */
    public record Figure(Standing standing, long count, String address, boolean chosen) {}

    /** A line of the list, with its words. */
    public record Line(
            Assessment assessment, Standing standing, String section, @Nullable String by) {}

    @GetMapping
    String show(
            Actor actor,
            @RequestParam(defaultValue = "") String section,
            @RequestParam(defaultValue = "") String standing,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var chosen = standing(standing);
        var asked = ClockQuestions.sectionNamed(organization, actor, section);
        var found = desk.list(actor, asked, chosen);
        var pages =
                Pages.of(
                        page,
                        found.size(),
                        PER_PAGE,
                        it -> address(ADDRESS, section, standing) + "&page=" + it);
        var counts = desk.counts(actor, asked);
        model.addAttribute(
                "figures",
                Arrays.stream(Standing.values())
                        .map(
                                it ->
                                        new Figure(
                                                it,
                                                counts.getOrDefault(it, 0L),
                                                address(ADDRESS, section, it.slug()),
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
        model.addAttribute("section", section);
        model.addAttribute("standing", standing);
        model.addAttribute("sections", sections(actor));
        model.addAttribute("export", address(ADDRESS + "/export.csv", section, standing));
        model.addAttribute("open", address(ADDRESS, section, ""));
        return "disclosures/assessments";
    }

    @GetMapping("/export.csv")
    ResponseEntity<byte[]> export(
            Actor actor,
            @RequestParam(defaultValue = "") String section,
            @RequestParam(defaultValue = "") String standing) {
        var table = CsvTable.of((Object[]) wording.say("disclosures.assess.csv-head").split(","));
        var asked = ClockQuestions.sectionNamed(organization, actor, section);
        desk.list(actor, asked, standing(standing)).stream()
                .map(this::line)
                .forEach(
                        it ->
                                table.row(
                                        it.assessment().document().title(),
                                        it.section(),
                                        it.assessment().document().attribute(),
                                        it.assessment().dueOn(),
                                        wording.say("disclosures.assess." + it.standing().name()),
                                        outcome(it.assessment()),
                                        it.assessment().reason(),
                                        it.by()));
        return table.file("assessments.csv");
    }

    private Line line(Assessment it) {
        var by = it.assessedBy();
        return new Line(
                it,
                it.standing(LocalDate.now(clock)),
                organization.section(it.document().section()).name(),
                by == null ? null : organization.person(by).name());
    }

    private @Nullable String outcome(Assessment it) {
        var outcome = it.outcome();
        return outcome == null ? null : wording.say("disclosures.assess.outcome." + outcome.name());
    }

    private static @Nullable Standing standing(String slug) {
        return slug.isBlank() ? null : Standing.named(slug).orElseThrow(Refusal::notFound);
    }

    private List<Choice> sections(Actor actor) {
        return organization.sectionsOn(actor.agency(), LocalDate.now(clock)).stream()
                .map(it -> Choice.of(it.key(), it.name()))
                .toList();
    }

    private static String address(String path, String section, String standing) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam("section", section)
                .queryParam("standing", standing)
                .encode()
                .toUriString();
    }
}
