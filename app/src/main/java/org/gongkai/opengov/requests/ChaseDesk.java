package org.gongkai.opengov.requests;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.Person;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminding and telling those above (催办与督办): to whom, when, in which words, and what was answered.
 * It stands on the start page of whoever was reminded until it is answered.
 */
@Service
public class ChaseDesk {
    private static final int WORDS = 500;
    private static final int PART = 100;
    private static final Set<Role> ABOVE =
            EnumSet.of(
                    Role.SECTION_HEAD,
                    Role.DEPUTY_LEADER,
                    Role.PRINCIPAL_LEADER,
                    Role.DISCLOSURE_HEAD);

    private final Requests requests;
    private final Chases chases;
    private final RequestDesk desk;
    private final Organization organization;
    private final Calendars calendars;
    private final AuditTrail audit;
    private final Clock time;

    ChaseDesk(
            Requests requests,
            Chases chases,
            RequestDesk desk,
            Organization organization,
            Calendars calendars,
            AuditTrail audit,
            Clock time) {
        this.requests = requests;
        this.chases = chases;
        this.desk = desk;
        this.organization = organization;
        this.calendars = calendars;
        this.audit = audit;
        this.time = time;
    }

    /** A reminder with the request that it is about. */
    public record Reminder(Chase chase, RequestCase request) {}

    /** Sends a reminder; its number. */
    @Transactional
    public long send(Actor by, long id, ChaseEntry entry) {
        var request =
                requests.find(id)
                        .filter(it -> RequestRights.sees(by, it))
                        .orElseThrow(Refusal::notFound);
        if (!mayChase(by, request)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.chase.who");
        }
        if (!request.stage().isOpen()) {
            throw Refusal.notPossibleNow(List.of(), "requests.chase.closed");
        }
        var kind = kind(entry.kind());
        var words = words("words", entry.words());
        var to =
                recipients(request, kind).stream()
                        .filter(it -> it.key().equals(RequestEntry.line(entry.to())))
                        .findFirst()
                        .orElseThrow(
                                () -> Refusal.invalid("to", "requests.chase.to." + kind.name()));
        if (to.id().equals(by.person())) {
            throw Refusal.invalid("to", "requests.chase.oneself");
        }
        var until = day(entry.answerBy());
        var number =
                chases.add(
                        new Chase(
                                0,
                                id,
                                kind,
                                to.id(),
                                by.person(),
                                words,
                                until,
                                time.instant(),
                                null));
        audit.record(
                by,
                "requests.chased",
                RequestDesk.subject(id),
                Map.of(),
                Map.of(
                        "number",
                        request.number(),
                        "kind",
                        kind.slug(),
                        "to",
                        to.key(),
                        "answerBy",
                        until.toString()));
        return number;
    }

    /** Answers a reminder: who was reminded, or their deputy; once. */
    @Transactional
    public void answer(Actor by, long id, long chase, @Nullable String words) {
        desk.requireSeen(by, id);
        var found =
                chases.locked(chase)
                        .filter(it -> it.request() == id)
                        .orElseThrow(Refusal::notFound);
        if (!RequestRights.standsFor(by).contains(found.to())) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.chase.not-yours");
        }
        if (found.answer() != null) {
            throw Refusal.notPossibleNow(List.of(), "requests.chase.answered");
        }
        var said = words("answer-" + chase, words);
        chases.answer(chase, by.person(), said, time.instant());
        audit.record(
                by,
                "requests.chase-answered",
                RequestDesk.subject(id),
                Map.of(),
                Map.of("chase", String.valueOf(chase)));
    }

    /** The log of a request, the first first. */
    @Transactional(readOnly = true)
    public List<Chase> log(Actor by, long id) {
        desk.requireSeen(by, id);
        return chases.of(id);
    }

    /** What this person was reminded of and has not answered, for the absent too. */
    @Transactional(readOnly = true)
    public List<Reminder> openTo(Actor by) {
        return chases.openTo(RequestRights.standsFor(by), PART).stream()
                .flatMap(
                        it ->
                                requests
                                        .find(it.request())
                                        .filter(request -> RequestRights.sees(by, request))
                                        .map(request -> new Reminder(it, request))
                                        .stream())
                .toList();
    }

    /** Whether this person may remind somebody of the request. */
    public boolean mayChase(Actor by, RequestCase request) {
        var section = request.section();
        return RequestRights.distributes(by)
                || by.has(Role.PRINCIPAL_LEADER)
                || section != null
                        && (by.has(Role.SECTION_HEAD, section)
                                || by.has(Role.DEPUTY_LEADER, section));
    }

    /**
     * To whom such a reminder of the request can go: who handles it, or who is above and sees it.
     */
    @Transactional(readOnly = true)
    public List<Person> recipients(RequestCase request, Chase.Kind kind) {
        return organization.peopleOn(request.agency(), today()).stream()
                .filter(it -> fits(organization.actorOn(it.id(), today()), request, kind))
                .sorted(
                        Comparator.comparing((Person it) -> !isHolder(request, it.id()))
                                .thenComparing(Person::name))
                .toList();
    }

    private static boolean isHolder(RequestCase request, PersonId person) {
        return person.equals(request.holder());
    }

    private static boolean fits(Actor who, RequestCase request, Chase.Kind kind) {
        return switch (kind) {
            case CHASE -> RequestRights.handles(who, request);
            case ESCALATE ->
                    RequestRights.sees(who, request)
                            && who.grants().stream()
                                    .anyMatch(
                                            it ->
                                                    it.onBehalfOf() == null
                                                            && ABOVE.contains(it.role()));
        };
    }

    private static Chase.Kind kind(@Nullable String typed) {
        return Arrays.stream(Chase.Kind.values())
                .filter(it -> it.slug().equals(RequestEntry.line(typed)))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("kind", "requests.chase.kind"));
    }

    private static String words(String field, @Nullable String typed) {
        var words = RequestEntry.text(typed);
        if (words.isEmpty()) {
            throw Refusal.invalid(field, "requests.chase.words");
        }
        if (words.length() > WORDS) {
            throw Refusal.invalid(field, "requests.field.too-long", WORDS);
        }
        return words;
    }

    private LocalDate day(@Nullable String typed) {
        var text = RequestEntry.line(typed);
        if (text.isEmpty()) {
            return calendars.current(CalendarCode.NX).dueAfter(today(), 1);
        }
        try {
            var day = LocalDate.parse(text);
            if (!day.isBefore(today())) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // Refused below, as a day that is over.
        }
        throw Refusal.invalid("answerBy", "requests.chase.day");
    }

    private LocalDate today() {
        return LocalDate.now(time);
    }
}
