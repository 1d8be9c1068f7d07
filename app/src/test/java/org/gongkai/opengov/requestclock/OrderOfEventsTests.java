package org.gongkai.opengov.requestclock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gongkai.opengov.requestclock.ACase.CN;
import static org.gongkai.opengov.requestclock.ACase.day;
import static org.gongkai.opengov.requestclock.ACase.receivedBy;
import static org.gongkai.opengov.requestclock.ACase.receivedInPerson;
import static org.gongkai.opengov.requestclock.ImpossibleEvent.Why;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.opengov.requestclock.ClockEvent.AgencyAnswered;
import org.gongkai.opengov.requestclock.ClockEvent.CoAuthorAnswered;
import org.gongkai.opengov.requestclock.ClockEvent.CoAuthorReceived;
import org.gongkai.opengov.requestclock.ClockEvent.Confirmed;
import org.gongkai.opengov.requestclock.ClockEvent.FeeNoticed;
import org.gongkai.opengov.requestclock.ClockEvent.LaterDateSet;
import org.gongkai.opengov.requestclock.ClockEvent.ReasonsAsked;
import org.gongkai.opengov.requestclock.ClockEvent.ReasonsGiven;
import org.gongkai.opengov.requestclock.ClockEvent.Received;
import org.gongkai.opengov.requestclock.ClockEvent.Reopened;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What cannot have happened in this order")
class OrderOfEventsTests {
    private static final ACase RECEIVED = receivedInPerson("2021-06-01");

    static Stream<Arguments> impossible() {
        return Stream.of(
                list(
                        0,
                        Why.NOT_RECEIVED_FIRST,
                        new ACase(List.of(new Confirmed(day("2021-06-01"))))),
                list(1, Why.RECEIVED_TWICE, RECEIVED.and(RECEIVED.events().getFirst())),
                list(1, Why.BACKWARDS, RECEIVED.answerDispatched("2021-05-31")),
                list(0, Why.OUTSIDE_CALENDAR, receivedInPerson("2013-12-31")),
                list(0, Why.OUTSIDE_CALENDAR, receivedInPerson("2099-01-01")),
                list(1, Why.CORRECTION_NOT_ASKED, RECEIVED.corrected("2021-06-08")),
                list(1, Why.OPINION_NOT_ASKED, RECEIVED.thirdPartyAnswered("2021-06-08", "A")),
                list(1, Why.OPINION_NOT_ASKED, RECEIVED.thirdPartyReceived("2021-06-08", "A")),
                list(
                        2,
                        Why.OPINION_NOT_ASKED,
                        RECEIVED.thirdPartyAsked("2021-06-04", "A")
                                .thirdPartyAnswered("2021-06-08", "B")),
                list(
                        2,
                        Why.OPINION_NOT_ASKED,
                        RECEIVED.thirdPartyAsked("2021-06-04", "A")
                                .and(new CoAuthorAnswered(day("2021-06-08"), "A"))),
                list(
                        1,
                        Why.OPINION_NOT_ASKED,
                        RECEIVED.and(new CoAuthorReceived(day("2021-06-08"), "A"))),
                list(
                        1,
                        Why.OPINION_NOT_ASKED,
                        RECEIVED.and(new AgencyAnswered(day("2021-06-08"), "A"))),
                list(
                        1,
                        Why.OPINION_NOT_ASKED,
                        RECEIVED.thirdPartyAnswered("2021-06-08", "A")
                                .thirdPartyAsked("2021-06-08", "A")),
                list(
                        3,
                        Why.RECEIVED_AFTER_ANSWER,
                        RECEIVED.thirdPartyAsked("2021-06-04", "A")
                                .thirdPartyAnswered("2021-06-08", "A")
                                .thirdPartyReceived("2021-06-09", "A")),
                list(1, Why.FEE_NOT_NOTICED, RECEIVED.feePaid("2021-06-08")),
                list(
                        1,
                        Why.NOTICED_BEFORE_SENT,
                        RECEIVED.and(new FeeNoticed(day("2021-06-08"), day("2021-06-09")))),
                list(1, Why.REASONS_NOT_ASKED, RECEIVED.and(new ReasonsGiven(day("2021-06-08")))),
                list(
                        2,
                        Why.REASONS_NOT_GIVEN,
                        RECEIVED.and(new ReasonsAsked(day("2021-06-08")))
                                .and(new LaterDateSet(day("2021-06-09"), day("2021-09-09")))),
                list(
                        3,
                        Why.SET_DAY_NOT_LATER,
                        RECEIVED.and(new ReasonsAsked(day("2021-06-08")))
                                .and(new ReasonsGiven(day("2021-06-09")))
                                .and(new LaterDateSet(day("2021-06-10"), day("2021-06-10")))),
                list(
                        2,
                        Why.CONFIRMED_AFTER_ANSWER,
                        receivedBy(RequestChannel.FAX, "2021-06-01")
                                .answerDispatched("2021-06-08")
                                .confirmed("2021-06-09")),
                list(
                        2,
                        Why.MADE_AFTER_SENT,
                        RECEIVED.answerDispatched("2021-06-08").answerMade("2021-06-09")),
                list(1, Why.NOT_ENDED, RECEIVED.and(new Reopened(day("2021-06-08"), null))));
    }

