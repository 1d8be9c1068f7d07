package org.gongkai.opengov.requestclock;

import java.time.LocalDate;
import org.gongkai.platform.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * One opinion asked for (征求意见): from the letter that left to the answer or the silence.
 *
 * <p>《政府信息公开条例》 arts. 32 and 34: 15 working days to answer, from receipt of the letter. Art. 33:
 * the time it takes is not counted. The law does not say which days those are; our reading (ADR
 * 0161): the days after the letter left, up to and including the day the answer came or the 15
 * working days ended, whichever is earlier; without a known receipt these run from the day the
 * letter left.
 *
 * @param receivedOn when the letter was received; null while that is not known
 * @param answeredOn when the first answer came; null while there is none
 */
public record Consultation(
        Consulted consulted,
        String party,
        LocalDate askedOn,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate answeredOn) {

    /** How long those asked have to answer. */
    public static final int WORKING_DAYS = 15;

    /** The last day for the answer; null while the receipt is not known. */
    public @Nullable LocalDate due(WorkingCalendar calendar) {
        return receivedOn == null ? null : calendar.dueAfter(receivedOn, WORKING_DAYS);
    }

    /** The last day that is not counted. */
    public LocalDate lastExcludedDay(WorkingCalendar calendar) {
        var silent = endOfSilence(calendar);
        return answeredOn != null && answeredOn.isBefore(silent) ? answeredOn : silent;
    }

    /** Whether the answer came when silence had already decided. */
    boolean answeredTooLate(WorkingCalendar calendar) {
        return answeredOn != null && answeredOn.isAfter(endOfSilence(calendar));
    }

    private LocalDate endOfSilence(WorkingCalendar calendar) {
        return calendar.dueAfter(receivedOn == null ? askedOn : receivedOn, WORKING_DAYS);
    }

    Consultation received(LocalDate day) {
        return new Consultation(consulted, party, askedOn, day, answeredOn);
    }

    Consultation answered(LocalDate day) {
        return new Consultation(consulted, party, askedOn, receivedOn, day);
    }

    boolean isWith(Consulted whom, String name) {
        return consulted == whom && party.equals(name);
    }
}
