package org.gongkai.opengov.requests;

import java.util.List;
import java.util.Map;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.audit.Personal;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the requests of a person who has lost the query number (找回申请编号): at the window, with the
 * proof of identity in hand. Nothing that is sealed is opened; what is typed is compared by its
 * keyed hash. Each search is audited.
 */
@Service
public class ApplicantSearch {
    private static final int MOST = 100;

    private final Requests requests;
    private final RequestKeys keys;
    private final AuditTrail audit;

    ApplicantSearch(Requests requests, RequestKeys keys, AuditTrail audit) {
        this.requests = requests;
        this.keys = keys;
        this.audit = audit;
    }

    /**
     * The requests of this applicant, newest first.
     *
     * @param kind as {@code id-card}
     * @param reason why they are looked for
     */
    @Transactional
    public List<RequestCase> find(
            Actor by,
            @Nullable String name,
            @Nullable String kind,
            @Nullable String number,
            @Nullable String reason) {
        if (!RequestRights.takesIn(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.refusal.applicant");
        }
        var identity = RequestEntry.identityOf(name, kind, number);
        var why = RequestEntry.line(reason);
        if (why.isEmpty()) {
            throw Refusal.invalid("reason", "requests.field.reason");
        }
        var found =
                requests.ofApplicant(
                        by.agency(),
                        keys.applicant(
                                new Applicant(
                                        identity, new Applicant.Contact(null, null, null), null)),
                        MOST);
        audit.record(
                by,
                "requests.number-looked-for",
                "applicant",
                Map.of(),
                Map.of(
                        "applicant",
                        Personal.of(identity.number()),
                        "reason",
                        why,
                        "found",
                        found.size()));
        return found;
    }
}
