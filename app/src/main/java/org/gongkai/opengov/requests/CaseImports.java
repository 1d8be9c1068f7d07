package org.gongkai.opengov.requests;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gongkai.opengov.requestclock.ImpossibleEvent;
import org.gongkai.opengov.requests.EventEntry.Checked;
import org.gongkai.opengov.requests.decisions.Outcome;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.Section;
import org.gongkai.platform.organization.SocialCreditCode;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in cases of another system, whole or not at all (案件导入). What happened there is recorded, as
 * a breach where it is one; a list that cannot have happened is refused with its first impossible
 * event (ADR 0190).
 */
@Component
public class CaseImports {
    private static final int NUMBER = 100;
    private static final int LINE = 200;
    private static final int EVENTS = 500;
    private static final Set<RequestStep> LEAVING =
            Collections.unmodifiableSet(
                    EnumSet.of(RequestStep.DISPATCHED_ANSWER, RequestStep.DELIVERED_ANSWER));
    private static final List<RequestStep> UNRECORDED =
            List.of(
                    RequestStep.DRAFTED_ANSWER,
                    RequestStep.REVIEWED_ANSWER,
                    RequestStep.SIGNED_ANSWER);

    private final Requests requests;
    private final RequestRegistration registration;
    private final Applicants applicants;
    private final ImportMarks marks;
    private final RequestKeys keys;
    private final CaseClock caseClock;
    private final Calendars calendars;
    private final Organization organization;
    private final AuditTrail audit;
    private final Wording wording;
    private final Clock time;

    CaseImports(
            Requests requests,
            RequestRegistration registration,
            Applicants applicants,
            ImportMarks marks,
            RequestKeys keys,
            CaseClock caseClock,
            Calendars calendars,
            Organization organization,
            AuditTrail audit,
            Wording wording,
            Clock time) {
        this.requests = requests;
        this.registration = registration;
        this.applicants = applicants;
        this.marks = marks;
        this.keys = keys;
        this.caseClock = caseClock;
        this.calendars = calendars;
        this.organization = organization;
        this.audit = audit;
        this.wording = wording;
        this.time = time;
    }

    /** For whom, by whom and from where a run imports. */
    public record Source(AgencyId agency, PersonId by, String system, long run) {}

    /**
     * What is wrong with a case.
     *
     * @param row where it stands in the file or list
     * @param event which event it is about, from 1; null for the case itself
     */
    public record Wrong(int row, @Nullable Integer event, FieldProblem problem) {}

    /** What became of a case. */
    public sealed interface Result {
        /** It came in, or would. */
        record In(@Nullable Long caseId) implements Result {}

        /** It had come in before. */
        record Known(long caseId) implements Result {}

        /** It cannot come in. */
        record Broken(List<Wrong> wrong) implements Result {
            public Broken {
                wrong = List.copyOf(wrong);
            }
        }
    }

    /** What would become of a case; nothing is kept. */
    @Transactional(readOnly = true)
    public Result check(Source source, ImportedCase sent) {
        return known(source, sent).orElseGet(() -> new Reading(source, sent).result());
    }

    /** Takes a case in, unless it is known or cannot be. */
    @Transactional
    public Result take(Source source, ImportedCase sent) {
        return known(source, sent)
                .orElseGet(
                        () -> {
                            var reading = new Reading(source, sent);
                            return reading.result() instanceof Result.In
                                    ? new Result.In(keep(source, sent, reading))
                                    : reading.result();
                        });
    }

    private Optional<Result> known(Source source, ImportedCase sent) {
        return marks.find(source.agency(), source.system(), sent.number())
                .map(it -> new Result.Known(it.caseId()));
    }

    private long keep(Source source, ImportedCase sent, Reading reading) {
        var now = time.instant();
        var entry = reading.entry();
        var id =
                requests.add(
                        new Requests.Arrival(
                                source.agency(),
                                reading.channel(),
                                entry,
                                keys.applicant(reading.asKnown()),
                                "import:" + source.system() + ":" + sent.number(),
                                reading.arrivedOn(),
                                now,
                                source.by()),
                        reading.arrivedOn());
        applicants.keep(id, entry.applicant());
        reading.file().events().forEach(it -> requests.record(id, it));
        for (var matters : reading.corrections()) {
            requests.addMatters(id, requests.editions(id) + 1, matters);
        }
        if (!reading.publicWords().isEmpty()) {
            requests.describe(id, reading.publicWords(), source.by(), now);
        }
        marks.add(
                source.agency(),
                new ImportMark(id, source.system(), sent.number(), now),
                source.run());
        var request = requests.find(id).orElseThrow();
        registration.derive(request, CaseFile.of(request.channel(), requests.events(id)));
        audit.recordBySystem(
                source.agency(),
                "requests.imported",
                "request:" + id,
                Map.of(),
                Map.of(
                        "number",
                        request.number(),
                        "system",
                        source.system(),
                        "outsideNumber",
                        sent.number(),
                        "run",
                        String.valueOf(source.run())));
        return id;
    }

