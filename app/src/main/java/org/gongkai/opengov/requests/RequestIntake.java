package org.gongkai.opengov.requests;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.opengov.requestclock.ClockReading;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an applicant does (公民、法人和其他组织申请): ask, follow, take back. No account, no cookie, no reason
 * asked for (条例 art. 27).
 */
@Service
public class RequestIntake {
    /** The same applicant asking the same again within this time has sent it twice. */
    private static final Duration SAME = Duration.ofHours(1);

    private static final Duration DAY = Duration.ofDays(1);
    private static final long MESSAGES_A_DAY = 20;

    private final Requests requests;
    private final RequestRegistration registration;
    private final Applicants applicants;
    private final RequestKeys keys;
    private final RequestTries tries;
    private final CaseClock clock;
    private final Redatings redatings;
    private final Hints hints;
    private final RequestMessages messages;
    private final Organization organization;
    private final AuditTrail audit;
    private final Clock time;

    RequestIntake(
            Requests requests,
            RequestRegistration registration,
            Applicants applicants,
            RequestKeys keys,
            RequestTries tries,
            CaseClock clock,
            Redatings redatings,
            Hints hints,
            RequestMessages messages,
            Organization organization,
            AuditTrail audit,
            Clock time) {
        this.requests = requests;
        this.registration = registration;
        this.applicants = applicants;
        this.keys = keys;
        this.tries = tries;
        this.clock = clock;
        this.redatings = redatings;
        this.hints = hints;
        this.messages = messages;
        this.organization = organization;
        this.audit = audit;
        this.time = time;
    }

    /**
     * How a request was sent.
     *
     * @param origin the network address it came from; only a keyed hash is kept, for a day
     * @param task the task of a proof of work; null without one
     * @param answer its answer
     */
    public record Sending(String origin, @Nullable String task, @Nullable String answer) {}

    /**
     * What an applicant is told of a request.
     *
     * @param agency the name of the agency that has it
     * @param messages what applicant and office wrote to each other, the first first
     * @param redatings what changed calendars did to its deadline
     */
    public record Followed(
            RequestCase request,
            String agency,
            List<String> matters,
            CaseFile file,
            ClockReading clock,
            List<RequestMessage> messages,
            List<MovedDeadline> redatings) {}

    /** What is wrong with the form, before it is sent; the form in order. */
    public RequestEntry.Checked check(RequestEntry entry) {
        return entry.check();
    }

    /**
     * Takes in a request.
     *
     * @param each whether each matter becomes a request of its own (一事一申请)
     * @return a receipt for each request
     */
    @Transactional
    public List<RequestReceipt> ask(RequestEntry entry, boolean each, Sending sending) {
        var parts =
                each && entry.matters() != null
                        ? entry.matters().stream().map(it -> entry.asking(List.of(it))).toList()
                        : List.of(entry);
        entry.check();
        var checked = parts.stream().map(RequestEntry::check).toList();
        checked.stream().map(this::fingerprint).sorted().distinct().forEach(requests::alone);
        if (checked.stream().anyMatch(it -> same(it).isEmpty())) {
            tries.take(sending.origin(), sending.task(), sending.answer());
        }
        return checked.stream()
                .map(it -> same(it).map(registration::receipt).orElseGet(() -> register(it)))
                .toList();
    }

    private Optional<RequestCase> same(RequestEntry.Checked entry) {
        return requests.same(fingerprint(entry), time.instant().minus(SAME));
    }

    private String fingerprint(RequestEntry.Checked entry) {
        return keys.fingerprint(entry, IntakeChannel.ONLINE);
    }

