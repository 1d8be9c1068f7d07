package org.gongkai.opengov.disclosures;

import java.time.Instant;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/** What was published, when and by whom (发布的版本): exactly one revision, signed at every level. */
public record Edition(
        long id,
        DocumentId document,
        int number,
        long revision,
        String sha256,
        PersonId publishedBy,
        @Nullable PersonId onBehalfOf,
        Instant publishedAt) {}
