package org.gongkai.opengov.requests;

import java.time.Instant;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * That somebody was given a request to handle (交办、交接).
 *
 * @param holder null when it was taken back
 * @param onBehalfOf the absent holder whose deputy gave it on
 */
public record Holding(
        @Nullable PersonId holder,
        PersonId by,
        @Nullable PersonId onBehalfOf,
        @Nullable String note,
        Instant at) {}