    @ParameterizedTest(name = "event {0}: {1}")
    @MethodSource("impossible")
    void isRefusedAtTheFirstEventThatCannotBe(int index, Why why, ACase told) {
        var refused = catchThrowableOfType(ImpossibleEvent.class, () -> CN.read(told.events()));

        assertThat(refused.why()).isEqualTo(why);
        assertThat(refused.index()).isEqualTo(index);
    }

    @Test
    void isRefusedAfterTheDayAsked() {
        var told = RECEIVED.answerDispatched("2021-06-08");

        assertThatThrownBy(() -> CN.read(told.events(), day("2021-06-07")))
                .isInstanceOfSatisfying(
                        ImpossibleEvent.class,
                        it -> assertThat(it.why()).isEqualTo(Why.IN_THE_FUTURE));
        assertThat(CN.read(told.events(), day("2021-06-08")).endedOn()).isEqualTo("2021-06-08");
    }

    @Test
    void isNothingAtAll() {
        assertThatThrownBy(() -> CN.read(List.of()))
                .isInstanceOfSatisfying(
                        ImpossibleEvent.class,
                        it -> assertThat(it.why()).isEqualTo(Why.NOTHING_HAPPENED));
    }

    @Test
    void hasAnExampleForEachReason() {
        Set<Why> shown = impossible().map(it -> (Why) it.get()[1]).collect(Collectors.toSet());

        assertThat(EnumSet.complementOf(EnumSet.copyOf(shown)))
                .containsExactly(Why.NOTHING_HAPPENED, Why.IN_THE_FUTURE);
    }

    @Test
    void isNotWhatIsOnlyLateOrUnlawful() {
        var absurd =
                RECEIVED.correctionAsked("2021-07-01")
                        .correctionAsked("2021-07-02")
                        .corrected("2021-07-05")
                        .corrected("2021-07-06")
                        .extended("2021-07-07", 99)
                        .extended("2021-07-08", 99)
                        .answerMade("2021-07-09")
                        .answerDispatched("2021-07-12")
                        .answerDelivered("2021-07-14")
                        .answerDispatched("2021-07-15");

        assertThat(CN.read(absurd.events()).breaches())
                .extracting(Breach::kind)
                .containsExactly(
                        Breach.Kind.CORRECTION_NOTICE_LATE,
                        Breach.Kind.SECOND_CORRECTION_NOTICE,
                        Breach.Kind.EXTENSION_LATE,
                        Breach.Kind.EXTENSION_OVER_20,
                        Breach.Kind.SECOND_EXTENSION,
                        Breach.Kind.ANSWER_LATE);
    }

    @Test
    void startsWithTheArrivalByWhateverChannel() {
        for (var channel : RequestChannel.values()) {
            var arrived = List.<ClockEvent>of(new Received(day("2021-06-01"), channel));
            assertThat(CN.read(arrived).breaches()).isEmpty();
        }
    }

    private static Arguments list(int index, Why why, ACase told) {
        return Arguments.of(index, why, told);
    }
}
