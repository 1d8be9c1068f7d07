package org.gongkai.opengov.requestclock;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.platform.calendar.CalendarCode;
import org.jspecify.annotations.Nullable;

/**
 * What the clock of a request says (办理时限测算结果).
 *
 * @param calendarVersion names the notices it was counted by
 * @param receivedOn 收到申请之日, art. 31; null while it is not known
 * @param period the reply period that runs, or ran last; null while none has begun
 * @param due the last day on which the answer is in time; null only while the day of receipt is
 *     unknown or a noticed fee is unpaid
 * @param warnBy the day to hold: the earlier of {@code due} and the same by the national calendar
 * @param provisional whether a notice still to come may move it
 * @param correctionNoticeBy the last day for a correction notice, art. 30
 * @param extensionNoticeBy the last day for the notice of an extension, art. 33
 * @param extendableTo the last day that the longest extension would reach
 * @param payBy the last day to pay; null where no fee was noticed
 * @param pauses days that consultations take, united, as far as they touch a period
 * @param terms until when those asked have to answer
 * @param endedOn the day the answer went out, or the case ended without one; null while it is open
 * @param days each day of {@code period}, from the day after its start to {@code due}
 */
public record ClockReading(
        CalendarCode calendar,
        String calendarVersion,
        @Nullable LocalDate receivedOn,
        @Nullable ReplyPeriod period,
        @Nullable LocalDate due,
        @Nullable LocalDate warnBy,
        boolean provisional,
        @Nullable WaitingFor waitingFor,
        @Nullable LocalDate correctionNoticeBy,
        @Nullable LocalDate extensionNoticeBy,
        @Nullable LocalDate extendableTo,
        @Nullable LocalDate payBy,
        List<Pause> pauses,
        List<Term> terms,
        List<Breach> breaches,
        List<Remark> remarks,
        @Nullable LocalDate endedOn,
        List<ClockDay> days) {

    /**
     * Until when somebody asked has to answer (征求意见答复期限).
     *
     * @param due null while it is not known when the letter was received
     */
    public record Term(Consultation consultation, @Nullable LocalDate due) {}

    public ClockReading {
        pauses = List.copyOf(pauses);
        terms = List.copyOf(terms);
        breaches = List.copyOf(breaches);
        remarks = List.copyOf(remarks);
        days = List.copyOf(days);
    }

    /** Whether the answer, or something on the way to it, was late or unlawful. */
    public boolean hasBreach(Breach.Kind kind) {
        return breaches.stream().anyMatch(it -> it.kind() == kind);
    }
}
