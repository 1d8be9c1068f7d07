package org.gongkai.opengov.requests.papers;

import java.util.Map;
import org.gongkai.opengov.requests.letters.LetterKind;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Component;

/** What is written down of work on letters (文书审计). */
@Component
class LetterNotes {
    private final AuditTrail audit;

    LetterNotes(AuditTrail audit) {
        this.audit = audit;
    }

    void take(
            Actor by,
            String action,
            LetterOwner owner,
            String number,
            LetterKind kind,
            LetterDraft draft) {
        audit.record(
                by,
                "requests." + action,
                owner.subject(),
                Map.of(),
                Map.of(
                        "number",
                        number,
                        "kind",
                        kind.slug(),
                        "edition",
                        draft.number(),
                        "sha256",
                        draft.sha256()));
    }
}
