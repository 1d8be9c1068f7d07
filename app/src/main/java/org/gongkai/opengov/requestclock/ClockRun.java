package org.gongkai.opengov.requestclock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gongkai.opengov.requestclock.ClockEvent.Answered;
import org.gongkai.opengov.requestclock.ClockEvent.Asked;
import org.gongkai.opengov.requestclock.ClockEvent.Confirmed;
import org.gongkai.opengov.requestclock.ClockEvent.CorrectionAsked;
import org.gongkai.opengov.requestclock.ClockEvent.Extended;
import org.gongkai.opengov.requestclock.ClockEvent.FeeNoticed;
import org.gongkai.opengov.requestclock.ClockEvent.LaterDateSet;
import org.gongkai.opengov.requestclock.ClockEvent.LetterReceived;
import org.gongkai.opengov.requestclock.ClockEvent.Received;
import org.gongkai.opengov.requestclock.ClockEvent.Reopened;
import org.gongkai.opengov.requestclock.ReplyPeriod.Cause;
import org.gongkai.platform.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * A clock that runs through the events of a case, one after the other, by one calendar (逐件推算).
 *
 * <p>Each event is judged by what is known when it happens but for the consultations, whose ends
 * are known beforehand. What is late or unlawful is noted and moves nothing in the agency's favour.
 */
final class ClockRun {
    /** The revised Regulation is in force from this day; before, the period was 15 working days. */
    private static final LocalDate IN_FORCE = LocalDate.of(2019, 5, 15);

    private final WorkingCalendar calendar;
    private final Pauses pauses;
    private final List<Consultation> consultations;
    private final Set<Integer> idle;
    private final List<Grace> graces;

    private final List<Breach> breaches = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final List<Pause> felt = new ArrayList<>();

    private @Nullable Received received;
    private @Nullable LocalDate receivedOn;
    private @Nullable LocalDate startedOn;
    private Cause startedBy = Cause.RECEIPT;
    private int extension;
    private @Nullable LocalDate setDay;
    private @Nullable LocalDate payBy;
    private @Nullable LocalDate madeOn;
    private @Nullable LocalDate endedOn;
    private int madeAt;

    private int correctionNotices;
    private boolean correctionMayRestart;
    private boolean awaitsCorrection;
    private int extensions;
    private boolean laterDateSet;
    private boolean awaitsFee;
    private boolean awaitsReasons;

    /**
     * Another way to count by which an act is in time, too (从宽认定).
     *
     * @param until acts on this day or later are not excused by it; null for all
     * @param answersOnly whether it excuses nothing but answers
     */
    record Grace(ClockRun run, @Nullable LocalDate until, boolean answersOnly) {
        /** An answer is late only when it is so by the national calendar, too (ADR 0020). */
        static Grace national(ClockRun run) {
            return new Grace(run, null, true);
        }

        /** What was done before an amendment was known is in time if it was so before it. */
        static Grace before(LocalDate amendedOn, ClockRun run) {
            return new Grace(run, amendedOn, false);
        }

        boolean holds(LocalDate act, boolean answer) {
            return (answer || !answersOnly) && (until == null || act.isBefore(until));
        }
    }

    ClockRun(WorkingCalendar calendar, Consultations consultations, List<Grace> graces) {
        this.calendar = calendar;
        this.consultations = consultations.all();
        this.idle = consultations.idle();
        this.pauses = Pauses.of(consultations.all(), calendar);
        this.graces = graces;
    }

    void take(int index, ClockEvent event) {
        graces.forEach(it -> it.run().take(index, event));
        var day = event.date();
        switch (event) {
            case Received it -> receive(it);
            case Confirmed _ -> confirm(index, day);
            case CorrectionAsked _ -> askForCorrection(index, day);
            case ClockEvent.Corrected _ -> correct(index, day);
            case Extended it -> extend(index, it);
            case FeeNoticed it -> noticeFee(index, it);
            case ClockEvent.FeePaid _ -> payFee(index, day);
            case ClockEvent.ReasonsAsked _ -> awaitsReasons = true;
            case ClockEvent.ReasonsGiven _ -> awaitsReasons = false;
            case LaterDateSet it -> setLaterDate(index, it);
            case ClockEvent.AnswerMade _ -> make(index, day);
            case ClockEvent.AnswerDispatched _, ClockEvent.AnswerDelivered _ -> send(index, day);
            case ClockEvent.Withdrawn _, ClockEvent.Closed _ -> end(day);
            case Reopened it -> reopen(it);
            case Asked _, LetterReceived _ -> noteIfIdle(index, day);
            case Answered it -> noteAnswer(index, it);
        }
    }

    private void receive(Received event) {
        received = event;
        if (event.date().isBefore(IN_FORCE)) {
            remark(Remark.Kind.BEFORE_THE_REGULATION, event.date(), 0);
        }
        if (!event.channel().toBeConfirmed()) {
            receivedOn = event.date();
            start(event.date(), Cause.RECEIPT);
        }
    }

