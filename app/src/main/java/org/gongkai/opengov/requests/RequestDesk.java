package org.gongkai.opengov.requests;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.gongkai.opengov.requestclock.ImpossibleEvent;
import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.calendar.WorkingCalendar;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.Person;
import org.gongkai.platform.organization.Section;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the disclosure office and the sections do with requests (依申请公开办理): take in, record what
 * happened, look who asks. {@link RequestStep} says who may record what.
 */
@Service
public class RequestDesk {
    private static final int PART = 200;
    private static final int LARGE_PART = 2_000;
    private static final int PUBLIC_WORDS = 200;
    private static final Set<RequestStep> OF_AN_ANSWER =
            EnumSet.range(RequestStep.DRAFTED_ANSWER, RequestStep.UNDELIVERABLE_ANSWER);

    private final Requests requests;
    private final RequestRegistration registration;
    private final Applicants applicants;
    private final CaseClock clock;
    private final CaseIndex index;
    private final Redatings redatings;
    private final ImportMarks marks;
    private final Calendars calendars;
    private final Organization organization;
    private final AuditTrail audit;
    private final Clock time;
    private final RequestHold hold;
    private final AnswersInHand answers;

    RequestDesk(
            Requests requests,
            RequestRegistration registration,
            Applicants applicants,
            CaseClock clock,
            CaseIndex index,
            Redatings redatings,
            ImportMarks marks,
            Calendars calendars,
            Organization organization,
            AuditTrail audit,
            Clock time,
            RequestHold hold,
            AnswersInHand answers) {
        this.requests = requests;
        this.registration = registration;
        this.applicants = applicants;
        this.clock = clock;
        this.index = index;
        this.redatings = redatings;
        this.marks = marks;
        this.calendars = calendars;
        this.organization = organization;
        this.audit = audit;
        this.time = time;
        this.hold = hold;
        this.answers = answers;
    }

    /**
     * A request as a line of the list.
     *
     * @param words the beginning of what is asked
     * @param section whose answer is asked for
     * @param holder who handles it; null while nobody was given it
     * @param workingDaysLeft negative when late; null when nothing is owed or the day is not known
     */
    public record Line(
            RequestCase request,
            String words,
            @Nullable Section section,
            @Nullable Person holder,
            @Nullable Integer workingDaysLeft) {}

    /** A part of the list, newest first. */
    @Transactional(readOnly = true)
    public Items<Line> list(Actor by, RequestFilter filter, Paging paging) {
        long before = paging.cursor(1).map(it -> it.number(0)).orElse(Long.MAX_VALUE);
        var found = requests.list(chosen(by, filter), before, paging.fetch());
        return Items.of(lines(found), paging, it -> Cursor.at(it.request().id()));
    }

    /** A numbered page of the list in the order of the filter. */
    @Transactional(readOnly = true)
    public List<Line> page(Actor by, RequestFilter filter, int skip, int limit) {
        return lines(requests.page(chosen(by, filter), skip, limit));
    }

    /** How many there are. */
    @Transactional(readOnly = true)
    public long count(Actor by, RequestFilter filter) {
        return requests.count(chosen(by, filter));
    }

    /** Hands over the whole list in its order, read in parts. */
    @Transactional(readOnly = true)
    public void forEach(Actor by, RequestFilter filter, Consumer<Line> taker) {
        var chosen = chosen(by, filter);
        var skip = 0L;
        List<RequestCase> part;
        do {
            part = requests.page(chosen, skip, LARGE_PART);
            lines(part).forEach(taker);
            skip += part.size();
        } while (part.size() == LARGE_PART);
    }

    /** What is open of this, by stage and by days left. */
    @Transactional(readOnly = true)
    public RequestBoard board(Actor by, RequestFilter filter) {
        return new RequestBoard(
                requests.board(
                        chosen(by, filter.thatAre(true)),
                        today(),
                        calendars.current(CalendarCode.NX)));
    }

    /** One request with everything about it but who asks. */
    @Transactional(readOnly = true)
    public RequestView one(Actor by, long id) {
        var request = seen(by, id);
        var matters = requests.matters(id);
        var file = CaseFile.of(request.channel(), requests.events(id));
        return new RequestView(
                request,
                section(request.section()),
                request.holder() == null ? null : organization.person(request.holder()),
                matters,
                file,
                clock.read(file, today()),
                byHand(id, allowed(by, file, request.section())),
                RequestRights.readsAll(by) ? alike(request, matters) : List.of(),
                requests.publicWords(id).orElse(null),
                redatings.of(request),
                marks.of(id).orElse(null));
    }