    /** A case read through: what is wrong with it, and if nothing is, what comes in. */
    private final class Reading {
        private final Source source;
        private final ImportedCase sent;
        private final List<Wrong> wrong = new ArrayList<>();
        private final List<List<String>> corrections = new ArrayList<>();
        private final LocalDate today = LocalDate.now(time);
        private final Optional<IntakeChannel> channel;
        private final Optional<LocalDate> arrivedOn;
        private final Optional<RequestEntry.Checked> entry;
        private final String publicWords;
        private @Nullable CaseFile file;

        Reading(Source source, ImportedCase sent) {
            this.source = source;
            this.sent = sent;
            if (sent.number().isEmpty() || sent.number().length() > NUMBER) {
                wrong("outsideNumber", "requests.import.number", NUMBER);
            }
            channel = chosen("channel", IntakeChannel.named(RequestEntry.line(sent.channel())));
            arrivedOn = arrived();
            publicWords = RequestEntry.line(sent.publicWords());
            entry = readEntry();
            if (channel.isPresent() && arrivedOn.isPresent()) {
                file = readEvents(channel.get(), arrivedOn.get());
            }
        }

        Result result() {
            return wrong.isEmpty() ? new Result.In(null) : new Result.Broken(wrong);
        }

        RequestEntry.Checked entry() {
            return entry.orElseThrow();
        }

        IntakeChannel channel() {
            return channel.orElseThrow();
        }

        LocalDate arrivedOn() {
            return arrivedOn.orElseThrow();
        }

        CaseFile file() {
            return Objects.requireNonNull(file);
        }

        List<List<String>> corrections() {
            return corrections;
        }

        String publicWords() {
            return publicWords;
        }

        /**
         * By its number there where the other system kept no proof: two of one name are not one.
         */
        Applicant asKnown() {
            var who = entry().applicant();
            var identity = who.identity();
            return identity.number().isEmpty()
                    ? new Applicant(
                            new Applicant.Identity(
                                    identity.name(),
                                    identity.kind(),
                                    source.system() + ":" + sent.number(),
                                    identity.representative()),
                            who.contact(),
                            who.agent())
                    : who;
        }

        private Optional<LocalDate> arrived() {
            var typed = sent.arrived();
            try {
                var day = LocalDate.parse(typed);
                if (day.isAfter(today)) {
                    wrong("arrivedOn", "requests.event.future");
                    return Optional.empty();
                }
                return Optional.of(day);
            } catch (DateTimeParseException e) {
                wrong("arrivedOn", "requests.event.day");
                return Optional.empty();
            }
        }

        private Optional<RequestEntry.Checked> readEntry() {
            var who =
                    chosen(
                            "applicantClass",
                            ApplicantClass.named(RequestEntry.line(sent.applicantClass())));
            var form = chosen("form", WantedForm.named(RequestEntry.line(sent.form())));
            var delivery =
                    chosen("delivery", DeliveryWay.named(RequestEntry.line(sent.delivery())));
            var applicant =
                    new Applicant(
                            identity(),
                            new Applicant.Contact(
                                    line("phone", sent.phone()),
                                    line("email", sent.email()),
                                    line("address", sent.address())),
                            agent());
            var matters = matters(sent.matters());
            if (matters.isEmpty()) {
                wrong("matters", "requests.field.matters.required");
            }
            if (publicWords.length() > LINE) {
                wrong("publicWords", "requests.field.too-long", LINE);
            } else if (!applicant.identity().name().isEmpty() && applicant.isNamedIn(publicWords)) {
                wrong("publicWords", "requests.field.words-personal");
            }
            return wrong.isEmpty()
                    ? Optional.of(
                            new RequestEntry.Checked(
                                    who.orElseThrow(),
                                    applicant,
                                    matters,
                                    form.orElseThrow(),
                                    delivery.orElseThrow(),
                                    null,
                                    null))
                    : Optional.empty();
        }

        /** Whoever asked for the applicant, with the mandate as the other system kept it. */
        private Applicant.@Nullable Agent agent() {
            var name = line("agentName", sent.agentName());
            var number = line("agentNumber", sent.agentNumber());
            var phone = line("agentPhone", sent.agentPhone());
            var mandate = line("mandate", sent.mandate());
            if (name == null) {
                if (number != null || phone != null || mandate != null) {
                    wrong("agentName", "requests.import.agent");
                }
                return null;
            }
            if (mandate == null) {
                wrong("mandate", "requests.field.required.mandate");
                return null;
            }
            return new Applicant.Agent(name, number, phone, mandate);
        }

