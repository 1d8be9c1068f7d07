package org.gongkai.platform.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * A notice about to be entered (待登记通知).
 *
 * @param wholeYear whether the days are the whole arrangement of the year, as in its yearly notice
 *     or a year file; else they are changes
 */
public record NoticeDraft(
        CalendarCode calendar,
        int year,
        String number,
        String title,
        String issuedBy,
        LocalDate validFrom,
        Certainty certainty,
        String source,
        boolean wholeYear,
        List<NoticeDay> days) {
    public NoticeDraft {
        days = List.copyOf(days);
    }
}
