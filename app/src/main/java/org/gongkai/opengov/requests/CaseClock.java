package org.gongkai.opengov.requests;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.opengov.requestclock.ClockEvent;
import org.gongkai.opengov.requestclock.ClockReading;
import org.gongkai.opengov.requestclock.RequestClock;
import org.gongkai.opengov.requestclock.RequestClock.Amendment;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.calendar.PastCalendars;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the clock says of a case (办理时限): its events that bear on a day, handed to the request clock
 * with the agency's calendar.
 */
@Component
class CaseClock {
    private final Calendars calendars;

    CaseClock(Calendars calendars) {
        this.calendars = calendars;
    }

    /**
     * The reading as of a day.
     *
     * @throws org.gongkai.opengov.requestclock.ImpossibleEvent if the list cannot be
     */
    ClockReading read(CaseFile file, LocalDate asOf) {
        return now().read(file, asOf);
    }

    /** The clock of this moment: taken once for many cases, it asks for the calendars once. */
    Present now() {
        return new Present(calendars, calendars.current(), calendars.amendedOn());
    }

    /** The clock by the calendars of one moment; what it once made of them it keeps. */
    static final class Present {
        private final Calendars calendars;
        private final List<LocalDate> amendedOn;
        private final RequestClock open;
        private final String version;
        private final Map<LocalDate, RequestClock> earlier = new ConcurrentHashMap<>();

        private Present(Calendars calendars, PastCalendars current, List<LocalDate> amendedOn) {
            this.calendars = calendars;
            this.amendedOn = List.copyOf(amendedOn);
            this.open = new RequestClock(current.regional(), current.national());
            this.version = current.regional().version();
        }

        /** Names the calendar that it counts open cases by. */
        String version() {
            return version;
        }

        /**
         * The reading as of a day. What is answered stays as it was counted: by the calendar known
         * on that day. What was done before an amendment is in time where it was so before it.
         */
        ClockReading read(CaseFile file, LocalDate asOf) {
            var answered = file.answeredOn();
            var known = answered.orElse(asOf);
            return clock(answered)
                    .read(
                            events(file),
                            asOf,
                            amendedOn.stream()
                                    .filter(it -> it.isAfter(file.arrivedOn()))
                                    .filter(it -> !it.isAfter(known))
                                    .map(it -> new Amendment(before(it), it))
                                    .toList());
        }

        private RequestClock clock(Optional<LocalDate> answered) {
            return answered.filter(it -> amendedOn.stream().anyMatch(day -> day.isAfter(it)))
                    .map(this::asKnownOn)
                    .orElse(open);
        }

        private RequestClock before(LocalDate amendment) {
            return asKnownOn(amendment.minusDays(1));
        }

        private RequestClock asKnownOn(LocalDate day) {
            return earlier.computeIfAbsent(
                    day,
                    it ->
                            new RequestClock(
                                    calendars.withoutAmendmentsAfter(CalendarCode.NX, it),
                                    calendars.withoutAmendmentsAfter(CalendarCode.CN, it)));
        }
    }

    private static List<ClockEvent> events(CaseFile file) {
        return file.events().stream().flatMap(it -> of(it, file.channel()).stream()).toList();
    }

    /** The event as the clock knows it; empty for what bears on no day. */
    private static Optional<ClockEvent> of(CaseEvent event, IntakeChannel channel) {
        return Optional.ofNullable(read(event, channel));
    }

    private static @Nullable ClockEvent read(CaseEvent event, IntakeChannel channel) {
        var on = event.on();
        var facts = event.facts();
        var party = Objects.requireNonNullElse(facts.party(), "");
        return switch (event.step()) {
            case REGISTERED -> new ClockEvent.Received(on, channel.legal());
            case CONFIRMED -> new ClockEvent.Confirmed(on);
            case CORRECTION_ASKED -> new ClockEvent.CorrectionAsked(on);
            case CORRECTED -> new ClockEvent.Corrected(on);
            case EXTENDED ->
                    new ClockEvent.Extended(on, Objects.requireNonNull(facts.workingDays()));
            case THIRD_PARTY_ASKED -> new ClockEvent.ThirdPartyAsked(on, party);
            case THIRD_PARTY_RECEIVED -> new ClockEvent.ThirdPartyReceived(on, party);
            case THIRD_PARTY_ANSWERED -> new ClockEvent.ThirdPartyAnswered(on, party);
            case CO_AUTHOR_ASKED -> new ClockEvent.CoAuthorAsked(on, party);
            case CO_AUTHOR_RECEIVED -> new ClockEvent.CoAuthorReceived(on, party);
            case CO_AUTHOR_ANSWERED -> new ClockEvent.CoAuthorAnswered(on, party);
            case AGENCY_ASKED -> new ClockEvent.AgencyAsked(on, party);
            case AGENCY_ANSWERED -> new ClockEvent.AgencyAnswered(on, party);
            case REASONS_ASKED -> new ClockEvent.ReasonsAsked(on);
            case REASONS_GIVEN -> new ClockEvent.ReasonsGiven(on);
            case LATER_DATE_SET ->
                    new ClockEvent.LaterDateSet(on, Objects.requireNonNull(facts.term()));
            case FEE_NOTICED -> new ClockEvent.FeeNoticed(on);
            case FEE_PAID -> new ClockEvent.FeePaid(on);
            case NOT_CORRECTED, FEE_UNPAID -> new ClockEvent.Closed(on);
            case MADE_ANSWER -> new ClockEvent.AnswerMade(on);
            case DISPATCHED_ANSWER -> new ClockEvent.AnswerDispatched(on);
            case DELIVERED_ANSWER -> new ClockEvent.AnswerDelivered(on);
            case WITHDRAWN -> new ClockEvent.Withdrawn(on);
            case REOPENED -> new ClockEvent.Reopened(on, facts.term());
            case CONFIRM_TRIED,
                    ACCEPTED,
                    ASSIGNED,
                    SECTION_ANSWERED,
                    LEGAL_CONSULTED,
                    EXTENSION_ASKED,
                    EXTENSION_APPROVED,
                    THIRD_PARTY_SILENT,
                    CO_AUTHOR_SILENT,
                    DRAFTED_ANSWER,
                    REVIEWED_ANSWER,
                    SIGNED_ANSWER,
                    UNDELIVERABLE_ANSWER,
                    PUBLISHED,
                    REVIEW_FILED,
                    REVIEW_RESULT,
                    SUIT_FILED,
                    SUIT_RESULT ->
                    null;
        };
    }
}
