package org.gongkai.opengov.requests;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.ChineseDates;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a third party answers by its link (第三方答复), 《政府信息公开条例》 art. 32: without account, once, and
 * without learning who asked. The answer is an event of the request, with its evidence.
 */
@Service
public class OpinionIntake {
    /** Working days a third party has, art. 32. */
    private static final int TERM = 15;

    private final Requests requests;
    private final OpinionLinks links;
    private final RequestRegistration registration;
    private final Redatings redatings;
    private final RequestKeys keys;
    private final RequestTries tries;
    private final Calendars calendars;
    private final Organization organization;
    private final AuditTrail audit;
    private final Wording wording;
    private final ChineseDates dates;
    private final Clock time;

    OpinionIntake(
            Requests requests,
            OpinionLinks links,
            RequestRegistration registration,
            Redatings redatings,
            RequestKeys keys,
            RequestTries tries,
            Calendars calendars,
            Organization organization,
            AuditTrail audit,
            Wording wording,
            ChineseDates dates,
            Clock time) {
        this.requests = requests;
        this.links = links;
        this.registration = registration;
        this.redatings = redatings;
        this.keys = keys;
        this.tries = tries;
        this.calendars = calendars;
        this.organization = organization;
        this.audit = audit;
        this.wording = wording;
        this.dates = dates;
        this.time = time;
    }

    /**
     * What a third party is asked; nothing in it leads to who asked for the information.
     *
     * @param due the last of its fifteen working days; null while the day it got the letter is not
     *     known
     */
    public record Question(
            String agency,
            String party,
            String shown,
            @Nullable String harm,
            LocalDate askedOn,
            @Nullable LocalDate due) {}

    /** What is asked by the link with this code. */
    @Transactional(readOnly = true)
    public Question read(@Nullable String code, String origin) {
        var link = known(code, origin);
        return question(link, requests.find(link.request()).orElseThrow());
    }

    /** Takes the answer in; the link opens nothing any more. */
    @Transactional
    public Question answer(@Nullable String code, OpinionEntry entry, String origin) {
        var request = requests.locked(known(code, origin).request()).orElseThrow();
        // Read again behind the lock: of two answers at once the second finds an ended link.
        var link = known(code, origin);
        var question = question(link, request);
        var checked = entry.check();
        var now = time.instant();
        var today = LocalDate.now(time);
        var said = wording.say("requests.opinion." + checked.choice().name());
        var event =
                new CaseEvent(
                        0,
                        RequestStep.THIRD_PARTY_ANSWERED,
                        today,
                        now,
                        today,
                        null,
                        null,
                        new EventFacts(
                                checked.reasons() == null
                                        ? said
                                        : wording.say(
                                                "requests.opinion.with-reasons",
                                                said,
                                                checked.reasons()),
                                wording.say(
                                        "requests.opinion.evidence",
                                        checked.name(),
                                        dates.moment(now),
                                        link.id()),
                                null,
                                link.party(),
                                null,
                                null,
                                null,
                                null,
                                null));
        file(request)
                .with(event, calendars.current(CalendarCode.NX))
                .impossible()
                .ifPresent(
                        _ -> {
                            throw ended();
                        });
        redatings.bringUp(request);
        requests.record(request.id(), event);
        links.answered(link.id(), checked, now);
        registration.derive(request, file(request));
        audit.recordAnonymous(
                request.agency(),
                "requests.third-party-answered",
                "request:" + request.id(),
                Map.of("number", request.number(), "link", link.id()));
        return question;
    }

    private OpinionLink known(@Nullable String code, String origin) {
        tries.requireFewWrongSecrets(origin);
        var found = links.bySecret(keys.ofCode(code));
        if (found.isEmpty()) {
            tries.wrongSecret(origin);
            throw Refusal.invalid("code", "requests.opinion.not-found");
        }
        return found.filter(it -> it.endedAt() == null).orElseThrow(OpinionIntake::ended);
    }

    private Question question(OpinionLink link, RequestCase request) {
        var asked = consultation(link, request).orElseThrow(OpinionIntake::ended);
        var received = asked.receivedOn();
        return new Question(
                organization.agency(request.agency()).name(),
                link.party(),
                link.shown(),
                link.harm(),
                asked.askedOn(),
                received == null
                        ? null
                        : calendars.current(CalendarCode.NX).dueAfter(received, TERM));
    }

    private Optional<Consultation> consultation(OpinionLink link, RequestCase request) {
        if (!RequestStep.THIRD_PARTY_ANSWERED.from().contains(request.stage())) {
            return Optional.empty();
        }
        return file(request).consultations().stream()
                .filter(
                        it ->
                                it.kind() == Consultation.Kind.THIRD_PARTY
                                        && it.isOpen()
                                        && it.party().equals(link.party()))
                .findFirst();
    }

    private CaseFile file(RequestCase request) {
        return CaseFile.of(request.channel(), requests.events(request.id()));
    }

    private static Refusal ended() {
        return Refusal.invalid("code", "requests.opinion.ended");
    }
}