        private Applicant.Identity identity() {
            var name = line("name", sent.name());
            if (name == null) {
                wrong("name", "requests.field.required.name");
            }
            var number =
                    RequestEntry.line(sent.identityNumber())
                            .replace(" ", "")
                            .toUpperCase(Locale.ROOT);
            var named =
                    IdentityKind.named(RequestEntry.line(sent.identityKind()))
                            .filter(IdentityKind::hasNumber);
            if (named.isEmpty() && !number.isEmpty()) {
                wrong("identityKind", "requests.field.choose.identityKind");
            }
            var kind = named.orElse(IdentityKind.OTHER_PAPER);
            if (!number.isEmpty() && !fits(kind, number)) {
                wrong("identityNumber", "requests.field.identity." + kind.slug());
            }
            return new Applicant.Identity(
                    name == null ? "" : name,
                    kind,
                    number,
                    line("representative", sent.representative()));
        }

        private static boolean fits(IdentityKind kind, String number) {
            return switch (kind) {
                case ID_CARD -> IdentityNumber.isValid(number);
                case CREDIT_CODE -> SocialCreditCode.isValid(number);
                case OTHER_PAPER, PICTURE -> number.length() <= NUMBER;
            };
        }

        private List<String> matters(@Nullable List<String> typed) {
            var matters =
                    Objects.requireNonNullElse(typed, List.<String>of()).stream()
                            .map(RequestEntry::text)
                            .filter(it -> !it.isEmpty())
                            .toList();
            if (matters.size() > RequestEntry.MATTERS) {
                wrong("matters", "requests.field.matters.many", RequestEntry.MATTERS);
            }
            if (matters.stream().anyMatch(it -> it.length() > RequestEntry.MATTER)) {
                wrong("matters", "requests.field.too-long", RequestEntry.MATTER);
            }
            return matters;
        }

        /** The file as far as its events can be; the first that cannot be is wrong. */
        private @Nullable CaseFile readEvents(IntakeChannel came, LocalDate arrived) {
            var events = sent.afterRegistration();
            if (events.size() > EVENTS) {
                wrong("events", "requests.import.events", EVENTS);
                return null;
            }
            var checked = new ArrayList<Checked>();
            for (int at = 0; at < events.size(); at++) {
                var one = checkedEvent(at, events.get(at), arrived);
                if (one != null) {
                    checked.add(one);
                }
            }
            if (checked.size() < events.size()) {
                return null;
            }
            var now = CaseFile.of(came, List.of(registered(arrived)));
            for (int at = 0; at < events.size(); at++) {
                var steps = within(now.stage(), checked.get(at));
                steps.add(checked.get(at));
                for (var next : steps) {
                    var why = whyNot(now, next);
                    if (why != null) {
                        wrong(at, events.get(at), why);
                        return null;
                    }
                    now = now.with(event(next), calendars.current(CalendarCode.NX));
                }
                if (!checked.get(at).matters().isEmpty()) {
                    corrections.add(matters(checked.get(at).matters()));
                }
            }
            return now;
        }

        /**
         * Work within the agency that the other system did not record: drafting, review and
         * signature before a letter was made, making before one with an outcome left. It stands on
         * the day of the letter and says that it was not kept.
         */
        private List<Checked> within(RequestStage stage, Checked next) {
            var steps = new ArrayList<Checked>();
            boolean leaves =
                    LEAVING.contains(next.step())
                            && stage.compareTo(RequestStage.MADE) < 0
                            && next.facts().outcome() != null;
            if (next.step() == RequestStep.MADE_ANSWER || leaves) {
                UNRECORDED.stream()
                        .filter(it -> isBefore(stage, it))
                        .forEach(it -> steps.add(unrecorded(it, next, null)));
            }
            if (leaves) {
                steps.add(unrecorded(RequestStep.MADE_ANSWER, next, next.facts().outcome()));
            }
            return steps;
        }

        /**
         * Whether the work has not come as far as this step; what waits for others is not begun.
         */
        private static boolean isBefore(RequestStage stage, RequestStep step) {
            return RequestStep.DRAFTED_ANSWER.from().contains(stage)
                    && switch (step) {
                        case DRAFTED_ANSWER -> stage.compareTo(RequestStage.DRAFTED) < 0;
                        case REVIEWED_ANSWER -> stage.compareTo(RequestStage.REVIEWED) < 0;
                        default -> stage.compareTo(RequestStage.SIGNED) < 0;
                    };
        }

