package org.gongkai.opengov.requestclock;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.platform.calendar.CalendarDay;
import org.jspecify.annotations.Nullable;

/**
 * A day of a reply period and what it does to the count (逐日说明).
 *
 * @param day what the calendar says of it
 * @param number which working day of the period it is; null where it is not counted
 * @param consultations those that take the day, where it is excluded
 */
public record ClockDay(
        CalendarDay day,
        Effect effect,
        @Nullable Integer number,
        List<Consultation> consultations) {

    /** What a day does to the count. */
    public enum Effect {
        /** 计入: a working day. */
        COUNTED,
        /** 休息日不计: the calendar frees it. */
        SKIPPED,
        /** 征求意见，不计入: art. 33. */
        EXCLUDED,
        /** 至所定之日: lies before the later day that was fixed (art. 35) or decided. */
        UNTIL_DAY_SET
    }

    public ClockDay {
        consultations = List.copyOf(consultations);
    }

    /** The day itself. */
    public LocalDate date() {
        return day.date();
    }

    /** Whether it counts. */
    public boolean counted() {
        return effect == Effect.COUNTED;
    }

    /** Why it counts or does not, as programs read it. */
    public String reason() {
        return switch (effect) {
            case COUNTED, SKIPPED -> day.reason().code();
            case EXCLUDED -> "consultation";
            case UNTIL_DAY_SET -> "day-set";
        };
    }
}
