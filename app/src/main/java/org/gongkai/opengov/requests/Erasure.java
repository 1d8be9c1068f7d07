package org.gongkai.opengov.requests;

import java.time.Instant;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * That who asked is to be erased from these requests (身份信息清除).
 *
 * @param requests how many were put forward
 * @param erased of how many it was erased
 * @param decidedBy null while nobody decided
 * @param confirmed null while nobody decided
 */
public record Erasure(
        long id,
        PersonId proposedBy,
        Instant proposedAt,
        int requests,
        int erased,
        @Nullable PersonId decidedBy,
        @Nullable Instant decidedAt,
        @Nullable Boolean confirmed) {}