    /** Art. 31 (2), (3): the day of confirmation is the day of receipt. */
    private void confirm(int index, LocalDate day) {
        if (receivedOn != null || received == null) {
            remark(Remark.Kind.NO_EFFECT, day, index);
            return;
        }
        receivedOn = day;
        if (received.channel() == RequestChannel.ORDINARY_POST && day.isAfter(received.date())) {
            remark(Remark.Kind.CONFIRMED_LATER, day, index);
        }
        if (startedOn == null) {
            start(day, Cause.RECEIPT);
        }
    }

    /** Art. 30: once, within 7 working days of receipt. */
    private void askForCorrection(int index, LocalDate day) {
        correctionNotices++;
        if (correctionNotices > 1) {
            breach(Breach.Kind.SECOND_CORRECTION_NOTICE, day, index);
        } else if (isLate(day, ClockRun::correctionNoticeBy, false)) {
            breach(Breach.Kind.CORRECTION_NOTICE_LATE, day, index);
        } else {
            correctionMayRestart = true;
        }
        awaitsCorrection = true;
    }

    /** Art. 30: the correction of a lawful notice starts the period anew. */
    private void correct(int index, LocalDate day) {
        awaitsCorrection = false;
        if (!correctionMayRestart || endedOn != null) {
            remark(Remark.Kind.CORRECTION_DOES_NOT_RESTART, day, index);
            return;
        }
        correctionMayRestart = false;
        if (receivedOn == null) {
            receivedOn = day;
        }
        startAnew(day, Cause.CORRECTION);
    }

    /** Art. 33: once, by at most 20, told before the first 20 have ended. */
    private void extend(int index, Extended event) {
        extensions++;
        if (extensions > 1) {
            breach(Breach.Kind.SECOND_EXTENSION, event.date(), index);
            return;
        }
        boolean late = isLate(event.date(), ClockRun::extensionNoticeBy, false);
        if (late) {
            breach(Breach.Kind.EXTENSION_LATE, event.date(), index);
        }
        if (event.workingDays() > ReplyPeriod.LONGEST_EXTENSION) {
            breach(Breach.Kind.EXTENSION_OVER_20, event.date(), index);
        }
        if (endedOn != null) {
            remark(Remark.Kind.NO_EFFECT, event.date(), index);
        } else if (!late) {
            extension = Math.min(event.workingDays(), ReplyPeriod.LONGEST_EXTENSION);
        }
    }

    private void noticeFee(int index, FeeNoticed event) {
        if (payBy != null || endedOn != null) {
            remark(Remark.Kind.NO_EFFECT, event.date(), index);
            return;
        }
        payBy = FeeTerm.lastDay(event.date(), calendar);
        if (isLate(event.timelyDay(), ClockRun::due, false)) {
            breach(Breach.Kind.FEE_NOTICE_LATE, event.timelyDay(), index);
        } else {
            awaitsFee = true;
        }
    }

    private void payFee(int index, LocalDate day) {
        if (!awaitsFee || endedOn != null) {
            remark(Remark.Kind.NO_EFFECT, day, index);
            return;
        }
        if (payBy != null && day.isAfter(payBy)) {
            remark(Remark.Kind.PAID_LATE, day, index);
        }
        awaitsFee = false;
        startAnew(day, Cause.PAYMENT);
    }

    /** Art. 35: a reasonable later day, once, told while the period runs. */
    private void setLaterDate(int index, LaterDateSet event) {
        if (laterDateSet || endedOn != null) {
            remark(Remark.Kind.NO_EFFECT, event.date(), index);
            return;
        }
        laterDateSet = true;
        if (isLate(event.date(), ClockRun::due, false)) {
            breach(Breach.Kind.LATER_DATE_LATE, event.date(), index);
        } else {
            setDay = event.until();
        }
    }

    private void make(int index, LocalDate day) {
        if (madeOn == null) {
            madeOn = day;
            madeAt = index;
        }
    }

    /** 国办公开办函〔2016〕235号: the day of posting, or of signing for it, counts; the first of them. */
    private void send(int index, LocalDate day) {
        if (endedOn != null) {
            return;
        }
        if (isLate(day, ClockRun::due, true)) {
            breach(Breach.Kind.ANSWER_LATE, day, index);
        }
        end(day);
    }

    private void end(LocalDate day) {
        if (endedOn == null) {
            endedOn = day;
        }
    }

    private void reopen(Reopened event) {
        endedOn = null;
        madeOn = null;
        awaitsCorrection = false;
        awaitsFee = false;
        awaitsReasons = false;
        startAnew(event.date(), Cause.REOPENING);
        setDay = event.until();
    }

    private void noteIfIdle(int index, LocalDate day) {
        if (idle.contains(index)) {
            remark(Remark.Kind.NO_EFFECT, day, index);
        }
    }

