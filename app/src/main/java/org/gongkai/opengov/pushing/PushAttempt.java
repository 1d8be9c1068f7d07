package org.gongkai.opengov.pushing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try of a push (推送尝试).
 *
 * @param endedAt null while it is under way, or when the program was stopped in it
 * @param code what went wrong, as a message key's last part, e.g. {@code timeout}; null if nothing
 * @param detail what the platform said about it, at most 200 characters
 */
public record PushAttempt(
        int number,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Outcome outcome,
        @Nullable String code,
        @Nullable String detail) {

    /** How a try ended. */
    public enum Outcome {
        /** 已回执. */
        RECEIVED,
        /** 已交出, without a receipt yet. */
        HANDED_OVER,
        /** 未成功: tried again later. */
        FAILED,
        /** 被拒收: trying again would not help. */
        REFUSED,
        /** 未发送: what it was about is not public any more. */
        NOT_PUBLIC
    }
}