    /** Where these words stand in these lines of the list. */
    @Transactional(readOnly = true)
    public Map<Long, Passage> passages(List<Line> lines, String words) {
        return index.passages(lines.stream().map(it -> it.request().id()).toList(), words);
    }

    /** Earlier requests of others that ask for much the same (类案), the most alike first. */
    @Transactional(readOnly = true)
    public List<SimilarCase> similar(Actor by, long id) {
        return index.similar(by, seen(by, id), requests.matters(id));
    }

    /** Requests that ask for much the same as these words (类案), the most alike first. */
    @Transactional(readOnly = true)
    public List<SimilarCase> similar(Actor by, String words) {
        return words.isBlank() || !RequestRights.canRead(by)
                ? List.of()
                : index.similar(by, words.strip());
    }

    /** Whether this person may see the request, as it is assigned now. */
    @Transactional(readOnly = true)
    public boolean sees(Actor by, long id) {
        return requests.find(id).filter(it -> RequestRights.sees(by, it)).isPresent();
    }

    /** The request of this number; empty where there is none that this person sees. */
    public Optional<RequestCase> numbered(Actor by, String number) {
        return requests.numbered(number).filter(it -> RequestRights.sees(by, it));
    }

    /**
     * Takes in a request that came otherwise than by the site (登记): in person, by post, fax,
     * e-mail, from another unit or the platform. The day of receipt is derived, never typed.
     */
    @Transactional
    public RequestReceipt takeIn(Actor by, IntakeEntry entry) {
        if (!RequestRights.takesIn(by)) {
            throw notAllowed(RequestStep.REGISTERED);
        }
        var checked = entry.check(today());
        var request = registration.register(by.agency(), checked, by.person());
        audit.record(
                by,
                "requests.taken-in",
                subject(request.id()),
                Map.of(),
                Map.of("number", request.number(), "channel", request.channel().name()));
        return registration.receipt(request);
    }

