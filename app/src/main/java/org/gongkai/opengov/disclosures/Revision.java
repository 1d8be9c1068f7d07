package org.gongkai.opengov.disclosures;

import java.time.Instant;
import java.util.List;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What was sent for review (送审稿): frozen.
 *
 * @param content null only after a purge
 * @param levels the levels it has to pass, in order
 */
public record Revision(
        long id,
        DocumentId document,
        int number,
        @Nullable DocumentContent content,
        String sha256,
        List<ReviewLevel> levels,
        PersonId submittedBy,
        Instant submittedAt) {}
