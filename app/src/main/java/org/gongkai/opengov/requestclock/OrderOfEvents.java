package org.gongkai.opengov.requestclock;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.opengov.requestclock.ClockEvent.Answered;
import org.gongkai.opengov.requestclock.ClockEvent.Asked;
import org.gongkai.opengov.requestclock.ClockEvent.FeeNoticed;
import org.gongkai.opengov.requestclock.ClockEvent.LaterDateSet;
import org.gongkai.opengov.requestclock.ClockEvent.LetterReceived;
import org.gongkai.opengov.requestclock.ClockEvent.Received;
import org.gongkai.opengov.requestclock.ClockEvent.Reopened;
import org.gongkai.opengov.requestclock.ImpossibleEvent.Why;
import org.gongkai.platform.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Whether a list of events can have happened (事件先后次序).
 *
 * <p>Nothing comes before its cause or after the day as of which is asked. What can have happened
 * is let through, also where it was late or unlawful: that is a breach, not an impossibility.
 */
final class OrderOfEvents {
    /** The last day of an event: the longest clock that starts on it still ends in the calendar. */
    static final LocalDate LAST_DAY = WorkingCalendar.LAST_DAY.minusYears(2);

    private final Set<EventType> happened = EnumSet.noneOf(EventType.class);
    private final Map<String, Letter> letters = new HashMap<>();
    private boolean ended;

    /** How far the latest letter to somebody has come. */
    private enum Letter {
        SENT,
        RECEIVED,
        ANSWERED_UNRECEIVED,
        ANSWERED;

        Letter sentAgain() {
            return compareTo(ANSWERED_UNRECEIVED) >= 0 ? SENT : this;
        }

        Letter received() {
            return this == SENT ? RECEIVED : this;
        }

        Letter answered() {
            return this == SENT ? ANSWERED_UNRECEIVED : this == RECEIVED ? ANSWERED : this;
        }
    }

    private OrderOfEvents() {}

    /** Refuses the first event that cannot be. */
    static void check(List<ClockEvent> events, @Nullable LocalDate asOf) {
        if (events.isEmpty()) {
            throw new ImpossibleEvent(-1, Why.NOTHING_HAPPENED);
        }
        var order = new OrderOfEvents();
        var before = WorkingCalendar.FIRST_DAY;
        for (int i = 0; i < events.size(); i++) {
            var event = events.get(i);
            var why = whyNotThen(event.date(), before, asOf, i);
            why = why == null ? order.whyNot(event) : why;
            if (why != null) {
                throw new ImpossibleEvent(i, why);
            }
            order.note(event);
            before = event.date();
        }
    }

    private static @Nullable Why whyNotThen(
            LocalDate day, LocalDate before, @Nullable LocalDate asOf, int index) {
        if (day.isBefore(WorkingCalendar.FIRST_DAY) || day.isAfter(LAST_DAY)) {
            return Why.OUTSIDE_CALENDAR;
        }
        if (index > 0 && day.isBefore(before)) {
            return Why.BACKWARDS;
        }
        return asOf != null && day.isAfter(asOf) ? Why.IN_THE_FUTURE : null;
    }

    private @Nullable Why whyNot(ClockEvent event) {
        if (happened.isEmpty()) {
            return event instanceof Received ? null : Why.NOT_RECEIVED_FIRST;
        }
        return switch (event) {
            case Received _ -> Why.RECEIVED_TWICE;
            case ClockEvent.Confirmed _ -> needs(!answerIsOut(), Why.CONFIRMED_AFTER_ANSWER);
            case ClockEvent.Corrected _ ->
                    needs(EventType.CORRECTION_ASKED, Why.CORRECTION_NOT_ASKED);
            case LetterReceived it -> whyNotReceived(key(it.consulted(), it.party()));
            case Answered it ->
                    needs(
                            letters.containsKey(key(it.consulted(), it.party())),
                            Why.OPINION_NOT_ASKED);
            case ClockEvent.FeePaid _ -> needs(EventType.FEE_NOTICED, Why.FEE_NOT_NOTICED);
            case FeeNoticed it ->
                    needs(!it.timelyDay().isAfter(it.date()), Why.NOTICED_BEFORE_SENT);
            case ClockEvent.ReasonsGiven _ -> needs(EventType.REASONS_ASKED, Why.REASONS_NOT_ASKED);
            case LaterDateSet it -> whyNotSet(it);
            case ClockEvent.AnswerMade _ ->
                    needs(
                            !answerIsOut() || happened.contains(EventType.ANSWER_MADE),
                            Why.MADE_AFTER_SENT);
            case Reopened it -> whyNotReopened(it);
            case Asked _,
                    ClockEvent.CorrectionAsked _,
                    ClockEvent.Extended _,
                    ClockEvent.ReasonsAsked _,
                    ClockEvent.AnswerDispatched _,
                    ClockEvent.AnswerDelivered _,
                    ClockEvent.Withdrawn _,
                    ClockEvent.Closed _ ->
                    null;
        };
    }

    private @Nullable Why whyNotReceived(String key) {
        var letter = letters.get(key);
        if (letter == null) {
            return Why.OPINION_NOT_ASKED;
        }
        return letter == Letter.ANSWERED_UNRECEIVED ? Why.RECEIVED_AFTER_ANSWER : null;
    }

    private @Nullable Why whyNotSet(LaterDateSet event) {
        if (!happened.contains(EventType.REASONS_GIVEN)) {
            return Why.REASONS_NOT_GIVEN;
        }
        return whyNotLater(event.until(), event.date());
    }

    private @Nullable Why whyNotReopened(Reopened event) {
        if (!ended) {
            return Why.NOT_ENDED;
        }
        return event.until() == null ? null : whyNotLater(event.until(), event.date());
    }

    private static @Nullable Why whyNotLater(LocalDate until, LocalDate day) {
        if (until.isAfter(LAST_DAY)) {
            return Why.OUTSIDE_CALENDAR;
        }
        return until.isAfter(day) ? null : Why.SET_DAY_NOT_LATER;
    }

    private void note(ClockEvent event) {
        happened.add(event.type());
        ended = CaseEnd.after(event, ended);
        switch (event) {
            case Asked it ->
                    letters.merge(
                            key(it.consulted(), it.party()),
                            Letter.SENT,
                            (was, _) -> was.sentAgain());
            case LetterReceived it ->
                    letters.computeIfPresent(
                            key(it.consulted(), it.party()), (_, was) -> was.received());
            case Answered it ->
                    letters.computeIfPresent(
                            key(it.consulted(), it.party()), (_, was) -> was.answered());
            default -> {}
        }
    }

    private boolean answerIsOut() {
        return happened.contains(EventType.ANSWER_DISPATCHED)
                || happened.contains(EventType.ANSWER_DELIVERED);
    }

    private @Nullable Why needs(EventType cause, Why otherwise) {
        return needs(happened.contains(cause), otherwise);
    }

    private static @Nullable Why needs(boolean met, Why otherwise) {
        return met ? null : otherwise;
    }

    private static String key(Consulted consulted, String party) {
        return consulted + " " + party;
    }
}
