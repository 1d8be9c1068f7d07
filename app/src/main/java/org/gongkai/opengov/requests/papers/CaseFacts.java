package org.gongkai.opengov.requests.papers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.opengov.requests.ApplicantClass;
import org.gongkai.opengov.requests.CaseEvent;
import org.gongkai.opengov.requests.DeliveryWay;
import org.gongkai.opengov.requests.RequestDesk;
import org.gongkai.opengov.requests.RequestStep;
import org.gongkai.opengov.requests.RequestView;
import org.gongkai.opengov.requests.decisions.Outcome;
import org.gongkai.opengov.requests.decisions.Paper;
import org.gongkai.opengov.requests.decisions.RemedyKind;
import org.gongkai.opengov.requests.decisions.RemedyText;
import org.gongkai.opengov.requests.letters.AnswerText;
import org.gongkai.opengov.requests.letters.LetterFacts;
import org.gongkai.opengov.requests.letters.LetterField;
import org.gongkai.opengov.requests.letters.LetterKind;
import org.gongkai.opengov.requests.letters.TemplateSet;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the case itself says for a letter (案件要素), and what it suggests for the rest. */
@Component
class CaseFacts {
    /** Requests of the same applicant are counted from the first day of the year before. */
    private static final int YEARS_BACK = 1;

    /** What is suggested as a reasonable term, in working days (ADR 0202). */
    private static final int REASONABLE = 10;

    private final RequestDesk requests;
    private final DecisionDesk decisions;
    private final Organization organization;
    private final Calendars calendars;
    private final Wording wording;
    private final Clock clock;

    CaseFacts(
            RequestDesk requests,
            DecisionDesk decisions,
            Organization organization,
            Calendars calendars,
            Wording wording,
            Clock clock) {
        this.requests = requests;
        this.decisions = decisions;
        this.organization = organization;
        this.calendars = calendars;
        this.wording = wording;
        this.clock = clock;
    }

    /** What is known without asking anybody. */
    LetterFacts known(
            Actor by,
            RequestView view,
            LetterKind kind,
            TemplateSet templates,
            LetterOffice office) {
        var request = view.request();
        var facts =
                LetterFacts.none()
                        .with(LetterField.AGENCY, organization.agency(request.agency()).name())
                        .with(LetterField.APPLICANT, LetterDraft.APPLICANT)
                        .with(
                                LetterField.YOU,
                                wording.say(
                                        request.applicantClass() == ApplicantClass.NATURAL_PERSON
                                                ? "requests.papers.you.person"
                                                : "requests.papers.you.organization"))
                        .with(LetterField.REGISTRATION, request.number())
                        .with(
                                LetterField.CHANNEL,
                                wording.say("requests.channel." + request.channel().name()))
                        .with(LetterField.RECEIVED_ON, request.receivedOn())
                        .with(LetterField.MATTER, String.join("；", view.matters()))
                        .with(LetterField.DUE, request.due())
                        .with(LetterField.PHONE, office.phone())
                        .with(LetterField.ADDRESS, office.address());
        return switch (LetterCourse.of(kind)) {
            case ANSWER -> answer(view, templates, office, facts);
            case PLAIN -> kind == LetterKind.FILE_NOTE ? ending(view, facts) : facts;
            case NOTICE -> notice(by, view, kind, office, facts);
        };
    }

    private LetterFacts answer(
            RequestView view, TemplateSet templates, LetterOffice office, LetterFacts facts) {
        var decision = decisions.decision(view);
        return facts.with(LetterField.ANSWER, AnswerText.of(decision, templates, facts))
                .with(
                        LetterField.REMEDY,
                        remedy(
                                RemedyKind.of(decision.outcomes()),
                                decision.paper(),
                                office,
                                view.request().delivery() == DeliveryWay.EMAIL));
    }

