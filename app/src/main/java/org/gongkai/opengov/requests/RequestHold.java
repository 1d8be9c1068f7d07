package org.gongkai.opengov.requests;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Work on one request as a whole (整体办理): nobody else changes the request while it lasts; all of it
 * happens or nothing. What is refused leaves a line in the audit trail and nothing else.
 */
@Component
public class RequestHold {
    private final Requests requests;
    private final AuditTrail audit;
    private final TransactionTemplate whole;
    private final TransactionTemplate apart;

    RequestHold(Requests requests, AuditTrail audit, PlatformTransactionManager transactions) {
        this.requests = requests;
        this.audit = audit;
        this.whole = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Does the work.
     *
     * @param what named in the audit trail when it is refused
     */
    public <T> T on(Actor by, long id, String what, Function<RequestCase, T> work) {
        try {
            return Objects.requireNonNull(whole.execute(_ -> work.apply(held(by, id))));
        } catch (Refusal refused) {
            if (refused.kind() != RefusalKind.NOT_FOUND) {
                apart.executeWithoutResult(_ -> noteRefused(by, id, what, refused));
            }
            throw refused;
        }
    }

    private RequestCase held(Actor by, long id) {
        return requests.locked(id)
                .filter(it -> RequestRights.sees(by, it))
                .orElseThrow(Refusal::notFound);
    }

    private void noteRefused(Actor by, long id, String what, Refusal refused) {
        audit.record(
                by,
                "requests.refused",
                "request:" + id,
                Map.of(),
                Map.of("type", what, "refusal", refused.messageKey()));
    }
}
