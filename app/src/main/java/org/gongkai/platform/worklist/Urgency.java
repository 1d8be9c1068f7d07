package org.gongkai.platform.worklist;

import java.time.LocalDate;
import org.gongkai.platform.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * How pressing a day is (紧急程度), by the working days left.
 *
 * <p>Our convention: soon from three working days before.
 */
enum Urgency {
    /** 逾期: the last day has gone by. */
    LATE("late"),
    /** 临近: today or within three working days. */
    SOON("soon"),
    /** 从容: more than that. */
    IN_TIME(null),
    /** 无期限: no day is set. */
    OPEN("plain");

    static final int SOON_DAYS = 3;

    private final @Nullable String look;

    Urgency(@Nullable String look) {
        this.look = look;
    }

    /** The look of its tag. */
    @Nullable String look() {
        return look;
    }

    /** As of today, by the agency's calendar. */
    static Urgency of(LocalDate today, @Nullable LocalDate due, WorkingCalendar calendar) {
        if (due == null) {
            return OPEN;
        }
        if (due.isBefore(today)) {
            return LATE;
        }
        return calendar.workingDaysBetween(today, due) <= SOON_DAYS ? SOON : IN_TIME;
    }
}
