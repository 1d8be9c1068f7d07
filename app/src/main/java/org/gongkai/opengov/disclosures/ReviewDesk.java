package org.gongkai.opengov.disclosures;

import java.util.List;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What reviewers do (审签): sign through the three gates 政治关、保密关、文字关, or return with marked passages;
 * the secrecy reviewer lets a machine finding pass.
 *
 * <p>《政府信息公开条例》 art. 17; 保守国家秘密法 (2024) art. 35; work plan 五.3.
 */
@Service
@Transactional
public class ReviewDesk {
    private final Documents documents;
    private final Reviews reviews;
    private final Reading reading;
    private final Rights rights;
    private final Records records;
    private final SignatureBook book;

    ReviewDesk(
            Documents documents,
            Reviews reviews,
            Reading reading,
            Rights rights,
            Records records,
            SignatureBook book) {
        this.documents = documents;
        this.reviews = reviews;
        this.reading = reading;
        this.rights = rights;
        this.records = records;
        this.book = book;
    }

    /** The three gates of the work plan: 政治关、保密关、文字关. */
    public record ThreeGates(boolean political, boolean secrecy, boolean wording) {
        boolean allPassed() {
            return political && secrecy && wording;
        }
    }

    /**
     * Signs at the level that is waited for.
     *
     * @param sha256 the content the signer has read; another than the current one is refused
     */
    public void sign(
            Actor actor, DocumentId id, String sha256, ThreeGates gates, @Nullable String opinion) {
        var document = locked(id);
        var grant = rights.mayTake(actor, Step.SIGN, document);
        checkGates(gates);
        var revision = current(document, sha256);
        book.sign(document, revision, actor, grant, opinion);
    }

    /** Returns it to the section, with what to change and where. */
    public void sendBack(Actor actor, DocumentId id, String reason, List<MarkedPassage> passages) {
        var document = locked(id);
        var grant = rights.mayTake(actor, Step.RETURN, document);
        if (reason.isBlank()) {
            throw Refusal.invalid("reason", "disclosures.field.return-reason");
        }
        var revision = reviews.newest(id).orElseThrow();
        reviews.add(
                id,
                new ReviewReturn(
                        revision.id(),
                        SignatureBook.awaited(document),
                        actor.person(),
                        grant.onBehalfOf(),
                        reason.strip(),
                        passages,
                        records.now()));
        records.move(
                document,
                Step.RETURN,
                DocumentState.RETURNED,
                null,
                actor,
                grant,
                reason.strip(),
                revision.sha256());
    }

    /** Lets a blocking finding pass; the reason is kept. */
    public void overrideFinding(Actor actor, DocumentId id, String finding, String reason) {
        var document = locked(id);
        var grant = rights.mayTake(actor, Step.OVERRIDE_FINDING, document);
        if (reason.isBlank()) {
            throw Refusal.invalid("reason", "disclosures.field.override-reason");
        }
        var copy = documents.workingCopy(id);
        var known =
                reading.findings(document.agency(), copy.content()).stream()
                        .anyMatch(it -> it.id().equals(finding));
        if (!known) {
            throw Refusal.invalid("finding", "disclosures.field.finding");
        }
        reviews.addOverride(
                id, finding, reason.strip(), actor.person(), grant.onBehalfOf(), records.now());
        records.move(
                document,
                Step.OVERRIDE_FINDING,
                document.state(),
                document.awaiting(),
                actor,
                grant,
                reason.strip(),
                copy.sha256());
    }

    private Revision current(Document document, String sha256) {
        var revision = reviews.newest(document.id()).orElseThrow();
        if (!revision.sha256().equals(sha256)) {
            throw Refusal.notPossibleNow(List.of(), "disclosures.refusal.content-changed");
        }
        return revision;
    }

    private static void checkGates(ThreeGates gates) {
        if (!gates.allPassed()) {
            throw Refusal.invalid(List.of(FieldProblem.of("gates", "disclosures.field.gates")));
        }
    }

    private Document locked(DocumentId id) {
        return documents.locked(id).orElseThrow(Refusal::notFound);
    }
}
