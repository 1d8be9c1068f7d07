package org.gongkai.opengov.requestclock;

import java.time.LocalDate;
import org.gongkai.platform.calendar.WorkingCalendar;

/**
 * The time to pay a fee (缴费期限).
 *
 * <p>《政府信息公开信息处理费管理办法》 (国办函〔2020〕109号) art. 6: 20 working days from the day after the notice was
 * received; not paid by then, the request counts as given up. After payment in full the reply
 * period starts anew the next day. The article is from memory: ADR 0162.
 */
final class FeeTerm {
    static final int WORKING_DAYS = 20;

    private FeeTerm() {}

    /** The last day on which payment is in time. */
    static LocalDate lastDay(LocalDate noticedOn, WorkingCalendar calendar) {
        return calendar.dueAfter(noticedOn, WORKING_DAYS);
    }
}
