package org.gongkai.opengov.requestclock;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.opengov.requestclock.ClockEvent.AgencyAnswered;
import org.gongkai.opengov.requestclock.ClockEvent.AgencyAsked;
import org.gongkai.opengov.requestclock.ClockEvent.AnswerDelivered;
import org.gongkai.opengov.requestclock.ClockEvent.AnswerDispatched;
import org.gongkai.opengov.requestclock.ClockEvent.AnswerMade;
import org.gongkai.opengov.requestclock.ClockEvent.Closed;
import org.gongkai.opengov.requestclock.ClockEvent.CoAuthorAnswered;
import org.gongkai.opengov.requestclock.ClockEvent.CoAuthorAsked;
import org.gongkai.opengov.requestclock.ClockEvent.CoAuthorReceived;
import org.gongkai.opengov.requestclock.ClockEvent.Confirmed;
import org.gongkai.opengov.requestclock.ClockEvent.Corrected;
import org.gongkai.opengov.requestclock.ClockEvent.CorrectionAsked;
import org.gongkai.opengov.requestclock.ClockEvent.Extended;
import org.gongkai.opengov.requestclock.ClockEvent.FeeNoticed;
import org.gongkai.opengov.requestclock.ClockEvent.FeePaid;
import org.gongkai.opengov.requestclock.ClockEvent.LaterDateSet;
import org.gongkai.opengov.requestclock.ClockEvent.ReasonsAsked;
import org.gongkai.opengov.requestclock.ClockEvent.ReasonsGiven;
import org.gongkai.opengov.requestclock.ClockEvent.Received;
import org.gongkai.opengov.requestclock.ClockEvent.Reopened;
import org.gongkai.opengov.requestclock.ClockEvent.ThirdPartyAnswered;
import org.gongkai.opengov.requestclock.ClockEvent.ThirdPartyAsked;
import org.gongkai.opengov.requestclock.ClockEvent.ThirdPartyReceived;
import org.gongkai.opengov.requestclock.ClockEvent.Withdrawn;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * An event as a person or a program writes it (事件录入), still to be read.
 *
 * @param type one of the slugs of {@link EventType}
 * @param channel for {@code received}
 * @param party for those about an opinion
 * @param workingDays for {@code extended}
 * @param sentOn for {@code fee-noticed}, may be absent
 * @param until for {@code later-date-set}, and for {@code reopened} where a decision names it
 */
public record EventInput(
        @Nullable String type,
        @Nullable String date,
        @Nullable String channel,
        @Nullable String party,
        @Nullable String workingDays,
        @Nullable String sentOn,
        @Nullable String until) {

    /** The longest name of somebody asked. */
    static final int LONGEST_NAME = 100;

    /**
     * Reads the event; refuses it with all that is wrong, each under {@code place} and its field.
     */
    public ClockEvent read(String place) {
        var problems = new ArrayList<FieldProblem>();
        var event = read(place, problems);
        if (event == null) {
            throw Refusal.invalid(problems);
        }
        return event;
    }

    /** The event, or null and what is wrong with it added to the problems. */
    @Nullable ClockEvent read(String place, List<FieldProblem> problems) {
        var reading = new Reading(place, problems);
        var kind = EventType.of(text(type));
        if (kind.isEmpty()) {
            reading.missing("type", "requestclock.event.type.unknown");
        }
        var day = reading.day("date", date, true);
        int before = problems.size();
        if (kind.isEmpty()) {
            return null;
        }
        var event = reading.event(kind.get(), day == null ? LocalDate.EPOCH : day);
        return day == null || problems.size() > before ? null : event;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private final class Reading {
        private final String place;
        private final List<FieldProblem> problems;

        Reading(String place, List<FieldProblem> problems) {
            this.place = place;
            this.problems = problems;
        }

        @Nullable ClockEvent event(EventType kind, LocalDate day) {
            return switch (kind) {
                case RECEIVED ->
                        channelOf(text(channel)).map(it -> new Received(day, it)).orElse(null);
                case CONFIRMED -> new Confirmed(day);
                case CORRECTION_ASKED -> new CorrectionAsked(day);
                case CORRECTED -> new Corrected(day);
                case THIRD_PARTY_ASKED -> new ThirdPartyAsked(day, name());
                case THIRD_PARTY_RECEIVED -> new ThirdPartyReceived(day, name());
                case THIRD_PARTY_ANSWERED -> new ThirdPartyAnswered(day, name());
                case CO_AUTHOR_ASKED -> new CoAuthorAsked(day, name());
                case CO_AUTHOR_RECEIVED -> new CoAuthorReceived(day, name());
                case CO_AUTHOR_ANSWERED -> new CoAuthorAnswered(day, name());
                case AGENCY_ASKED -> new AgencyAsked(day, name());
                case AGENCY_ANSWERED -> new AgencyAnswered(day, name());
                case EXTENDED -> new Extended(day, days());
                case FEE_NOTICED -> new FeeNoticed(day, day("sentOn", sentOn, false));
                case FEE_PAID -> new FeePaid(day);
                case REASONS_ASKED -> new ReasonsAsked(day);
                case REASONS_GIVEN -> new ReasonsGiven(day);
                case LATER_DATE_SET -> {
                    var set = day("until", until, true);
                    yield set == null ? null : new LaterDateSet(day, set);
                }
                case ANSWER_MADE -> new AnswerMade(day);
                case ANSWER_DISPATCHED -> new AnswerDispatched(day);
                case ANSWER_DELIVERED -> new AnswerDelivered(day);
                case WITHDRAWN -> new Withdrawn(day);
                case CLOSED -> new Closed(day);
                case REOPENED -> new Reopened(day, day("until", until, false));
            };
        }

        private Optional<RequestChannel> channelOf(String typed) {
            var known = RequestChannel.of(typed);
            if (known.isEmpty()) {
                missing("channel", "requestclock.event.channel.unknown");
            }
            return known;
        }

        private String name() {
            var name = text(party);
            if (name.isEmpty() || name.length() > LONGEST_NAME) {
                missing(
                        "party",
                        name.isEmpty()
                                ? "requestclock.event.party.missing"
                                : "requestclock.event.party.too-long",
                        LONGEST_NAME);
            }
            return name;
        }

        private int days() {
            var typed = text(workingDays);
            if (typed.matches("[0-9]{1,3}") && Integer.parseInt(typed) > 0) {
                return Integer.parseInt(typed);
            }
            missing("workingDays", "requestclock.event.days.out-of-range");
            return 1;
        }

        @Nullable LocalDate day(String field, @Nullable String typed, boolean needed) {
            var written = text(typed);
            if (written.isEmpty()) {
                if (needed) {
                    missing(field, "requestclock.event.day.missing");
                }
                return null;
            }
            try {
                return LocalDate.parse(written);
            } catch (DateTimeParseException e) {
                missing(field, "requestclock.event.day.unreadable");
                return null;
            }
        }

        void missing(String field, String key, Object... arguments) {
            problems.add(FieldProblem.of(place + "." + field, key, arguments));
        }
    }
}
