package org.gongkai.opengov.requests;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.refusals.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where somebody asks that a record about himself be corrected (申请更正本人信息), 《政府信息公开条例》 art. 41,
 * without account. Complaints go to the authority (arts. 47, 51), whose channels the page names.
 */
@Service
public class ClaimIntake {
    private final ClaimRegistration registration;
    private final RequestTries tries;
    private final Organization organization;
    private final AuditTrail audit;
    private final Clock time;

    ClaimIntake(
            ClaimRegistration registration,
            RequestTries tries,
            Organization organization,
            AuditTrail audit,
            Clock time) {
        this.registration = registration;
        this.tries = tries;
        this.organization = organization;
        this.audit = audit;
        this.time = time;
    }

    /** Takes in a correction; a complaint is refused here. */
    @Transactional
    public Claim ask(ClaimEntry entry, String origin) {
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
        return claim;
    }
}
