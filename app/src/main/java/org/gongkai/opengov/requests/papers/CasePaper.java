package org.gongkai.opengov.requests.papers;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.gongkai.opengov.requests.decisions.Proof;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A paper that lies with the answer to a matter (附件、存卷材料): a record in words, a file, or a file
 * disclosed in part.
 *
 * @param position of the matter, from 1
 * @param words what is recorded; for an earlier answer the number of its request
 * @param sha256 of the file
 * @param redaction the job of partial disclosure
 */
public record CasePaper(
        long id,
        int position,
        Proof proof,
        @Nullable String words,
        @Nullable String sha256,
        @Nullable String fileName,
        @Nullable Long redaction,
        PersonId by,
        Instant at) {

    /** What it proves: a file disclosed in part comes with its list of grounds. */
    public Set<Proof> proofs() {
        return redaction == null
                ? EnumSet.of(proof)
                : EnumSet.of(Proof.INFORMATION, Proof.REDACTION_LIST);
    }
}
