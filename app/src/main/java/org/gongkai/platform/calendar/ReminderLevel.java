package org.gongkai.platform.calendar;

import java.time.LocalDate;

/**
 * How near a deadline is (提醒级别): 5, 3 and 1 working days before it, and past it; our convention.
 */
public enum ReminderLevel {
    /** 尚早: more than five working days left. */
    NONE,
    /** 剩5个工作日以内. */
    WITHIN_FIVE,
    /** 剩3个工作日以内. */
    WITHIN_THREE,
    /** 剩1个工作日以内: today or the next working day. */
    WITHIN_ONE,
    /** 逾期. */
    PAST;

    /** The level on this day for something due on that day. */
    public static ReminderLevel on(LocalDate today, LocalDate due, WorkingCalendar calendar) {
        if (today.isAfter(due)) {
            return PAST;
        }
        int left = calendar.workingDaysBetween(today, due);
        if (left > 5) {
            return NONE;
        }
        return left > 3 ? WITHIN_FIVE : left > 1 ? WITHIN_THREE : WITHIN_ONE;
    }
}
