package org.gongkai.platform.organization;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How often an item of a section's list is to be published (公开频次). */
public enum Cadence {
    /** 每月. */
    MONTHLY(1, 15),
    /** 每季度. */
    QUARTERLY(3, 50),
    /** 每半年. */
    HALF_YEARLY(6, 100),
    /** 每年. */
    YEARLY(12, 220),
    /** 产生或者变更后: on formation or change, 《政府信息公开条例》 art. 26. */
    ON_EVENT(0, 20);

    private final int months;
    private final int mostWorkingDays;

    Cadence(int months, int mostWorkingDays) {
        this.months = months;
        this.mostWorkingDays = mostWorkingDays;
    }

    /** The latest working day of the period that can be set; on event the law sets 20 (art. 26). */
    public int mostWorkingDays() {
        return mostWorkingDays;
    }

    /** Whether something is owed in each period, and so can be late by the calendar alone. */
    public boolean isPeriodic() {
        return months > 0;
    }

    /** The first day of the period that {@code day} lies in. */
    LocalDate periodBegin(LocalDate day) {
        if (!isPeriodic()) {
            throw new IllegalStateException("An event has no period");
        }
        var month = day.getMonthValue() - 1;
        return day.withDayOfMonth(1).withMonth(month - month % months + 1);
    }

    /** The first day of the period after the one that {@code day} lies in. */
    LocalDate nextPeriodBegin(LocalDate day) {
        return periodBegin(day).plusMonths(months).with(TemporalAdjusters.firstDayOfMonth());
    }
}
