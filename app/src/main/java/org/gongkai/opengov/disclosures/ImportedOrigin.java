package org.gongkai.opengov.disclosures;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a document came from that was public at an old site before (导入来源).
 *
 * @param batch the import it came with
 * @param oldAddress its address at the old site
 * @param oldIndexNumber its number there, as written
 * @param publishedAt when it appeared there
 * @param importedAt when it became public here
 */
public record ImportedOrigin(
        long batch,
        String sourceName,
        @Nullable String oldAddress,
        @Nullable String oldIndexNumber,
        Instant publishedAt,
        Instant importedAt) {}