        private Checked unrecorded(RequestStep step, Checked next, @Nullable String outcome) {
            return new Checked(
                    step,
                    next.on(),
                    new EventFacts(
                            wording.say("requests.import.step-not-kept"),
                            evidence(null),
                            next.facts().lateReason(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            outcome),
                    List.of());
        }

        private @Nullable FieldProblem whyNot(CaseFile before, Checked next) {
            if (next.on().isBefore(before.events().getLast().on())) {
                return FieldProblem.of(
                        "date", "requests.import.backwards", before.events().getLast().on());
            }
            var after = before.with(event(next), calendars.current(CalendarCode.NX));
            var impossible = after.impossible();
            if (impossible.isPresent()) {
                return said(impossible.get(), before, next);
            }
            try {
                caseClock.read(after, today);
                return null;
            } catch (ImpossibleEvent it) {
                return FieldProblem.of("date", "requests.impossible.clock." + it.why().name());
            }
        }

        private FieldProblem said(CaseFile.Impossible it, CaseFile before, Checked next) {
            var since = it.since();
            if (since != null) {
                return FieldProblem.of("date", "requests.impossible.since." + it.why(), since);
            }
            return FieldProblem.of(
                    it.why().equals("party") ? "party" : "type",
                    "requests.impossible." + it.why(),
                    new DefaultMessageSourceResolvable("requests.step." + next.step().name()),
                    new DefaultMessageSourceResolvable("requests.stage." + before.stage().name()));
        }

        private @Nullable Checked checkedEvent(
                int at, ImportedCase.Event event, LocalDate arrived) {
            if (RequestEntry.line(event.date()).isEmpty()) {
                wrong(at, event, FieldProblem.of("date", "requests.event.day"));
                return null;
            }
            try {
                var named = RequestStep.named(RequestEntry.line(event.type()));
                if (!RequestEntry.line(event.outcome()).isEmpty()
                        && named.filter(LEAVING::contains).isPresent()
                        && !Arrays.stream(RequestEntry.line(event.outcome()).split("[,，\\s]+"))
                                .allMatch(it -> Outcome.named(it).isPresent())) {
                    wrong(at, event, FieldProblem.of("outcome", "requests.event.outcome"));
                    return null;
                }
                return entry(event).check(today, arrived, this::section);
            } catch (Refusal refused) {
                refused.problems().forEach(it -> wrong(at, event, it));
                return null;
            }
        }

        /** What the other system did not keep is said to be so, and the system is its evidence. */
        private EventEntry entry(ImportedCase.Event it) {
            return new EventEntry(
                    it.type(),
                    it.date(),
                    kept(it, EventField.NOTE, it.note()),
                    evidence(it.evidence()),
                    wording.say("requests.import.late-reason", source.system()),
                    it.party(),
                    it.workingDays(),
                    it.section(),
                    kept(it, EventField.WAY, it.way()),
                    it.term(),
                    it.outcome(),
                    it.matters());
        }

        private @Nullable String kept(
                ImportedCase.Event event, EventField field, @Nullable String typed) {
            boolean owed =
                    RequestStep.named(RequestEntry.line(event.type()))
                            .filter(it -> it.needs().contains(field))
                            .isPresent();
            return owed && RequestEntry.text(typed).isEmpty()
                    ? wording.say("requests.import.not-kept")
                    : typed;
        }

        private String evidence(@Nullable String typed) {
            return RequestEntry.text(typed).isEmpty()
                    ? wording.say("requests.import.evidence", source.system(), sent.number())
                    : String.valueOf(typed);
        }

        private @Nullable SectionId section(String key) {
            return organization.findSection(source.agency(), key).map(Section::id).orElse(null);
        }

        private CaseEvent registered(LocalDate on) {
            return new CaseEvent(
                    0,
                    RequestStep.REGISTERED,
                    on,
                    time.instant(),
                    today,
                    source.by(),
                    null,
                    new EventFacts(
                            null,
                            evidence(null),
                            on.isBefore(today)
                                    ? wording.say("requests.import.late-reason", source.system())
                                    : null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null));
        }

        private CaseEvent event(Checked it) {
            return new CaseEvent(
                    0, it.step(), it.on(), time.instant(), today, source.by(), null, it.facts());
        }

        private <T> Optional<T> chosen(String field, Optional<T> found) {
            if (found.isEmpty()) {
                wrong(field, "requests.field.choose." + field);
            }
            return found;
        }

        private @Nullable String line(String field, @Nullable String typed) {
            var text = RequestEntry.line(typed);
            if (text.length() > LINE) {
                wrong(field, "requests.field.too-long", LINE);
            }
            return text.isEmpty() ? null : text;
        }

        private void wrong(String field, String key, Object... arguments) {
            wrong.add(new Wrong(row(), null, FieldProblem.of(field, key, arguments)));
        }

        private void wrong(int at, ImportedCase.Event event, FieldProblem problem) {
            wrong.add(
                    new Wrong(
                            event.row() == null ? row() : event.row(),
                            at + 1 + sent.offset(),
                            problem));
        }

        private int row() {
            return sent.row() == null ? 0 : sent.row();
        }
    }
}
