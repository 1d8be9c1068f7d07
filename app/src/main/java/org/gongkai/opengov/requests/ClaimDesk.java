package org.gongkai.opengov.requests;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the office does with corrections of personal records and with complaints (更正本人信息、投诉办理),
 * 《政府信息公开条例》 arts. 41, 47, 51: paths of their own, with days of their own.
 */
@Service
public class ClaimDesk {
    private static final int NOTE = 4_000;

    private final Claims claims;
    private final ClaimRegistration registration;
    private final RequestKeys keys;
    private final AuditTrail audit;
    private final Clock time;

    ClaimDesk(
            Claims claims,
            ClaimRegistration registration,
            RequestKeys keys,
            AuditTrail audit,
            Clock time) {
        this.claims = claims;
        this.registration = registration;
        this.keys = keys;
        this.audit = audit;
        this.time = time;
    }

    /** One with its history and what can be recorded now. */
    public record View(Claim claim, List<ClaimEvent> events, List<ClaimStep> allowed) {}

    /**
     * A step as it was typed.
     *
     * @param on the day it happened; today if none is named
     */
    public record StepEntry(
            @Nullable String step,
            @Nullable String on,
            @Nullable String note,
            @Nullable String term) {}

    /** Whether this person may see them. */
    public static boolean reads(Actor by) {
        return RequestRights.seesUnassigned(by);
    }

    /** Open ones, or all, by day. */
    @Transactional(readOnly = true)
    public List<Claim> page(Actor by, boolean openAlone, int skip, int limit) {
        requireReads(by);
        return claims.page(by.agency(), openAlone, skip, limit);
    }

    /** How many there are. */
    @Transactional(readOnly = true)
    public long count(Actor by, boolean openAlone) {
        requireReads(by);
        return claims.count(by.agency(), openAlone);
    }

    /** One with its history. */
    @Transactional(readOnly = true)
    public View one(Actor by, long id) {
        var claim = seen(by, id);
        return new View(
                claim,
                claims.events(id),
                claim.closedOn() == null && RequestRights.takesIn(by)
                        ? ClaimStep.of(claim.kind())
                        : List.of());
    }

    /** Takes in what came on paper, by telephone or from the authority. */
    @Transactional
    public Claim takeIn(Actor by, ClaimEntry entry) {
        requireOffice(by);
        var claim =
                registration.register(by.agency(), entry.check(LocalDate.now(time)), by.person());
        audit.record(
                by,
                "requests.claim-taken-in",
                subject(claim.id()),
                Map.of(),
                Map.of("number", claim.number(), "kind", claim.kind().name()));
        return claim;
    }

    /** Records what happened; nothing more happens to what is closed. */
    @Transactional
    public Claim record(Actor by, long id, StepEntry entry) {
        var claim = held(by, id);
        requireOffice(by);
        var step =
                ClaimStep.named(RequestEntry.line(entry.step()))
                        .filter(it -> it != ClaimStep.REGISTERED && it.fits(claim.kind()))
                        .orElseThrow(() -> Refusal.invalid("step", "requests.claim.step.required"));
        if (step.byLetterAlone()) {
            throw Refusal.notPossibleNow(
                    ClaimStep.of(claim.kind()).stream().map(ClaimStep::slug).toList(),
                    "requests.claim.refusal.by-letter");
        }
        if (claim.closedOn() != null) {
            throw Refusal.notPossibleNow(List.of(), "requests.claim.refusal.closed");
        }
        var today = LocalDate.now(time);
        var on = day("on", entry.on()).orElse(today);
        if (on.isAfter(today)) {
            throw Refusal.invalid("on", "requests.event.future");
        }
        requireForwards(id, on, "on");
        var note = RequestEntry.text(entry.note());
        if (note.isEmpty()) {
            throw Refusal.invalid("note", "requests.event.required.NOTE");
        }
        if (note.length() > NOTE) {
            throw Refusal.invalid("note", "requests.field.too-long", NOTE);
        }
        var term = day("term", entry.term());
        if (step.needsTerm() && term.filter(it -> it.isAfter(on)).isEmpty()) {
            throw Refusal.invalid("term", "requests.event.term");
        }
        return happened(by, claim, step, on, note, step.needsTerm() ? term.orElseThrow() : null);
    }