    private LetterFacts notice(
            Actor by, RequestView view, LetterKind kind, LetterOffice office, LetterFacts facts) {
        return switch (kind) {
            case EXTENSION_NOTICE -> extension(by, view, facts);
            case FEE_NOTICE ->
                    facts.with(LetterField.FEE_WAY, office.feeWay())
                            .with(
                                    LetterField.REMEDY,
                                    remedy(RemedyKind.FEE_NOTICE, Paper.REPLY, office, false));
            case THIRD_PARTY_DISCLOSURE ->
                    facts.with(
                            LetterField.REMEDY,
                            remedy(RemedyKind.THIRD_PARTY, Paper.REPLY, office, false));
            default -> facts;
        };
    }

    /** By as many working days as the head of the office consented to. */
    private LetterFacts extension(Actor by, RequestView view, LetterFacts facts) {
        var days =
                view.file()
                        .last(RequestStep.EXTENSION_APPROVED)
                        .map(it -> it.facts().workingDays())
                        .orElse(null);
        return days == null
                ? facts
                : facts.with(LetterField.EXTENSION, days.toString())
                        .with(
                                LetterField.NEW_DUE,
                                requests.dueIfExtended(by, view.request().id(), days).orElse(null));
    }

    private static LetterFacts ending(RequestView view, LetterFacts facts) {
        return endingOf(view)
                .map(
                        it ->
                                facts.with(LetterField.OUTCOME, it.term())
                                        .with(LetterField.BASIS, AnswerText.basis(it)))
                .orElse(facts);
    }

    /** How a request ended without an answer; empty while it has not. */
    static Optional<Outcome> endingOf(RequestView view) {
        return view.file().events().stream()
                .map(CaseEvent::step)
                .map(
                        it ->
                                switch (it) {
                                    case NOT_CORRECTED -> Optional.of(Outcome.NOT_CORRECTED);
                                    case FEE_UNPAID -> Optional.of(Outcome.FEE_UNPAID);
                                    case WITHDRAWN -> Optional.of(Outcome.ENDED_OTHERWISE);
                                    default -> Optional.<Outcome>empty();
                                })
                .flatMap(Optional::stream)
                .reduce((_, it) -> it);
    }

    private @Nullable String remedy(
            RemedyKind kind, Paper paper, LetterOffice office, boolean online) {
        return RemedyText.of(kind, paper, today(), office.places(), online).orElse(null);
    }

    /** What the case suggests for something that is to be typed; empty for nothing. */
    String suggestion(Actor by, RequestView view, LetterKind kind, LetterField field) {
        return switch (field) {
            case HANDLER -> by.name();
            case HISTORY -> history(view);
            case INFORMATION -> String.join("\n", view.matters());
            case VOLUME -> volume(by, view);
            case SENT_ON -> lastConsultation(view);
            case TERM ->
                    calendars.current(CalendarCode.NX).dueAfter(today(), REASONABLE).toString();
            case REASONS ->
                    kind == LetterKind.EXTENSION_NOTICE
                            ? note(view, RequestStep.EXTENSION_ASKED)
                            : "";
            default -> "";
        };
    }

    private String history(RequestView view) {
        return view.file().events().stream()
                .map(
                        it ->
                                wording.say(
                                        "requests.papers.history",
                                        LetterFacts.written(it.on()),
                                        wording.say("requests.step." + it.step().name())))
                .collect(Collectors.joining("；"));
    }

    private String volume(Actor by, RequestView view) {
        var today = today();
        var since = today.minusYears(YEARS_BACK);
        return wording.say(
                "requests.papers.volume",
                LetterFacts.written(since),
                LetterFacts.written(today),
                requests.askedSince(by, view.request().id(), since));
    }

    private static String lastConsultation(RequestView view) {
        return Stream.of(
                        RequestStep.THIRD_PARTY_ASKED,
                        RequestStep.CO_AUTHOR_ASKED,
                        RequestStep.AGENCY_ASKED)
                .flatMap(it -> view.file().last(it).stream())
                .map(CaseEvent::on)
                .max(LocalDate::compareTo)
                .map(LocalDate::toString)
                .orElse("");
    }

    private static String note(RequestView view, RequestStep step) {
        return view.file().last(step).map(it -> it.facts().note()).orElse("");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
