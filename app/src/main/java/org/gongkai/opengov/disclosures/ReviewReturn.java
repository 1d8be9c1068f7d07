package org.gongkai.opengov.disclosures;

import java.time.Instant;
import java.util.List;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/** Sent back to the drafter (退回), with what to change and where. */
public record ReviewReturn(
        long revision,
        ReviewLevel level,
        PersonId returnedBy,
        @Nullable PersonId onBehalfOf,
        String reason,
        List<MarkedPassage> passages,
        Instant returnedAt) {}