    private void noteAnswer(int index, Answered event) {
        if (idle.contains(index)) {
            remark(Remark.Kind.NO_EFFECT, event.date(), index);
        } else if (consultations.stream()
                .filter(it -> it.isWith(event.consulted(), event.party()))
                .filter(it -> event.date().equals(it.answeredOn()))
                .anyMatch(it -> it.answeredTooLate(calendar))) {
            remark(Remark.Kind.ANSWERED_AFTER_SILENCE, event.date(), index);
        }
    }

    /** The period runs anew in full: an extension or a day set belonged to the one before. */
    private void startAnew(LocalDate day, Cause cause) {
        noteFelt(day);
        extension = 0;
        setDay = null;
        start(day, cause);
    }

    private void start(LocalDate day, Cause cause) {
        startedOn = day;
        startedBy = cause;
    }

    /** Remembers the pauses that touch the period which ends now. */
    private void noteFelt(@Nullable LocalDate replacedOn) {
        var period = period();
        if (period == null) {
            return;
        }
        var last = period.lastDay(calendar, pauses);
        var end = replacedOn != null && replacedOn.isBefore(last) ? replacedOn : last;
        pauses.all().stream()
                .filter(it -> it.to().isAfter(period.startedOn()) && !it.from().isAfter(end))
                .filter(it -> !felt.contains(it))
                .forEach(felt::add);
    }

    private boolean isLate(
            LocalDate act, Function<ClockRun, @Nullable LocalDate> limit, boolean answer) {
        return Stream.concat(
                        Stream.of(this),
                        graces.stream().filter(it -> it.holds(act, answer)).map(Grace::run))
                .map(limit)
                .allMatch(it -> it != null && act.isAfter(it));
    }

    private void breach(Breach.Kind kind, LocalDate day, int index) {
        breaches.add(new Breach(kind, day, index));
    }

    private void remark(Remark.Kind kind, LocalDate day, int index) {
        remarks.add(new Remark(kind, day, index));
    }

    @Nullable ReplyPeriod period() {
        return startedOn == null ? null : new ReplyPeriod(startedOn, startedBy, extension, setDay);
    }

    /** The last day on which the answer is in time; null while nothing is due. */
    @Nullable LocalDate due() {
        var period = period();
        return period == null || awaitsFee ? null : period.lastDay(calendar, pauses);
    }

    @Nullable LocalDate correctionNoticeBy() {
        return receivedOn == null ? null : CorrectionNotice.lastDay(receivedOn, calendar);
    }

    @Nullable LocalDate extensionNoticeBy() {
        var period = period();
        return period == null || awaitsFee ? null : period.endOfFirstTwenty(calendar, pauses);
    }

    private @Nullable WaitingFor waitingFor() {
        if (startedOn == null) {
            return WaitingFor.CONFIRMATION;
        }
        if (awaitsFee) {
            return WaitingFor.FEE;
        }
        if (endedOn != null) {
            return null;
        }
        return awaitsCorrection ? WaitingFor.CORRECTION : awaitsReasons ? WaitingFor.REASONS : null;
    }

    /** What is owed and has not happened, as of this day. */
    private void lookBackFrom(@Nullable LocalDate asOf) {
        if (endedOn != null) {
            return;
        }
        if (madeOn != null && isLate(madeOn, ClockRun::due, true)) {
            breach(Breach.Kind.ANSWER_LATE, madeOn, madeAt);
            return;
        }
        boolean waits = awaitsCorrection && correctionMayRestart;
        var due = due();
        if (asOf != null && due != null && !waits && isLate(asOf, ClockRun::due, true)) {
            var last = dueByNation().filter(it -> it.isAfter(due)).findFirst().orElse(due);
            breach(Breach.Kind.NOT_ANSWERED, last.plusDays(1), -1);
        }
    }

    /** The day to hold: the earlier of it and the national one. */
    private @Nullable LocalDate earlier(@Nullable LocalDate due) {
        return due == null
                ? null
                : dueByNation().filter(it -> it.isBefore(due)).findFirst().orElse(due);
    }

    private Stream<LocalDate> dueByNation() {
        return graces.stream()
                .filter(Grace::answersOnly)
                .map(it -> it.run().due())
                .filter(Objects::nonNull);
    }

    ClockReading reading(@Nullable LocalDate asOf) {
        lookBackFrom(asOf);
        noteFelt(null);
        var period = period();
        var due = due();
        var days =
                period == null || due == null ? List.<ClockDay>of() : period.days(calendar, pauses);
        return new ClockReading(
                calendar.code(),
                calendar.version(),
                receivedOn,
                period,
                due,
                earlier(due),
                days.stream().anyMatch(it -> it.day().provisional()),
                waitingFor(),
                correctionNoticeBy(),
                extensionNoticeBy(),
                period == null || awaitsFee ? null : period.longest(calendar, pauses),
                payBy,
                felt,
                consultations.stream()
                        .map(it -> new ClockReading.Term(it, it.due(calendar)))
                        .toList(),
                breaches,
                remarks,
                endedOn,
                days);
    }
}
