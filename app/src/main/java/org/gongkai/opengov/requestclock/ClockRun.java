package org.gongkai.opengov.requestclock;

import java.time.LocalDate;
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
    private final RunningPeriod running;
    private final List<Consultation> consultations;
    private final Set<Integer> idle;
    private final List<Grace> graces;

    private final Notes notes = new Notes();

    private @Nullable Received received;
    private @Nullable LocalDate receivedOn;
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

    ClockRun(WorkingCalendar calendar, Consultations consultations, List<Grace> graces) {
        this.calendar = calendar;
        this.consultations = consultations.all();
        this.idle = consultations.idle();
        this.running = new RunningPeriod(calendar, Pauses.of(consultations.all(), calendar));
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
            notes.remark(Remark.Kind.BEFORE_THE_REGULATION, event.date(), 0);
        }
        if (!event.channel().toBeConfirmed()) {
            receivedOn = event.date();
            running.begin(event.date(), Cause.RECEIPT);
        }
    }

    /** Art. 31 (2), (3): the day of confirmation is the day of receipt. */
    private void confirm(int index, LocalDate day) {
        if (receivedOn != null || received == null) {
            notes.remark(Remark.Kind.NO_EFFECT, day, index);
            return;
        }
        receivedOn = day;
        if (received.channel() == RequestChannel.ORDINARY_POST && day.isAfter(received.date())) {
            notes.remark(Remark.Kind.CONFIRMED_LATER, day, index);
        }
        if (!running.hasBegun()) {
            running.begin(day, Cause.RECEIPT);
        }
    }

    /** Art. 30: once, within 7 working days of receipt. */
    private void askForCorrection(int index, LocalDate day) {
        correctionNotices++;
        if (correctionNotices > 1) {
            notes.breach(Breach.Kind.SECOND_CORRECTION_NOTICE, day, index);
        } else if (isLate(day, ClockRun::correctionNoticeBy, false)) {
            notes.breach(Breach.Kind.CORRECTION_NOTICE_LATE, day, index);
        } else {
            correctionMayRestart = true;
        }
        awaitsCorrection = true;
    }

    /** Art. 30: the correction of a lawful notice starts the period anew. */
    private void correct(int index, LocalDate day) {
        awaitsCorrection = false;
        if (!correctionMayRestart || endedOn != null) {
            notes.remark(Remark.Kind.CORRECTION_DOES_NOT_RESTART, day, index);
            return;
        }
        correctionMayRestart = false;
        if (receivedOn == null) {
            receivedOn = day;
        }
        running.beginAnew(day, Cause.CORRECTION);
    }

    /** Art. 33: once, by at most 20, told before the first 20 have ended. */
    private void extend(int index, Extended event) {
        extensions++;
        if (extensions > 1) {
            notes.breach(Breach.Kind.SECOND_EXTENSION, event.date(), index);
            return;
        }
        boolean late = isLate(event.date(), ClockRun::extensionNoticeBy, false);
        if (late) {
            notes.breach(Breach.Kind.EXTENSION_LATE, event.date(), index);
        }
        if (event.workingDays() > ReplyPeriod.LONGEST_EXTENSION) {
            notes.breach(Breach.Kind.EXTENSION_OVER_20, event.date(), index);
        }
        if (endedOn != null) {
            notes.remark(Remark.Kind.NO_EFFECT, event.date(), index);
        } else if (!late) {
            running.extend(event.workingDays());
        }
    }

    private void noticeFee(int index, FeeNoticed event) {
        if (payBy != null || endedOn != null) {
            notes.remark(Remark.Kind.NO_EFFECT, event.date(), index);
            return;
        }
        payBy = FeeTerm.lastDay(event.date(), calendar);
        if (isLate(event.timelyDay(), ClockRun::due, false)) {
            notes.breach(Breach.Kind.FEE_NOTICE_LATE, event.timelyDay(), index);
        } else {
            awaitsFee = true;
        }
    }

    private void payFee(int index, LocalDate day) {
        if (!awaitsFee || endedOn != null) {
            notes.remark(Remark.Kind.NO_EFFECT, day, index);
            return;
        }
        if (payBy != null && day.isAfter(payBy)) {
            notes.remark(Remark.Kind.PAID_LATE, day, index);
        }
        awaitsFee = false;
        running.beginAnew(day, Cause.PAYMENT);
    }

    /** Art. 35: a reasonable later day, once, told while the period runs. */
    private void setLaterDate(int index, LaterDateSet event) {
        if (laterDateSet || endedOn != null) {
            notes.remark(Remark.Kind.NO_EFFECT, event.date(), index);
            return;
        }
        laterDateSet = true;
        if (isLate(event.date(), ClockRun::due, false)) {
            notes.breach(Breach.Kind.LATER_DATE_LATE, event.date(), index);
        } else {
            running.set(event.until());
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
            notes.breach(Breach.Kind.ANSWER_LATE, day, index);
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
        running.beginAnew(event.date(), Cause.REOPENING);
        running.set(event.until());
    }

    private void noteIfIdle(int index, LocalDate day) {
        if (idle.contains(index)) {
            notes.remark(Remark.Kind.NO_EFFECT, day, index);
        }
    }

    private void noteAnswer(int index, Answered event) {
        if (idle.contains(index)) {
            notes.remark(Remark.Kind.NO_EFFECT, event.date(), index);
        } else if (consultations.stream()
                .filter(it -> it.isWith(event.consulted(), event.party()))
                .filter(it -> event.date().equals(it.answeredOn()))
                .anyMatch(it -> it.answeredTooLate(calendar))) {
            notes.remark(Remark.Kind.ANSWERED_AFTER_SILENCE, event.date(), index);
        }
    }

    private boolean isLate(
            LocalDate act, Function<ClockRun, @Nullable LocalDate> limit, boolean answer) {
        return Stream.concat(
                        Stream.of(this),
                        graces.stream().filter(it -> it.holds(act, answer)).map(Grace::run))
                .map(limit)
                .allMatch(it -> it != null && act.isAfter(it));
    }

    /** The last day on which the answer is in time; null while nothing is due. */
    @Nullable LocalDate due() {
        return awaitsFee ? null : running.lastDay();
    }

    @Nullable LocalDate correctionNoticeBy() {
        return receivedOn == null ? null : CorrectionNotice.lastDay(receivedOn, calendar);
    }

    @Nullable LocalDate extensionNoticeBy() {
        return awaitsFee ? null : running.endOfFirstTwenty();
    }

    private @Nullable WaitingFor waitingFor() {
        if (!running.hasBegun()) {
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
            notes.breach(Breach.Kind.ANSWER_LATE, madeOn, madeAt);
            return;
        }
        boolean waits = awaitsCorrection && correctionMayRestart;
        var due = due();
        if (asOf != null && due != null && !waits && isLate(asOf, ClockRun::due, true)) {
            var last = dueByNation().filter(it -> it.isAfter(due)).findFirst().orElse(due);
            notes.breach(Breach.Kind.NOT_ANSWERED, last.plusDays(1), -1);
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
        var due = due();
        var days = due == null ? List.<ClockDay>of() : running.days();
        return new ClockReading(
                calendar.code(),
                calendar.version(),
                receivedOn,
                running.period(),
                due,
                earlier(due),
                days.stream().anyMatch(it -> it.day().provisional()),
                waitingFor(),
                correctionNoticeBy(),
                extensionNoticeBy(),
                awaitsFee ? null : running.longest(),
                payBy,
                running.felt(),
                consultations.stream()
                        .map(it -> new ClockReading.Term(it, it.due(calendar)))
                        .toList(),
                notes.breaches(),
                notes.remarks(),
                endedOn,
                days);
    }
}
