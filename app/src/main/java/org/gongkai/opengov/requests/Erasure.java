package org.gongkai.opengov.requests;

import java.time.Instant;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * That somebody is to be erased (身份信息清除).
 *
 * @param requests how many requests, or corrections and complaints, were put forward
 * @param erased of how many it was erased
 * @param decidedBy null while nobody decided
 * @param confirmed null while nobody decided
 */
public record Erasure(
        long id,
        ErasureKind kind,
        PersonId proposedBy,
        Instant proposedAt,
        int requests,
        int erased,
        @Nullable PersonId decidedBy,
        @Nullable Instant decidedAt,
        @Nullable Boolean confirmed) {}
