package org.gongkai.platform.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice on the holidays of a year (放假安排通知), or one that amends it later in the year.
 *
 * @param calendar CN for the State Council's General Office, NX for the region's
 * @param year the year it arranges; its days may reach into the December before
 * @param number its document number (发文字号); null only for shipped notices whose number is unknown
 * @param validFrom the day it was made known; from then on it decides
 */
public record HolidayNotice(
        long id,
        CalendarCode calendar,
        NoticeKind kind,
        int year,
        @Nullable String number,
        String title,
        String issuedBy,
        LocalDate validFrom,
        Certainty certainty,
        String source,
        List<NoticeDay> days) {

    /** The later paper comes last; of two on one day, the one entered later. */
    static final Comparator<HolidayNotice> BY_AGE =
            Comparator.comparing(HolidayNotice::validFrom).thenComparingLong(HolidayNotice::id);

    public HolidayNotice {
        days = days.stream().sorted(Comparator.comparing(NoticeDay::day)).toList();
    }

    /** How it is cited: by its number, else by its title. */
    public String citation() {
        return number == null ? title : number;
    }
}
