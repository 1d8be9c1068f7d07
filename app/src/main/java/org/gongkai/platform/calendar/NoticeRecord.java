package org.gongkai.platform.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notice as it was entered (通知登记): when and by whom, and whether the entry was withdrawn.
 *
 * @param enteredBy the person; null for a notice shipped with the program
 */
public record NoticeRecord(
        HolidayNotice notice,
        Instant enteredAt,
        @Nullable String enteredBy,
        @Nullable Withdrawal withdrawal) {

    /** Whether it takes part in the calendar. */
    public boolean counts() {
        return withdrawal == null;
    }

    /** An entry taken back because it was wrong (撤销登记). */
    public record Withdrawal(String reason, Instant at, String by) {}
}
