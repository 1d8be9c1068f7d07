package org.gongkai.opengov.requests;

import java.util.List;
import java.util.Map;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the office looks at what proves who asks (查看证明材料); each look is written down first. */
@Service
public class ProofDesk {
    private final Requests requests;
    private final ProofFiles proofs;
    private final AuditTrail audit;

    ProofDesk(Requests requests, ProofFiles proofs, AuditTrail audit) {
        this.requests = requests;
        this.proofs = proofs;
        this.audit = audit;
    }

    /** A picture or scan with its content. */
    public record Shown(ProofFile file, byte[] content) {
        @Override
        public String toString() {
            return "Shown";
        }
    }

    /** What was uploaded with a request; what is in it is not told. */
    @Transactional(readOnly = true)
    public List<ProofFile> of(Actor by, long id) {
        return proofs.of(seen(by, id).id());
    }

    /** Writes down who looks and why, and shows it. */
    @Transactional
    public Shown show(Actor by, long id, long proof, @Nullable String reason) {
        var request = seen(by, id);
        var why = RequestEntry.line(reason);
        if (why.isEmpty()) {
            throw Refusal.invalid("reason", "requests.field.reason");
        }
        var opened = proofs.open(id, proof).orElseThrow(Refusal::notFound);
        audit.record(
                by,
                "requests.proof-read",
                "request:" + id,
                Map.of(),
                Map.of(
                        "number",
                        request.number(),
                        "what",
                        opened.file().what().name(),
                        "reason",
                        why));
        return new Shown(opened.file(), opened.content());
    }

    private RequestCase seen(Actor by, long id) {
        var request =
                requests.find(id)
                        .filter(it -> RequestRights.sees(by, it))
                        .orElseThrow(Refusal::notFound);
        if (!RequestRights.knowsApplicant(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.refusal.applicant");
        }
        return request;
    }
}
