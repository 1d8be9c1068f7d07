package org.gongkai.opengov.requests;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.gongkai.platform.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * How many working days are left for an answer (剩余工作日), in the groups of the board. No request
 * stands in two of them, so that the groups add up to what is open.
 */
public enum DaysLeft {
    /** 已逾期. */
    OVER("over"),
    /** 剩1个工作日以内: due today or on the next working day. */
    ONE("1"),
    /** 剩2至3个工作日. */
    THREE("3"),
    /** 剩4至5个工作日. */
    FIVE("5"),
    /** 剩6个工作日以上. */
    MORE("more"),
    /** 期限未定: nobody has confirmed the arrival, or the applicant has to do something first. */
    UNKNOWN("unknown");

    private final String slug;

    DaysLeft(String slug) {
        this.slug = slug;
    }

    /**
     * The days on which an answer of this group is due.
     *
     * @param from null for any day until {@code to}
     * @param to null for any day since {@code from}; with both null no day is known
     */
    record Range(@Nullable LocalDate from, @Nullable LocalDate to) {
        boolean isUnknown() {
            return from == null && to == null;
        }
    }

    /** The name in addresses and API: {@code over}, {@code 3}. */
    public String slug() {
        return slug;
    }

    /** By its name. */
    public static Optional<DaysLeft> named(@Nullable String slug) {
        return Arrays.stream(values()).filter(it -> it.slug.equals(slug)).findFirst();
    }

    /** The days of this group, seen from a day. */
    Range seenFrom(LocalDate today, WorkingCalendar calendar) {
        return switch (this) {
            case OVER -> new Range(null, today.minusDays(1));
            case ONE -> new Range(today, calendar.dueAfter(today, 1));
            case THREE -> between(today, calendar, 1, 3);
            case FIVE -> between(today, calendar, 3, 5);
            case MORE -> new Range(calendar.dueAfter(today, 5).plusDays(1), null);
            case UNKNOWN -> new Range(null, null);
        };
    }

    private static Range between(LocalDate today, WorkingCalendar calendar, int after, int until) {
        return new Range(
                calendar.dueAfter(today, after).plusDays(1), calendar.dueAfter(today, until));
    }
}