    /** One that nobody else changes while the transaction lasts. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Claim held(Actor by, long id) {
        requireReads(by);
        return claims.locked(id)
                .filter(it -> it.agency().equals(by.agency()))
                .orElseThrow(Refusal::notFound);
    }

    /** The end that a letter tells happens as it leaves; what is closed already stays so. */
    @Transactional
    public void told(Actor by, long id, ClaimStep end, LocalDate on, String letter) {
        var claim = held(by, id);
        requireOffice(by);
        if (claim.closedOn() == null) {
            requireForwards(id, on, "date");
            happened(by, claim, end, on, letter, null);
        }
    }

    private void requireForwards(long id, LocalDate on, String field) {
        if (claims.events(id).stream().anyMatch(it -> it.on().isAfter(on))) {
            throw Refusal.invalid(field, "requests.claim.backwards");
        }
    }

    private Claim happened(
            Actor by,
            Claim claim,
            ClaimStep step,
            LocalDate on,
            String note,
            @Nullable LocalDate term) {
        claims.record(
                claim.id(), new ClaimEvent(step, on, time.instant(), by.person(), note, term));
        audit.record(
                by,
                "requests.claim-step",
                subject(claim.id()),
                Map.of(),
                Map.of("number", claim.number(), "step", step.name(), "on", on.toString()));
        return registration.derive(claim.id());
    }

    /** To whom a letter goes; that it was asked for is written down. */
    @Transactional
    public Optional<Applicant> addressee(Actor by, long id, String paper) {
        var claim = seen(by, id);
        if (!RequestRights.knowsApplicant(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.refusal.applicant");
        }
        audit.record(
                by,
                "requests.addressed",
                subject(id),
                Map.of(),
                Map.of("number", claim.number(), "paper", paper));
        return claims.person(id);
    }

    /** Number and secret by which whoever claims follows it (查询凭证). */
    public record Receipt(String number, String secret) {}

    /**
     * Gives a query number at the window, with a new secret; older ones open nothing from then on.
     */
    @Transactional
    public Receipt secretAgain(Actor by, long id, @Nullable String reason) {
        var claim = seen(by, id);
        requireOffice(by);
        var why = RequestEntry.line(reason);
        if (why.isEmpty()) {
            throw Refusal.invalid("secretReason", "requests.field.reason");
        }
        claims.nextSecret(id);
        audit.record(
                by,
                "requests.secret-given-again",
                subject(id),
                Map.of(),
                Map.of("number", claim.number(), "reason", why));
        return new Receipt(claim.number(), keys.secret(claims.find(id).orElseThrow()));
    }

    /** Writes down who looks and why, and shows who claims; empty when it was erased. */
    @Transactional
    public Optional<Applicant> person(Actor by, long id, @Nullable String reason) {
        var claim = seen(by, id);
        if (!RequestRights.knowsApplicant(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.refusal.applicant");
        }
        var why = RequestEntry.line(reason);
        if (why.isEmpty()) {
            throw Refusal.invalid("reason", "requests.field.reason");
        }
        audit.record(
                by,
                "requests.claim-person-read",
                subject(id),
                Map.of(),
                Map.of("number", claim.number(), "reason", why));
        return claims.person(id);
    }

    /** Whether this person may erase who claimed. */
    public static boolean erases(Actor by) {
        return by.has(Role.DISCLOSURE_HEAD);
    }

    /**
     * Erases who claimed, once nothing is owed any more (清除提出人身份), 个人信息保护法 art. 47: by the head of
     * the office, who records nothing else here.
     */
    @Transactional
    public void erase(Actor by, long id, @Nullable String reason) {
        var claim = seen(by, id);
        if (!erases(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.claim.refusal.head");
        }
        if (claim.closedOn() == null) {
            throw Refusal.notPossibleNow(List.of(), "requests.claim.refusal.open");
        }
        var why = RequestEntry.line(reason);
        if (why.isEmpty()) {
            throw Refusal.invalid("erasing", "requests.field.reason");
        }
        claims.erasePerson(id);
        audit.record(
                by,
                "requests.claim-person-erased",
                subject(id),
                Map.of(),
                Map.of("number", claim.number(), "reason", why));
    }

    private static Optional<LocalDate> day(String field, @Nullable String typed) {
        var text = RequestEntry.line(typed);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(field, "requests.event.day");
        }
    }

    private Claim seen(Actor by, long id) {
        requireReads(by);
        return claims.find(id)
                .filter(it -> it.agency().equals(by.agency()))
                .orElseThrow(Refusal::notFound);
    }

    private static void requireReads(Actor by) {
        if (!reads(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.refusal.readers");
        }
    }

    private static void requireOffice(Actor by) {
        if (!RequestRights.takesIn(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.claim.refusal.office");
        }
    }

    private static String subject(long id) {
        return "claim:" + id;
    }
}
