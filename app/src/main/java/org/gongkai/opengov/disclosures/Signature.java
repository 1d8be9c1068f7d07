package org.gongkai.opengov.disclosures;

import java.time.Instant;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A signature (签署): binds person, level and content hash; all three gates 政治关、保密关、文字关 passed.
 *
 * @param onBehalfOf the absent person for whom a named deputy signed
 * @param scanSha256 the scanned paper form, when signed on paper
 * @param confirmedBy who confirmed the handwriting, when signed on paper
 */
public record Signature(
        long revision,
        String sha256,
        ReviewLevel level,
        PersonId signer,
        @Nullable PersonId onBehalfOf,
        String opinion,
        @Nullable String scanSha256,
        @Nullable PersonId confirmedBy,
        Instant signedAt) {}
