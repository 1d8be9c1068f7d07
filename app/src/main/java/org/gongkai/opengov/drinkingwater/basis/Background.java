package org.gongkai.opengov.drinkingwater.basis;

import java.time.LocalDate;
import org.gongkai.opengov.drinkingwater.NaturalBackground;
import org.jspecify.annotations.Nullable;

/**
 * That an item of a source is over its limit by nature alone, in one of its versions (天然本底登记).
 *
 * @param number of the version, from 1
 * @param item its name in the standard
 * @param from the first day of sampling it holds for
 * @param until the last; null while none is known
 * @param withdrawn whether it was entered by mistake, and so never held
 * @param reason why there is this version; may be empty for a first one
 */
public record Background(
        long id,
        int number,
        long source,
        String item,
        NaturalBackground nature,
        LocalDate from,
        @Nullable LocalDate until,
        boolean withdrawn,
        String reason,
        Decision decision) {

    /** Whether it holds for a sample of this day. */
    public boolean holdsOn(LocalDate day) {
        return !withdrawn && !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** Whether there is a day that both hold on. */
    boolean meets(LocalDate otherFrom, @Nullable LocalDate otherUntil) {
        return (until == null || !otherFrom.isAfter(until))
                && (otherUntil == null || !from.isAfter(otherUntil));
    }

    /** How it stands on a day. */
    public State state(LocalDate today) {
        if (withdrawn) {
            return State.WITHDRAWN;
        }
        if (today.isBefore(from)) {
            return State.LATER;
        }
        return holdsOn(today) ? State.HOLDS : State.OVER;
    }

    /** How it stands. */
    public enum State {
        /** 有效. */
        HOLDS,
        /** 未到起始日期. */
        LATER,
        /** 已到期. */
        OVER,
        /** 已作废. */
        WITHDRAWN;

        /** As in addresses and the API. */
        public String slug() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