    private RequestReceipt register(RequestEntry.Checked entry) {
        var agency =
                organization.agencies().stream()
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        Refusal.notPossibleNow(
                                                List.of(), "requests.refusal.no-agency"))
                        .id();
        var request =
                registration.register(agency, IntakeEntry.online(entry, LocalDate.now(time)), null);
        audit.recordAnonymous(
                agency,
                "requests.asked",
                "request:" + request.id(),
                Map.of("number", request.number()));
        return registration.receipt(request);
    }

    /** Counts that documents already public were shown, and whether they answered the question. */
    @Transactional
    public void countHint(int shown, boolean helped, String origin) {
        if (tries.hint(origin)) {
            hints.count(LocalDate.now(time), shown, helped);
        }
    }

    /** Where a request stands; number and secret together, wrong ones told apart by nobody. */
    @Transactional(readOnly = true)
    public Followed follow(@Nullable String number, @Nullable String secret, String origin) {
        return followed(known(number, secret, origin));
    }

    /**
     * How whoever asked is called, for a paper made anew with number and secret; empty when it was
     * erased.
     */
    @Transactional(readOnly = true)
    public Optional<String> name(@Nullable String number, @Nullable String secret, String origin) {
        return applicants.find(known(number, secret, origin).id()).map(it -> it.identity().name());
    }

    /** Takes a request back (撤回申请); no answer is owed from then on. */
    @Transactional
    public Followed withdraw(@Nullable String number, @Nullable String secret, String origin) {
        var known = known(number, secret, origin);
        var request = requests.locked(known.id()).orElseThrow();
        if (!RequestStep.WITHDRAWN.from().contains(request.stage())) {
            throw Refusal.notPossibleNow(List.of(), "requests.refusal.withdraw");
        }
        return followed(happened(request, RequestStep.WITHDRAWN));
    }

    /**
     * Takes in what the applicant was asked to complete (网上补正), art. 30; the days run anew by the
     * rule of the clock.
     *
     * @param text what is asked from now on; several matters are numbered in it
     */
    @Transactional
    public Followed correct(
            @Nullable String number,
            @Nullable String secret,
            @Nullable String text,
            String origin) {
        var known = known(number, secret, origin);
        var request = requests.locked(known.id()).orElseThrow();
        if (request.stage() != RequestStage.AWAITING_CORRECTION) {
            throw Refusal.notPossibleNow(List.of(), "requests.refusal.correct");
        }
        var matters = Matters.of(RequestEntry.text(text));
        if (matters.getFirst().isEmpty()) {
            throw Refusal.invalid("matters", "requests.field.matters.required");
        }
        if (matters.size() > RequestEntry.MATTERS
                || matters.stream().anyMatch(it -> it.length() > RequestEntry.MATTER)) {
            throw Refusal.invalid("matters", "requests.field.too-long", RequestEntry.MATTER);
        }
        requests.addMatters(request.id(), requests.editions(request.id()) + 1, matters);
        return followed(happened(request, RequestStep.CORRECTED));
    }

    /** Takes a message to the office in (给办理机关留言); a few a day, so that a letter is a letter. */
    @Transactional
    public Followed write(
            @Nullable String number,
            @Nullable String secret,
            @Nullable String words,
            String origin) {
        var request = known(number, secret, origin);
        var text = MessageDesk.checked(words);
        if (messages.fromApplicantSince(request.id(), time.instant().minus(DAY))
                >= MESSAGES_A_DAY) {
            throw Refusal.tooMany(DAY, "requests.message.refusal.many", MESSAGES_A_DAY);
        }
        messages.add(request.id(), null, text, time.instant());
        audit.recordAnonymous(
                request.agency(),
                "requests.message-received",
                "request:" + request.id(),
                Map.of("number", request.number()));
        return followed(request);
    }

    /** The applicant did this, today. */
    private RequestCase happened(RequestCase request, RequestStep step) {
        redatings.bringUp(request);
        var today = LocalDate.now(time);
        requests.record(
                request.id(),
                new CaseEvent(0, step, today, time.instant(), today, null, null, EventFacts.NONE));
        audit.recordAnonymous(
                request.agency(),
                "requests." + step.slug(),
                "request:" + request.id(),
                Map.of("number", request.number()));
        registration.tell(request, step);
        return registration.derive(
                request, CaseFile.of(request.channel(), requests.events(request.id())));
    }

    private RequestCase known(@Nullable String number, @Nullable String secret, String origin) {
        tries.requireFewWrongSecrets(origin);
        var asked = Objects.requireNonNullElse(number, "").strip().toUpperCase(Locale.ROOT);
        var found = requests.numbered(asked).filter(it -> keys.isSecret(it, secret));
        if (found.isEmpty()) {
            tries.wrongSecret(origin);
            throw Refusal.invalid("number", "requests.refusal.not-found");
        }
        return found.get();
    }

    private Followed followed(RequestCase request) {
        var file = CaseFile.of(request.channel(), requests.events(request.id()));
        return new Followed(
                request,
                organization.agency(request.agency()).name(),
                requests.matters(request.id()),
                file,
                clock.read(file, LocalDate.now(time)),
                messages.of(request.id()),
                redatings.of(request));
    }
}
