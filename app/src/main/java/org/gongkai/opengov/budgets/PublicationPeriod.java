package org.gongkai.opengov.budgets;

import java.time.LocalDate;

/**
 * How soon a budget or final account is public (预决算公开期限).
 *
 * <p>《预算法》 art. 14: within 20 days of its approval (批复) by the finance department. The days are
 * calendar days, not the working days of 《政府信息公开条例》 art. 26; the day of approval is not counted,
 * and a last day that is a holiday stays the last day: our reading, ADR 0287.
 */
public record PublicationPeriod(LocalDate approvedOn) {
    static final int DAYS = 20;

    /** So long before the last day the section is reminded in amber. */
    static final int REMINDED_BEFORE = 7;

    /** The last day in time. */
    public LocalDate lastDay() {
        return approvedOn.plusDays(DAYS);
    }

    /** Whether what is public since that day came too late. */
    public boolean isLate(LocalDate publishedOn) {
        return publishedOn.isAfter(lastDay());
    }

    /** Whether it is overdue on a day, if it is not public by then. */
    public boolean isOverdue(LocalDate today) {
        return today.isAfter(lastDay());
    }

    /** Whether the last day is near. */
    public boolean isNear(LocalDate today) {
        return !today.isBefore(lastDay().minusDays(REMINDED_BEFORE));
    }
}