    /**
     * Writes down who asks, and shows it (查看申请人身份): the one way to it, with the reason on record.
     *
     * @return empty when it was erased
     */
    @Transactional
    public Optional<Applicant> applicant(Actor by, long id, @Nullable String reason) {
        var request = seen(by, id);
        if (!RequestRights.knowsApplicant(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.refusal.applicant");
        }
        var why = RequestEntry.line(reason);
        if (why.isEmpty()) {
            throw Refusal.invalid("reason", "requests.field.reason");
        }
        audit.record(
                by,
                "requests.applicant-read",
                subject(id),
                Map.of(),
                Map.of("number", request.number(), "reason", why));
        return applicants.find(id);
    }

    /**
     * Who asks, to write on a letter and its envelope (文书受送达人): handed to the office alone, with a
     * line on record that says for which paper.
     *
     * @return empty when it was erased
     */
    @Transactional
    public Optional<Applicant> addressee(Actor by, long id, String paper) {
        var request = seen(by, id);
        if (!RequestRights.knowsApplicant(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.refusal.applicant");
        }
        audit.record(
                by,
                "requests.addressed",
                subject(id),
                Map.of(),
                Map.of("number", request.number(), "paper", paper));
        return applicants.find(id);
    }

    /** What the same applicant asked before and has been answered, newest first (此前答复). */
    @Transactional(readOnly = true)
    public List<RequestCase> answeredBefore(Actor by, long id) {
        var request = seen(by, id);
        return RequestRights.readsAll(by)
                ? requests.ofApplicant(request, PART).stream()
                        .filter(it -> it.answeredOn() != null)
                        .toList()
                : List.of();
    }

    /** How many requests the same applicant made since a day, this one among them (申请数量). */
    @Transactional(readOnly = true)
    public int askedSince(Actor by, long id, LocalDate since) {
        return requests.askedSince(seen(by, id), since);
    }

    /** The last day for the answer if it were extended today by so many working days (art. 33). */
    @Transactional(readOnly = true)
    public Optional<LocalDate> dueIfExtended(Actor by, long id, int workingDays) {
        var request = seen(by, id);
        var events = new ArrayList<>(requests.events(id));
        events.add(
                new CaseEvent(
                        0,
                        RequestStep.EXTENDED,
                        today(),
                        time.instant(),
                        today(),
                        by.person(),
                        null,
                        new EventFacts(
                                null, null, null, null, workingDays, null, null, null, null)));
        return Optional.ofNullable(
                clock.read(CaseFile.of(request.channel(), events), today()).due());
    }

    /**
     * Gives a lost query number again at the window, with a new secret; the old one opens nothing.
     */
    @Transactional
    public RequestReceipt secretAgain(Actor by, long id, @Nullable String reason) {
        var request = seen(by, id);
        if (!RequestRights.takesIn(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.refusal.applicant");
        }
        var why = RequestEntry.line(reason);
        if (why.isEmpty()) {
            throw Refusal.invalid("reason", "requests.field.reason");
        }
        requests.nextSecret(id);
        audit.record(
                by,
                "requests.secret-given-again",
                subject(id),
                Map.of(),
                Map.of("number", request.number(), "reason", why));
        return registration.receipt(requests.find(id).orElseThrow());
    }

    /**
     * Says in which words the request stands in the public register (公开登记用语); they name nobody who
     * asks.
     */
    @Transactional
    public void describe(Actor by, long id, @Nullable String words) {
        var request = seen(by, id);
        if (!RequestRights.takesIn(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.refusal.public-words");
        }
        var said = RequestEntry.line(words);
        if (said.isEmpty()) {
            throw Refusal.invalid("words", "requests.field.words");
        }
        if (said.length() > PUBLIC_WORDS) {
            throw Refusal.invalid("words", "requests.field.too-long", PUBLIC_WORDS);
        }
        if (applicants.find(id).filter(it -> it.isNamedIn(said)).isPresent()) {
            throw Refusal.invalid("words", "requests.field.words-personal");
        }
        requests.describe(id, said, by.person(), time.instant());
        audit.record(
                by,
                "requests.described",
                subject(id),
                Map.of(),
                Map.of("number", request.number(), "words", said));
    }

    /** Extensions that wait for this person's consent, the first due first. */
    @Transactional(readOnly = true)
    public List<Line> extensionsFor(Actor by) {
        return by.has(Role.DISCLOSURE_HEAD)
                ? lines(requests.awaitingConsent(by.agency(), PART))
                : List.of();
    }

    /**
     * Records what happened to a request (办理环节). What is not allowed leaves a line in the audit
     * trail and nothing else.
     *
     * @param version the version that was read; null for any
     */
    public RequestCase record(Actor by, long id, @Nullable Long version, EventEntry entry) {
        return hold.on(
                by,
                id,
                RequestEntry.line(entry.type()),
                it -> {
                    if (OF_AN_ANSWER.contains(entry.step()) && answers.inHand(id)) {
                        throw Refusal.notPossibleNow(List.of(), "requests.refusal.by-letter");
                    }
                    return recorded(by, it, version, entry);
                });
    }

    /** What is done with a letter is not recorded by hand beside it. */
    private List<RequestStep> byHand(long id, List<RequestStep> steps) {
        return steps.stream().anyMatch(OF_AN_ANSWER::contains) && answers.inHand(id)
                ? steps.stream().filter(it -> !OF_AN_ANSWER.contains(it)).toList()
                : steps;
    }

    /**
     * The same as a part of other work on a request that is held: a letter that is signed is a step
     * of its case.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public RequestCase happened(Actor by, long id, EventEntry entry) {
        return recorded(by, requests.locked(id).orElseThrow(Refusal::notFound), null, entry);
    }

    private RequestCase recorded(
            Actor by, RequestCase request, @Nullable Long version, EventEntry entry) {
        var id = request.id();
        redatings.bringUp(request);
        var step = entry.step();
        var grant =
                RequestRights.grant(by, step, request.section())
                        .orElseThrow(() -> notAllowed(step));
        if (version != null && version != request.version()) {
            throw Refusal.stale(request.version(), "requests.refusal.stale");
        }
        var file = CaseFile.of(request.channel(), requests.events(id));
        var checked = entry.check(today(), request.arrivedOn(), it -> sectionNamed(by, it));
        var event =
                new CaseEvent(
                        0,
                        step,
                        checked.on(),
                        time.instant(),
                        today(),
                        by.person(),
                        grant.onBehalfOf(),
                        checked.facts());
        requireAnother(by, grant, step, file);
        requireLawful(event, file);
        var after =
                possible(file.with(event, calendars.current(CalendarCode.NX)), file, by, request);
        requests.record(id, event);
        if (!checked.matters().isEmpty()) {
            requests.addMatters(id, requests.editions(id) + 1, checked.matters());
        }
        var changed =
                registration.derive(request, CaseFile.of(request.channel(), requests.events(id)));
        registration.tell(changed, step);
        audit.record(
                by,
                grant,
                "requests." + step.slug(),
                subject(id),
                Map.of("stage", request.stage().name()),
                Map.of(
                        "number",
                        request.number(),
                        "on",
                        event.on().toString(),
                        "stage",
                        after.stage().name()));
        return changed;
    }

    /**
     * Nobody consents to what he asked for himself, or reviews or signs what he drafted (art. 33).
     */
    private static void requireAnother(Actor by, Grant grant, RequestStep step, CaseFile file) {
        var before =
                switch (step) {
                    case EXTENSION_APPROVED -> RequestStep.EXTENSION_ASKED;
                    case REVIEWED_ANSWER, SIGNED_ANSWER -> RequestStep.DRAFTED_ANSWER;
                    default -> null;
                };
        if (before == null) {
            return;
        }
        var concerned = new ArrayList<PersonId>();
        file.last(before)
                .ifPresent(
                        it -> {
                            addTo(concerned, it.by());
                            addTo(concerned, it.onBehalfOf());
                        });
        if (concerned.contains(by.person())
                || grant.onBehalfOf() != null && concerned.contains(grant.onBehalfOf())) {
            throw Refusal.of(
                    RefusalKind.NOT_ALLOWED, "requests.refusal.same-person." + step.slug());
        }
    }

    private static void addTo(List<PersonId> people, @Nullable PersonId person) {
        if (person != null) {
            people.add(person);
        }
    }

    /** An extension is asked for within the agency first: there an unlawful one ends (art. 33). */
    private void requireLawful(CaseEvent event, CaseFile file) {
        var step = event.step();
        if (step != RequestStep.EXTENSION_ASKED && step != RequestStep.EXTENSION_APPROVED) {
            return;
        }
        var days = event.facts().workingDays();
        if (days != null && days > LONGEST_EXTENSION) {
            throw Refusal.invalid("workingDays", "requests.event.extension-long");
        }
        if (file.last(RequestStep.EXTENDED).isPresent()) {
            throw Refusal.notPossibleNow(List.of(), "requests.refusal.extension-second");
        }
        var last = clock.read(file, today()).extensionNoticeBy();
        if (last != null && event.on().isAfter(last)) {
            throw Refusal.notPossibleNow(List.of(), "requests.refusal.extension-late", last);
        }
    }

    /** Art. 33. */
    private static final int LONGEST_EXTENSION = 20;

    private CaseFile possible(CaseFile after, CaseFile before, Actor by, RequestCase request) {
        after.impossible()
                .ifPresent(
                        it -> {
                            throw impossible(it, before, by, request);
                        });
        try {
            clock.read(after, today());
        } catch (ImpossibleEvent it) {
            throw Refusal.invalid("date", "requests.impossible.clock." + it.why().name());
        }
        return after;
    }

    private Refusal impossible(
            CaseFile.Impossible it, CaseFile before, Actor by, RequestCase request) {
        var since = it.since();
        if (it.event().id() != 0) {
            return Refusal.invalid(
                    "date",
                    "requests.impossible.later",
                    named("requests.step." + it.event().step().name()),
                    it.event().on());
        }
        if (since != null) {
            return Refusal.invalid("date", "requests.impossible.since." + it.why(), since);
        }
        return it.why().equals("party")
                ? Refusal.invalid("party", "requests.impossible.party")
                : Refusal.notPossibleNow(
                        allowed(by, before, request.section()).stream()
                                .map(RequestStep::slug)
                                .toList(),
                        "requests.impossible." + it.why(),
                        named("requests.step." + it.event().step().name()),
                        named("requests.stage." + before.stage().name()));
    }

    /** What waits for this person, the first due first. */
    @Transactional(readOnly = true)
    public List<Line> waitingFor(Actor by) {
        return lines(
                requests.page(chosen(by, RequestFilter.waiting()), 0, PART).stream()
                        .filter(it -> isFor(by, it))
                        .toList());
    }

    /** Whether the next usual step of the request is this person's. */
    private static boolean isFor(Actor by, RequestCase request) {
        return NextStep.of(request.stage(), request.section() != null).stream()
                .anyMatch(it -> RequestRights.grant(by, it, request.section()).isPresent());
    }

    private List<RequestView.Alike> alike(RequestCase request, List<String> matters) {
        var words = String.join("\n", matters);
        var before = requests.ofApplicant(request, PART);
        var asked = requests.words(before.stream().map(RequestCase::id).toList());
        return before.stream()
                .map(
                        it ->
                                new RequestView.Alike(
                                        it,
                                        Likeness.percent(words, asked.getOrDefault(it.id(), ""))))
                .filter(it -> it.percent() >= 100 * Likeness.ALIKE)
                .toList();
    }

    private List<RequestStep> allowed(Actor by, CaseFile file, @Nullable SectionId section) {
        var possible = file.possible();
        return Arrays.stream(RequestStep.values())
                .filter(possible::contains)
                .filter(it -> RequestRights.grant(by, it, section).isPresent())
                .toList();
    }

    private List<Line> lines(List<RequestCase> found) {
        var calendar = calendars.current(CalendarCode.NX);
        var today = today();
        var words = requests.beginnings(found.stream().map(RequestCase::id).toList());
        var names =
                found.stream()
                        .map(RequestCase::section)
                        .filter(Objects::nonNull)
                        .distinct()
                        .collect(Collectors.toMap(it -> it, organization::section));
        var people =
                found.stream()
                        .map(RequestCase::holder)
                        .filter(Objects::nonNull)
                        .distinct()
                        .collect(Collectors.toMap(it -> it, organization::person));
        return found.stream()
                .map(
                        it ->
                                new Line(
                                        it,
                                        words.getOrDefault(it.id(), ""),
                                        it.section() == null ? null : names.get(it.section()),
                                        it.holder() == null ? null : people.get(it.holder()),
                                        left(it, today, calendar)))
                .toList();
    }

    /**
     * Working days left today, negative when late; null when nothing is owed or no day is known.
     */
    @Transactional(readOnly = true)
    public @Nullable Integer workingDaysLeft(RequestCase request) {
        return left(request, today(), calendars.current(CalendarCode.NX));
    }

    private static @Nullable Integer left(
            RequestCase request, LocalDate today, WorkingCalendar calendar) {
        var due = request.due();
        return due == null || request.answeredOn() != null
                ? null
                : calendar.workingDaysBetween(today, due);
    }

    void requireSeen(Actor by, long id) {
        seen(by, id);
    }

    private RequestCase seen(Actor by, long id) {
        return requests.find(id)
                .filter(it -> RequestRights.sees(by, it))
                .orElseThrow(Refusal::notFound);
    }

    private Requests.Chosen chosen(Actor by, RequestFilter filter) {
        return Requests.Chosen.of(
                by.agency(), narrowed(by, filter), today(), calendars.current(CalendarCode.NX));
    }

    /** People of a section are shown its requests alone, leaders what no section has as well. */
    private static RequestFilter narrowed(Actor by, RequestFilter filter) {
        if (RequestRights.readsAll(by)) {
            return filter;
        }
        var own = RequestRights.sections(by);
        if (own.isEmpty() && !RequestRights.seesUnassigned(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.refusal.readers");
        }
        var narrowed = filter.within(own);
        return filter.sections() == null && RequestRights.seesUnassigned(by)
                ? narrowed.orUnassigned()
                : narrowed;
    }

    private @Nullable Section section(@Nullable SectionId id) {
        return id == null ? null : organization.section(id);
    }

    private @Nullable SectionId sectionNamed(Actor by, String key) {
        return organization
                .findSection(by.agency(), key)
                .filter(it -> it.validity().covers(today()))
                .map(Section::id)
                .orElse(null);
    }

    private LocalDate today() {
        return LocalDate.now(time);
    }

    private static Refusal notAllowed(RequestStep step) {
        return Refusal.of(
                RefusalKind.NOT_ALLOWED,
                "requests.refusal.role",
                named("requests.step." + step.name()));
    }

    static String subject(long id) {
        return "request:" + id;
    }

    private static MessageSourceResolvable named(String key) {
        return new DefaultMessageSourceResolvable(key);
    }
}
