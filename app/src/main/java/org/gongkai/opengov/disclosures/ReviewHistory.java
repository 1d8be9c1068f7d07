package org.gongkai.opengov.disclosures;

import java.util.List;
import java.util.Optional;
import org.gongkai.platform.roles.PersonId;

/**
 * How far a document's review has come (审签经过).
 *
 * @param revisions newest first
 * @param signatures oldest first, over all revisions; those on earlier revisions are void
 */
public record ReviewHistory(
        List<Revision> revisions,
        List<Signature> signatures,
        List<ReviewReturn> returns,
        List<FindingOverride> overrides) {

    /** The revision with this number. */
    public Optional<Revision> numbered(int number) {
        return revisions.stream().filter(it -> it.number() == number).findFirst();
    }

    /** The signatures that count: those on what was last sent for review. */
    public List<Signature> valid() {
        return revisions.isEmpty()
                ? List.of()
                : signatures.stream()
                        .filter(it -> it.revision() == revisions.getFirst().id())
                        .toList();
    }

    /**
     * What this person last signed before the newest revision: the difference is all they must
     * read.
     */
    public Optional<Revision> lastSignedBy(PersonId person) {
        return signatures.stream()
                .filter(it -> it.signer().equals(person))
                .map(Signature::revision)
                .max(Long::compare)
                .flatMap(id -> revisions.stream().filter(it -> it.id() == id).findFirst());
    }
}
