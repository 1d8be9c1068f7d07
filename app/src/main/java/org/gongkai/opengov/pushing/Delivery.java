package org.gongkai.opengov.pushing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How an attempt ended (推送结果). */
sealed interface Delivery {

    /** The platform has it. */
    record Received(Receipt receipt) implements Delivery {}

    /** It lies where the platform fetches it; the receipt comes later. */
    record HandedOver() implements Delivery {}

    /**
     * It may have arrived or not; the same message is sent again later.
     *
     * @param code last part of {@code pushing.problem.<code>}
     * @param detail what the other side said
     * @param notBefore how long the other side asks to wait
     */
    record Failed(String code, @Nullable String detail, @Nullable Duration notBefore)
            implements Delivery {
        static Failed because(String code, @Nullable String detail) {
            return new Failed(code, detail, null);
        }
    }

    /** The platform will not take it as it is; a person has to look. */
    record Refused(String code, @Nullable String detail) implements Delivery {}

    /** Nothing was sent, because what it was about is not public, or not in this edition, now. */
    record NotPublic() implements Delivery {}
}
