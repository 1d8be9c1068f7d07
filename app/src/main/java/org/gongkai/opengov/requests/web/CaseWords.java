package org.gongkai.opengov.requests.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.opengov.requestclock.ClockWords;
import org.gongkai.opengov.requests.CaseEvent;
import org.gongkai.opengov.requests.CaseFile;
import org.gongkai.opengov.requests.CourtResult;
import org.gongkai.opengov.requests.MovedDeadline;
import org.gongkai.opengov.requests.RequestMessage;
import org.gongkai.opengov.requests.RequestStep;
import org.gongkai.opengov.requests.decisions.Outcome;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.ChineseDates;
import org.gongkai.platform.pages.Happening;
import org.gongkai.platform.pages.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happened in a case, in words (案件经过). */
@Component
class CaseWords {
    /** What concerns the agency alone and is not told outside. */
    private static final Set<RequestStep> WITHIN =
            EnumSet.of(
                    RequestStep.ASSIGNED,
                    RequestStep.SECTION_ANSWERED,
                    RequestStep.LEGAL_CONSULTED,
                    RequestStep.EXTENSION_ASKED,
                    RequestStep.EXTENSION_APPROVED,
                    RequestStep.DRAFTED_ANSWER,
                    RequestStep.REVIEWED_ANSWER,
                    RequestStep.SIGNED_ANSWER);

    /** What was written to the applicant, or by him. */
    private static final Set<RequestStep> TO_APPLICANT =
            EnumSet.of(
                    RequestStep.CORRECTION_ASKED,
                    RequestStep.NOT_CORRECTED,
                    RequestStep.REASONS_ASKED,
                    RequestStep.LATER_DATE_SET,
                    RequestStep.FEE_NOTICED,
                    RequestStep.FEE_UNPAID);

    private final Organization organization;
    private final ClockWords clocks;
    private final ChineseDates dates;
    private final Wording wording;

    CaseWords(Organization organization, ClockWords clocks, ChineseDates dates, Wording wording) {
        this.organization = organization;
        this.clocks = clocks;
        this.dates = dates;
        this.wording = wording;
    }

    /**
     * An event as the desk reads it.
     *
     * @param late why it was entered late; null when it was not
     */
    public record EventLine(
            String when, String what, List<String> facts, String who, @Nullable String late) {}

    /** Matters as one text, numbered where there are several, as it was typed. */
    String numbered(List<String> matters) {
        if (matters.size() == 1) {
            return matters.getFirst();
        }
        var text = new StringBuilder();
        for (var it : matters) {
            text.append(text.isEmpty() ? "" : "\n");
            text.append(matters.indexOf(it) + 1).append(". ").append(it);
        }
        return text.toString();
    }

    /** What the applicant is told, the newest last; whom the agency asked is not named. */
    List<Happening> forApplicant(CaseFile file) {
        return file.events().stream()
                .filter(it -> !WITHIN.contains(it.step()))
                .map(
                        it ->
                                new Happening(
                                        dates.day(it.on()),
                                        wording.say("requests.told." + it.step().name()),
                                        told(it),
                                        false))
                .toList();
    }

    private @Nullable String told(CaseEvent event) {
        var facts = event.facts();
        var said = new ArrayList<String>();
        if (TO_APPLICANT.contains(event.step()) && facts.note() != null) {
            said.add(facts.note());
        }
        if (facts.term() != null) {
            said.add(wording.say("requests.fact.term", facts.term()));
        }
        if (event.step() == RequestStep.MADE_ANSWER) {
            add(said, "requests.fact.outcome", outcome(event));
        }
        if (event.step() == RequestStep.EXTENDED && facts.workingDays() != null) {
            said.add(wording.say("requests.fact.days", facts.workingDays()));
        }
        return said.isEmpty() ? null : String.join(" ", said);
    }

    /** What was written, in the words of the tracking page; who in the office wrote is not told. */
    List<Happening> messagesForApplicant(List<RequestMessage> messages) {
        return messages.stream()
                .map(
                        it ->
                                new Happening(
                                        dates.moment(it.writtenAt()),
                                        wording.say(
                                                it.fromApplicant()
                                                        ? "requests.message.yours"
                                                        : "requests.message.office"),
                                        it.words(),
                                        false))
                .toList();
    }

    /** Everything, for the desk. */
    List<EventLine> forDesk(CaseFile file) {
        return file.events().stream()
                .map(
                        it ->
                                new EventLine(
                                        dates.day(it.on()),
                                        wording.say("requests.step." + it.step().name()),
                                        facts(it),
                                        who(it),
                                        it.isLateEntry()
                                                ? wording.say(
                                                        "requests.case.late-entry",
                                                        it.enteredOn(),
                                                        String.valueOf(it.facts().lateReason()))
                                                : null))
                .toList();
    }

    private String who(CaseEvent event) {
        var by = event.by();
        if (by == null && event.step() == RequestStep.THIRD_PARTY_ANSWERED) {
            return wording.say("requests.opinion.by-party");
        }
        return by == null
                ? wording.say("requests.case.by-applicant")
                : organization.person(by).name();
    }

    private List<String> facts(CaseEvent event) {
        var facts = event.facts();
        var lines = new ArrayList<String>();
        var section = facts.section();
        if (section != null) {
            lines.add(wording.say("requests.fact.section", organization.section(section).name()));
        }
        add(lines, "requests.fact.party", facts.party());
        add(lines, "requests.fact.days", facts.workingDays());
        add(lines, "requests.fact.term", facts.term());
        add(
                lines,
                "requests.fact.way",
                "taken-down".equals(facts.way())
                        ? wording.say("requests.fact.taken-down")
                        : facts.way());
        add(lines, "requests.fact.outcome", outcome(event));
        add(lines, "requests.fact.note", facts.note());
        add(lines, "requests.fact.evidence", facts.evidence());
        return lines;
    }

    /** In the words of letters and lists; null where the event has none. */
    private @Nullable String outcome(CaseEvent event) {
        var named = event.facts().outcome();
        return named == null
                ? null
                : Arrays.stream(named.split(","))
                        .map(
                                it ->
                                        Outcome.named(it)
                                                .filter(
                                                        _ ->
                                                                event.step()
                                                                        == RequestStep.MADE_ANSWER)
                                                .map(Outcome::term)
                                                .or(
                                                        () ->
                                                                CourtResult.named(it)
                                                                        .map(
                                                                                result ->
                                                                                        wording.say(
                                                                                                "requests.result."
                                                                                                        + result
                                                                                                                .name())))
                                                .orElse(it))
                        .collect(Collectors.joining("；"));
    }

    private void add(List<String> lines, String key, @Nullable Object value) {
        if (value != null) {
            lines.add(wording.say(key, value));
        }
    }

    /** Why the deadline moved when the calendar changed, with both days; the same for everybody. */
    String moved(MovedDeadline it) {
        return clocks.redating(it.redating(), it.notice(), it.changed());
    }

    /** Why it moved, without the days themselves. */
    String cause(MovedDeadline it) {
        return clocks.cause(it.notice(), it.changed());
    }

    /** The same of all that happened to a case. */
    List<String> moved(List<MovedDeadline> redatings) {
        return redatings.stream().map(this::moved).toList();
    }
}
