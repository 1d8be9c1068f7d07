package org.gongkai.opengov.requestclock;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.platform.calendar.NoticesOf2019To2026;

/** A case for tests, told event by event; each step gives a new case. */
public record ACase(List<ClockEvent> events) {
    public static final RequestClock CN = RequestClock.national(NoticesOf2019To2026.CHINA);
    public static final RequestClock NX =
            new RequestClock(NoticesOf2019To2026.NINGXIA, NoticesOf2019To2026.CHINA);

    public static ACase receivedInPerson(String day) {
        return receivedBy(RequestChannel.IN_PERSON, day);
    }

    public static ACase receivedBy(RequestChannel channel, String day) {
        return new ACase(List.of(new ClockEvent.Received(day(day), channel)));
    }

    ACase confirmed(String day) {
        return and(new ClockEvent.Confirmed(day(day)));
    }

    ACase correctionAsked(String day) {
        return and(new ClockEvent.CorrectionAsked(day(day)));
    }

    ACase corrected(String day) {
        return and(new ClockEvent.Corrected(day(day)));
    }

    ACase thirdPartyAsked(String day, String party) {
        return and(new ClockEvent.ThirdPartyAsked(day(day), party));
    }

    ACase thirdPartyReceived(String day, String party) {
        return and(new ClockEvent.ThirdPartyReceived(day(day), party));
    }

    ACase thirdPartyAnswered(String day, String party) {
        return and(new ClockEvent.ThirdPartyAnswered(day(day), party));
    }

    ACase extended(String day, int workingDays) {
        return and(new ClockEvent.Extended(day(day), workingDays));
    }

    ACase feeNoticed(String day) {
        return and(new ClockEvent.FeeNoticed(day(day)));
    }

    ACase feePaid(String day) {
        return and(new ClockEvent.FeePaid(day(day)));
    }

    ACase answerMade(String day) {
        return and(new ClockEvent.AnswerMade(day(day)));
    }

    ACase answerDispatched(String day) {
        return and(new ClockEvent.AnswerDispatched(day(day)));
    }

    ACase answerDelivered(String day) {
        return and(new ClockEvent.AnswerDelivered(day(day)));
    }

    ACase and(ClockEvent event) {
        return new ACase(Stream.concat(events.stream(), Stream.of(event)).toList());
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
