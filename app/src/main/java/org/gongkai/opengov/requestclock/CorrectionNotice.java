package org.gongkai.opengov.requestclock;

import java.time.LocalDate;
import org.gongkai.platform.calendar.WorkingCalendar;

/**
 * The notice that asks for a correction (补正告知).
 *
 * <p>《政府信息公开条例》 art. 30: once only, within 7 working days of receipt. It does not stop the clock;
 * the corrected request, when it arrives, starts the reply period anew. A notice sent later, or a
 * second one, is a breach and its correction starts nothing (ADR 0162).
 */
final class CorrectionNotice {
    /** Within how many working days of receipt. */
    static final int WORKING_DAYS = 7;

    private CorrectionNotice() {}

    /** The last day on which the notice is in time. */
    static LocalDate lastDay(LocalDate receivedOn, WorkingCalendar calendar) {
        return calendar.dueAfter(receivedOn, WORKING_DAYS);
    }
}
