package org.gongkai.opengov.requests;

import java.time.Clock;
import java.time.LocalDate;
import org.gongkai.opengov.requests.notices.NoticeKind;
import org.gongkai.opengov.requests.notices.Notices;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a request down and works out what follows from its events (登记), whoever brings it. */
@Component
class RequestRegistration {
    private final Requests requests;
    private final Applicants applicants;
    private final RequestKeys keys;
    private final CaseClock clock;
    private final Notices notices;
    private final ProofFiles proofs;
    private final CaseIndex index;
    private final Clock time;

    RequestRegistration(
            Requests requests,
            Applicants applicants,
            RequestKeys keys,
            CaseClock clock,
            Notices notices,
            ProofFiles proofs,
            CaseIndex index,
            Clock time) {
        this.requests = requests;
        this.applicants = applicants;
        this.keys = keys;
        this.clock = clock;
        this.notices = notices;
        this.proofs = proofs;
        this.index = index;
        this.time = time;
    }

    /** A new request, with its first event. */
    RequestCase register(AgencyId agency, IntakeEntry.Checked entry, @Nullable PersonId by) {
        var now = time.instant();
        var today = LocalDate.now(time);
        var id =
                requests.add(
                        new Requests.Arrival(
                                agency,
                                entry.channel(),
                                entry.request(),
                                keys.applicant(entry.request().applicant()),
                                keys.fingerprint(entry.request(), entry.channel()),
                                entry.arrivedOn(),
                                now,
                                by),
                        today);
        applicants.keep(id, entry.request().applicant());
        attach(id, entry.request().identityProof(), ProofKind.IDENTITY, "identityFile");
        attach(id, entry.request().mandateProof(), ProofKind.MANDATE, "mandateFile");
        requests.record(
                id,
                new CaseEvent(
                        0,
                        RequestStep.REGISTERED,
                        entry.arrivedOn(),
                        now,
                        today,
                        by,
                        null,
                        new EventFacts(
                                null,
                                entry.evidence(),
                                entry.lateReason(),
                                null,
                                null,
                                null,
                                entry.takenDown() ? TAKEN_DOWN : null,
                                null,
                                null)));
        var request = requests.find(id).orElseThrow();
        tell(request, RequestStep.REGISTERED);
        return derive(request, CaseFile.of(request.channel(), requests.events(id)));
    }

    /** The way of a request that was said, written down by staff and read back (art. 29). */
    static final String TAKEN_DOWN = "taken-down";

    private void attach(long id, @Nullable String code, ProofKind what, String field) {
        if (code == null) {
            return;
        }
        if (!proofs.knows(code, what)) {
            throw Refusal.invalid(field, "requests.proof.gone");
        }
        proofs.attach(code, what, id);
    }

    /** Tells the applicant by e-mail and SMS, where this is something to be told at once. */
    void tell(RequestCase request, RequestStep step) {
        NoticeKind.of(step.name())
                .ifPresent(
                        it -> notices.tell(request.id(), request.agency(), request.number(), it));
    }

    /** Writes down again what follows from the events; what became of the case. */
    RequestCase derive(RequestCase request, CaseFile file) {
        var reading = clock.read(file, LocalDate.now(time));
        requests.derive(
                request.id(),
                file,
                file.last(RequestStep.ASSIGNED).map(it -> it.facts().section()).orElse(null),
                reading,
                reading.breaches().size());
        index.read(request.id());
        return requests.find(request.id()).orElseThrow();
    }

    /** What the applicant keeps. */
    RequestReceipt receipt(RequestCase request) {
        return new RequestReceipt(
                request.id(),
                request.number(),
                keys.secret(request),
                request.arrivedOn(),
                request.due());
    }
}
