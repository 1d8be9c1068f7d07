package org.gongkai.opengov.disclosures;

import java.util.Optional;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Grant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where signatures are entered (签署簿): on the page or from paper, the document goes on by one level.
 */
@Component
class SignatureBook {
    private static final String AGREED = "同意";

    private final Reviews reviews;
    private final Records records;

    SignatureBook(Reviews reviews, Records records) {
        this.reviews = reviews;
        this.records = records;
    }

    /** A signature at the level that is waited for, given by the actor on the page. */
    void sign(
            Document document,
            Revision revision,
            Actor signer,
            Grant grant,
            @Nullable String opinion) {
        var level = awaited(document);
        reviews.add(
                document.id(),
                new Signature(
                        revision.id(),
                        revision.sha256(),
                        level,
                        signer.person(),
                        grant.onBehalfOf(),
                        opinion == null || opinion.isBlank() ? AGREED : opinion.strip(),
                        null,
                        null,
                        records.now()));
        goOn(document, revision, Step.SIGN, signer, grant, level.name());
    }

    /**
     * A signature given on paper.
     *
     * @param signing the signer's own grant; the confirmer's is {@code grant}
     */
    void confirm(
            Document document,
            Revision revision,
            PaperScan scan,
            Grant signing,
            Actor confirmer,
            Grant grant) {
        reviews.add(
                document.id(),
                new Signature(
                        revision.id(),
                        revision.sha256(),
                        scan.level(),
                        scan.signer(),
                        signing.onBehalfOf(),
                        scan.opinion(),
                        scan.scanSha256(),
                        confirmer.person(),
                        records.now()));
        goOn(document, revision, Step.CONFIRM_PAPER, confirmer, grant, null);
    }

    private void goOn(
            Document document,
            Revision revision,
            Step step,
            Actor actor,
            Grant grant,
            @Nullable String note) {
        var next = after(revision, awaited(document));
        records.move(
                document,
                step,
                next.isPresent() ? DocumentState.IN_REVIEW : DocumentState.APPROVED,
                next.orElse(null),
                actor,
                grant,
                note,
                revision.sha256());
    }

    private static Optional<ReviewLevel> after(Revision revision, ReviewLevel level) {
        int place = revision.levels().indexOf(level);
        return place + 1 < revision.levels().size()
                ? Optional.of(revision.levels().get(place + 1))
                : Optional.empty();
    }

    /** The level that is waited for; there is one while a document is in review. */
    static ReviewLevel awaited(Document document) {
        var level = document.awaiting();
        if (level == null) {
            throw new IllegalStateException("No level is waited for: " + document.id());
        }
        return level;
    }
}
