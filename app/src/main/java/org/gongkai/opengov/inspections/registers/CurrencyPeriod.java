package org.gongkai.opengov.inspections.registers;

import java.time.LocalDate;
import org.gongkai.platform.calendar.WorkingCalendar;

/**
 * How long a published register may be out of date (名录公开时限).
 *
 * <p>《政府信息公开条例》 (Order No. 711) art. 26: within 20 working days of forming or change. The day of
 * the change is not counted.
 *
 * @param changedOn the day of the first change that is not public
 */
record CurrencyPeriod(LocalDate changedOn) {
    static final int WORKING_DAYS = 20;

    /** The last day on which publication is in time. */
    LocalDate lastDay(WorkingCalendar calendar) {
        return calendar.dueAfter(changedOn, WORKING_DAYS);
    }
}
