package org.gongkai.opengov.requests.archive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.opengov.requestclock.ClockDay;
import org.gongkai.opengov.requestclock.ClockWords;
import org.gongkai.opengov.requests.CaseEvent;
import org.gongkai.opengov.requests.RequestStep;
import org.gongkai.opengov.requests.RequestView;
import org.gongkai.opengov.requests.archive.PaperPress.Page;
import org.gongkai.opengov.requests.decisions.Outcome;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.ChineseDates;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the case itself says (案件记录): request, receipt, events with the days counted, evidence. */
@Component
@Order(1)
class OwnParts implements CaseParts {
    private final PaperPress press;
    private final ClockWords clock;
    private final Organization organization;
    private final ChineseDates dates;
    private final Wording wording;
    private final JsonMapper json;

    OwnParts(
            PaperPress press,
            ClockWords clock,
            Organization organization,
            ChineseDates dates,
            Wording wording,
            JsonMapper json) {
        this.press = press;
        this.clock = clock;
        this.organization = organization;
        this.dates = dates;
        this.wording = wording;
        this.json = json;
    }

    @Override
    public List<Part> of(Actor by, RequestView view) {
        var parts = new ArrayList<Part>();
        parts.add(request(view));
        parts.add(receipt(view));
        parts.add(events(view));
        var proofs = view.file().events().stream().filter(it -> proof(it) != null).toList();
        if (!proofs.isEmpty()) {
            parts.add(evidence(proofs));
        }
        return parts;
    }

    private Part request(RequestView view) {
        var it = view.request();
        var page = page(Chapter.REQUEST);
        page.line(say("requests.archive.number", it.number()));
        page.line(
                say("requests.archive.class", say("requests.class." + it.applicantClass().name())));
        IntStream.range(0, view.matters().size())
                .forEach(
                        at ->
                                page.line(
                                        say(
                                                "requests.archive.matter",
                                                at + 1,
                                                view.matters().get(at))));
        page.line(
                say(
                        "requests.archive.wanted",
                        say("requests.form." + it.form().name()),
                        say("requests.delivery." + it.delivery().name())));
        return part(Chapter.REQUEST, page);
    }

    private Part receipt(RequestView view) {
        var it = view.request();
        var page = page(Chapter.RECEIPT);
        page.line(say("requests.archive.number", it.number()));
        page.line(say("requests.archive.channel", say("requests.channel." + it.channel().name())));
        page.line(say("requests.archive.arrived", it.arrivedOn()));
        page.line(say("requests.archive.entered", dates.moment(it.enteredAt())));
        page.line(
                it.receivedOn() == null
                        ? say("requests.archive.not-received")
                        : say("requests.archive.received", it.receivedOn()));
        var section = view.section();
        if (section != null) {
            page.line(say("requests.archive.section", section.name()));
        }
        return part(Chapter.RECEIPT, page);
    }

    private Part events(RequestView view) {
        var page = page(Chapter.EVENTS);
        page.table(
                heads("requests.archive.events.heads"),
                view.file().events().stream()
                        .map(
                                it ->
                                        List.of(
                                                it.on().toString(),
                                                say("requests.step." + it.step().name()),
                                                facts(it),
                                                who(it)))
                        .toList());
        var reading = view.clock();
        if (reading.due() != null) {
            page.line(say("requests.archive.due", reading.due()));
        }
        reading.breaches().forEach(it -> page.line(clock.breach(it)));
        page.table(
                heads("requests.archive.days.heads"),
                reading.days().stream().map(this::day).toList());
        return new Part(
                Chapter.EVENTS,
                title(Chapter.EVENTS),
                press.print(page),
                List.of(
                        new Part.File(
                                "events.json",
                                json.writerWithDefaultPrettyPrinter()
                                        .writeValueAsBytes(
                                                view.file().events().stream()
                                                        .map(this::record)
                                                        .toList()))));
    }

    private List<String> day(ClockDay it) {
        return List.of(
                it.date().toString(),
                clock.reason(it),
                it.number() == null ? "" : String.valueOf(it.number()));
    }

    /** An event with everything that was entered. */
    private record Entered(
            String step,
            String on,
            String enteredAt,
            String by,
            @Nullable String onBehalfOf,
            @Nullable String note,
            @Nullable String evidence,
            @Nullable String lateReason,
            @Nullable String party,
            @Nullable Integer workingDays,
            @Nullable String section,
            @Nullable String way,
            @Nullable String term,
            @Nullable String outcome) {}

    private Entered record(CaseEvent it) {
        var facts = it.facts();
        return new Entered(
                it.step().slug(),
                it.on().toString(),
                it.enteredAt().toString(),
                who(it),
                it.onBehalfOf() == null ? null : organization.person(it.onBehalfOf()).name(),
                facts.note(),
                facts.evidence(),
                facts.lateReason(),
                facts.party(),
                facts.workingDays(),
                facts.section() == null ? null : organization.section(facts.section()).name(),
                facts.way(),
                facts.term() == null ? null : facts.term().toString(),
                facts.outcome());
    }

    private Part evidence(List<CaseEvent> events) {
        var page = page(Chapter.EVIDENCE);
        page.line(say("requests.archive.evidence.about"));
        page.table(
                heads("requests.archive.evidence.heads"),
                events.stream()
                        .map(
                                it ->
                                        List.of(
                                                it.on().toString(),
                                                say("requests.step." + it.step().name()),
                                                Objects.toString(proof(it), "")))
                        .toList());
        return part(Chapter.EVIDENCE, page);
    }

    private static @Nullable String proof(CaseEvent event) {
        return event.facts().evidence();
    }

    private String facts(CaseEvent event) {
        var facts = event.facts();
        var section = facts.section();
        return List.of(
                        told(
                                "requests.fact.section",
                                section == null ? null : organization.section(section).name()),
                        told("requests.fact.party", facts.party()),
                        told("requests.fact.days", facts.workingDays()),
                        told("requests.fact.term", facts.term()),
                        told("requests.fact.outcome", outcome(event)),
                        told("requests.fact.note", facts.note()))
                .stream()
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
    }

    private Optional<String> told(String key, @Nullable Object value) {
        return Optional.ofNullable(value).map(it -> say(key, it));
    }

    private static @Nullable String outcome(CaseEvent event) {
        var named = event.facts().outcome();
        return named == null || event.step() != RequestStep.MADE_ANSWER
                ? named
                : Arrays.stream(named.split(","))
                        .map(it -> Outcome.named(it).map(Outcome::term).orElse(it))
                        .collect(Collectors.joining("；"));
    }

    private String who(CaseEvent event) {
        var by = event.by();
        return by == null ? say("requests.case.by-applicant") : organization.person(by).name();
    }

    private Page page(Chapter chapter) {
        return new Page(title(chapter));
    }

    private Part part(Chapter chapter, Page page) {
        return new Part(chapter, title(chapter), press.print(page));
    }

    private String title(Chapter chapter) {
        return say("requests.archive.chapter." + chapter.name());
    }

    private List<String> heads(String key) {
        return List.of(say(key).split(",", -1));
    }

    private String say(String key, Object... arguments) {
        return wording.say(key, arguments);
    }
}
