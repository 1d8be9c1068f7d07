package org.gongkai.opengov.mistakes;

import java.time.LocalDate;
import org.gongkai.platform.calendar.WorkingCalendar;

/**
 * How long the agency has to answer who found a mistake on its site (找错留言办理期限): three working days.
 *
 * <p>Practice of the national platform 我为政府网站找错 (from memory, not from a text at hand: ADR 0129).
 * The day of receipt is not counted (ADR 0021); days on which the agency does not work are those of
 * its own calendar.
 *
 * @param receivedOn the day on which the report came
 */
public record MistakePeriod(LocalDate receivedOn) {

    static final int WORKING_DAYS = 3;

    /** The last day on which an answer is in time. */
    public LocalDate lastDay(WorkingCalendar calendar) {
        return calendar.dueAfter(receivedOn, WORKING_DAYS);
    }
}
