package org.gongkai.opengov.pushing;

import java.time.Instant;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/** What a person did with a push, and why (人工处理记录). */
public record PushStepTaken(
        PushStep step,
        String reason,
        PersonId person,
        @Nullable PersonId onBehalfOf,
        Instant takenAt) {}
