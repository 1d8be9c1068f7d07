package org.gongkai.opengov.requests;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.calendar.Deadline;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where somebody asks that a record about himself be corrected (申请更正本人信息), 《政府信息公开条例》 art. 41,
 * without account, and follows it by number and secret. Complaints go to the authority (arts. 47,
 * 51), whose channels the page names; those registered by the office are followed here as well.
 */
@Service
public class ClaimIntake {
    private final Claims claims;
    private final ClaimRegistration registration;
    private final RequestKeys keys;
    private final RequestTries tries;
    private final Calendars calendars;
    private final Organization organization;
    private final AuditTrail audit;
    private final Clock time;

    ClaimIntake(
            Claims claims,
            ClaimRegistration registration,
            RequestKeys keys,
            RequestTries tries,
            Calendars calendars,
            Organization organization,
            AuditTrail audit,
            Clock time) {
        this.claims = claims;
        this.registration = registration;
        this.keys = keys;
        this.tries = tries;
        this.calendars = calendars;
        this.organization = organization;
        this.audit = audit;
        this.time = time;
    }

    /** What whoever claims keeps. */
    public record Receipt(Claim claim, String secret) {}

    /**
     * What whoever claims is told.
     *
     * @param agency the name of the agency that has it
     * @param target how the day was counted; null where it is the authority's or there is none
     */
    public record Followed(
            Claim claim,
            String agency,
            ClaimStage stage,
            List<ClaimEvent> events,
            @Nullable Deadline target) {}

    /** Takes in a correction; a complaint is refused here. */
    @Transactional
    public Receipt ask(ClaimEntry entry, String origin) {
        var checked = entry.check(LocalDate.now(time));
        if (checked.kind().isComplaint()) {
            throw Refusal.invalid("kind", "requests.claim.kind.required");
        }
        tries.take(origin, null, null);
        var agency =
                organization.agencies().stream()
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        Refusal.notPossibleNow(
                                                List.of(), "requests.refusal.no-agency"))
                        .id();
        var today = LocalDate.now(time);
        var claim =
                registration.register(
                        agency,
                        new ClaimEntry.Checked(
                                checked.kind(),
                                checked.person(),
                                checked.about(),
                                checked.evidence(),
                                today),
                        null);
        audit.recordAnonymous(
                agency,
                "requests.claim-received",
                "claim:" + claim.id(),
                Map.of("number", claim.number()));
        return new Receipt(claim, keys.secret(claim));
    }

    /** Whether a number is one of corrections and complaints. */
    public static boolean isNumber(@Nullable String typed) {
        var number = plain(typed);
        return Arrays.stream(ClaimKind.values())
                .anyMatch(it -> number.startsWith(it.prefix() + "-"));
    }

    /** Where it stands; number and secret together, wrong ones told apart by nobody. */
    @Transactional(readOnly = true)
    public Followed follow(@Nullable String number, @Nullable String secret, String origin) {
        return followed(known(number, secret, origin));
    }

    /**
     * How whoever claims is called, for a paper made anew with number and secret; empty when it was
     * erased.
     */
    @Transactional(readOnly = true)
    public Optional<String> name(@Nullable String number, @Nullable String secret, String origin) {
        return claims.person(known(number, secret, origin).id()).map(it -> it.identity().name());
    }

    /** Takes in the evidence that was asked for (补充证据); our target runs anew. */
    @Transactional
    public Followed addEvidence(
            @Nullable String number,
            @Nullable String secret,
            @Nullable String text,
            String origin) {
        var claim = locked(number, secret, origin);
        if (ClaimStage.after(claims.events(claim.id())) != ClaimStage.AWAITING_EVIDENCE) {
            throw Refusal.notPossibleNow(List.of(), "requests.claim.refusal.evidence");
        }
        var said = RequestEntry.text(text);
        if (said.isEmpty()) {
            throw Refusal.invalid("evidence", "requests.claim.evidence.required");
        }
        if (said.length() > ClaimEntry.LONGEST) {
            throw Refusal.invalid("evidence", "requests.field.too-long", ClaimEntry.LONGEST);
        }
        return happened(claim, ClaimStep.EVIDENCE_GIVEN, said);
    }

    /** Takes it back (撤回); nothing is owed from then on. */
    @Transactional
    public Followed takeBack(@Nullable String number, @Nullable String secret, String origin) {
        var claim = locked(number, secret, origin);
        if (claim.closedOn() != null) {
            throw Refusal.notPossibleNow(List.of(), "requests.claim.refusal.closed");
        }
        return happened(claim, ClaimStep.TAKEN_BACK, null);
    }

    private Followed happened(Claim claim, ClaimStep step, @Nullable String note) {
        claims.record(
                claim.id(),
                new ClaimEvent(step, LocalDate.now(time), time.instant(), null, note, null));
        audit.recordAnonymous(
                claim.agency(),
                "requests.claim-step",
                "claim:" + claim.id(),
                Map.of("number", claim.number(), "step", step.name()));
        return followed(registration.derive(claim.id()));
    }

    private Claim locked(@Nullable String number, @Nullable String secret, String origin) {
        return claims.locked(known(number, secret, origin).id()).orElseThrow();
    }

    private Claim known(@Nullable String number, @Nullable String secret, String origin) {
        tries.requireFewWrongSecrets(origin);
        var found = claims.numbered(plain(number)).filter(it -> keys.isSecret(it, secret));
        if (found.isEmpty()) {
            tries.wrongSecret(origin);
            throw Refusal.invalid("number", "requests.refusal.not-found");
        }
        return found.get();
    }

    private static String plain(@Nullable String number) {
        return RequestEntry.line(number).toUpperCase(Locale.ROOT);
    }

    private Followed followed(Claim claim) {
        var events = claims.events(claim.id());
        return new Followed(
                claim,
                organization.agency(claim.agency()).name(),
                ClaimStage.after(events),
                events,
                claim.kind().isComplaint()
                        ? null
                        : ClaimTarget.explained(events, calendars.current(CalendarCode.NX))
                                .orElse(null));
    }
}
