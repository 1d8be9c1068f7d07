package org.gongkai.opengov.requestclock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.opengov.requestclock.ACase.CN;
import static org.gongkai.opengov.requestclock.ACase.NX;
import static org.gongkai.opengov.requestclock.ACase.day;
import static org.gongkai.opengov.requestclock.ACase.receivedBy;
import static org.gongkai.opengov.requestclock.ACase.receivedInPerson;

import java.util.List;
import org.gongkai.opengov.requestclock.ClockEvent.AgencyAnswered;
import org.gongkai.opengov.requestclock.ClockEvent.AgencyAsked;
import org.gongkai.opengov.requestclock.ClockEvent.Closed;
import org.gongkai.opengov.requestclock.ClockEvent.CoAuthorAnswered;
import org.gongkai.opengov.requestclock.ClockEvent.CoAuthorAsked;
import org.gongkai.opengov.requestclock.ClockEvent.CoAuthorReceived;
import org.gongkai.opengov.requestclock.ClockEvent.FeeNoticed;
import org.gongkai.opengov.requestclock.ClockEvent.LaterDateSet;
import org.gongkai.opengov.requestclock.ClockEvent.ReasonsAsked;
import org.gongkai.opengov.requestclock.ClockEvent.ReasonsGiven;
import org.gongkai.opengov.requestclock.ClockEvent.Reopened;
import org.gongkai.opengov.requestclock.ClockEvent.Withdrawn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Request clock — its edges, 条例 arts. 30 to 36")
class ClockEdgesTests {

    @Nested
    @DisplayName(
            "1, art. 30: a correction notice does not stop the clock, the correction restarts it")
    class CorrectionRestarts {
        @Test
        void runsOnWhileTheApplicantIsSilent() {
            var asked = receivedInPerson("2021-06-01").correctionAsked("2021-06-04");

            assertThat(CN.read(asked.events()).due()).isEqualTo("2021-06-30");
            assertThat(CN.read(asked.events()).waitingFor()).isEqualTo(WaitingFor.CORRECTION);
        }

        @Test
        void startsAnewOnTheDayOfTheCorrectionEvenWhenTheFirstPeriodIsOver() {
            var corrected =
                    receivedInPerson("2021-06-01")
                            .correctionAsked("2021-06-04")
                            .corrected("2021-07-05");

            assertThat(CN.read(corrected.events()).due()).isEqualTo("2021-08-02");
            assertThat(CN.read(corrected.events()).breaches()).isEmpty();
        }

        @Test
        void owesNoAnswerToWhoeverWasToCorrectAndDidNot() {
            var asked = receivedInPerson("2021-06-01").correctionAsked("2021-06-04");

            assertThat(CN.read(asked.events(), day("2021-07-20")).breaches()).isEmpty();
            var closed = asked.and(new Closed(day("2021-07-20"))).corrected("2021-07-21");
            assertThat(CN.read(closed.events()).due()).isEqualTo("2021-06-30");
            assertThat(CN.read(closed.events()).waitingFor()).isNull();
        }
    }

    @Nested
    @DisplayName("2, art. 30: a notice after day 7 is a breach and its correction restarts nothing")
    class LateNotice {
        @ParameterizedTest(name = "asked on {0}: due {1}, breach: {2}")
        @CsvSource({
            "2021-06-09, 2021-07-13, false",
            "2021-06-10, 2021-07-13, false",
            "2021-06-11, 2021-06-30, true",
            "2021-06-12, 2021-06-30, true"
        })
        void isOneFromTheEighthDay(String asked, String due, boolean breach) {
            var corrected =
                    receivedInPerson("2021-06-01").correctionAsked(asked).corrected("2021-06-15");

            var reading = CN.read(corrected.events());

            assertThat(reading.due()).isEqualTo(due);
            assertThat(reading.hasBreach(Breach.Kind.CORRECTION_NOTICE_LATE)).isEqualTo(breach);
        }
    }

    @Nested
    @DisplayName("3, art. 30: once only")
    class SecondNotice {
        @Test
        void isABreachAndItsCorrectionRestartsNothing() {
            var twice =
                    receivedInPerson("2021-06-01")
                            .correctionAsked("2021-06-04")
                            .corrected("2021-06-08")
                            .correctionAsked("2021-06-10")
                            .corrected("2021-06-21");

            var reading = CN.read(twice.events());

            assertThat(reading.due()).isEqualTo("2021-07-07");
            assertThat(reading.breaches())
                    .containsExactly(
                            new Breach(Breach.Kind.SECOND_CORRECTION_NOTICE, day("2021-06-10"), 3));
            assertThat(reading.remarks())
                    .containsExactly(
                            new Remark(
                                    Remark.Kind.CORRECTION_DOES_NOT_RESTART, day("2021-06-21"), 4));
        }
    }

    @Nested
    @DisplayName(
            "4, arts. 32 to 34: excluded are the days from the letter to the answer or the silence")
    class Consultations {
        @Test
        void leaveOutTheDayAfterTheLetterAndTheDayOfTheAnswer() {
            var asked =
                    receivedInPerson("2021-06-01")
                            .thirdPartyAsked("2021-06-08", "A")
                            .thirdPartyAnswered("2021-06-09", "A");

            var days = CN.read(asked.events()).days();

            assertThat(days.get(6).effect()).isEqualTo(ClockDay.Effect.COUNTED);
            assertThat(days.get(7).effect()).isEqualTo(ClockDay.Effect.EXCLUDED);
            assertThat(days.get(8).effect()).isEqualTo(ClockDay.Effect.COUNTED);
            assertThat(CN.read(asked.events()).due()).isEqualTo("2021-07-01");
        }

        @Test
        void countADayThatTwoShareOnce() {
            var overlapping =
                    receivedInPerson("2021-06-01")
                            .thirdPartyAsked("2021-06-07", "A")
                            .thirdPartyAsked("2021-06-09", "B")
                            .thirdPartyAnswered("2021-06-11", "A")
                            .thirdPartyAnswered("2021-06-16", "B");

            var reading = CN.read(overlapping.events());

            assertThat(reading.pauses()).hasSize(1);
            assertThat(reading.pauses().getFirst().to()).isEqualTo("2021-06-16");
            assertThat(reading.due()).isEqualTo("2021-07-08");
        }

        @Test
        void endWithTheSilenceHoweverLateTheAnswer() {
            var late =
                    receivedInPerson("2021-06-01")
                            .thirdPartyAsked("2021-06-08", "A")
                            .thirdPartyReceived("2021-06-10", "A")
                            .thirdPartyAnswered("2021-07-05", "A");

            assertThat(NX.read(late.events()).due()).isEqualTo("2021-07-27");
            assertThat(NX.read(late.events()).remarks())
                    .extracting(Remark::kind)
                    .containsExactly(Remark.Kind.ANSWERED_AFTER_SILENCE);
        }

        @Test
        void runFromTheLetterWhereNoReceiptIsKnown() {
            var unknown = receivedInPerson("2021-06-01").thirdPartyAsked("2021-06-08", "A");

            var reading = CN.read(unknown.events());

            assertThat(reading.pauses().getFirst().to()).isEqualTo("2021-06-30");
            assertThat(reading.terms().getFirst().due()).isNull();
        }

        @Test
        void areOfCoAuthorsWhoseSilenceIsConsent() {
            var silent =
                    receivedInPerson("2021-06-01")
                            .and(new CoAuthorAsked(day("2021-06-08"), "B"))
                            .and(new CoAuthorReceived(day("2021-06-10"), "B"));

            assertThat(NX.read(silent.events()).due()).isEqualTo("2021-07-27");
            assertThat(Consulted.CO_AUTHOR.silenceIsConsent()).isTrue();
            var answered = silent.and(new CoAuthorAnswered(day("2021-06-21"), "B"));
            assertThat(NX.read(answered.events()).due()).isEqualTo("2021-07-12");
        }
    }

    @Nested
    @DisplayName("5, art. 33: only letters that left the agency pause, to other agencies too")
    class OtherAgencies {
        @Test
        void takeTheDaysUntilTheyAnswer() {
            var asked =
                    receivedInPerson("2021-06-01")
                            .and(new AgencyAsked(day("2021-06-08"), "保密局"))
                            .and(new AgencyAnswered(day("2021-06-21"), "保密局"));

            assertThat(NX.read(asked.events()).due()).isEqualTo("2021-07-12");
        }

        @Test
        void takeFifteenWorkingDaysAtMost() {
            var silent =
                    receivedInPerson("2021-06-01").and(new AgencyAsked(day("2021-06-08"), "保密局"));

            assertThat(NX.read(silent.events()).due()).isEqualTo("2021-07-23");
        }

        @Test
        void areTheOnlyOnesForWhomAnEventExists() {
            assertThat(Consulted.values())
                    .containsExactly(Consulted.THIRD_PARTY, Consulted.CO_AUTHOR, Consulted.AGENCY);
        }
    }

    @Nested
    @DisplayName("6, art. 33: an extension is told before the first 20 end, and adds to pauses")
    class Extensions {
        @ParameterizedTest(name = "told on {0}: due {1}")
        @CsvSource({"2021-06-30, 2021-07-14", "2021-07-01, 2021-06-30"})
        void countsWhenToldOnTheTwentiethDayAndNotAfter(String told, String due) {
            var extended = receivedInPerson("2021-06-01").extended(told, 10);

            assertThat(CN.read(extended.events()).due()).isEqualTo(due);
            assertThat(CN.read(extended.events()).hasBreach(Breach.Kind.EXTENSION_LATE))
                    .isEqualTo(due.equals("2021-06-30"));
        }

        @Test
        void addsToAPause() {
            var both =
                    receivedInPerson("2021-06-01")
                            .thirdPartyAsked("2021-06-08", "A")
                            .thirdPartyReceived("2021-06-10", "A")
                            .thirdPartyAnswered("2021-06-21", "A")
                            .extended("2021-07-12", 5);

            assertThat(CN.read(both.events()).due()).isEqualTo("2021-07-19");
            assertThat(CN.read(both.events()).breaches()).isEmpty();
        }

        @Test
        void isTwentyAtMostAndOnceAtMost() {
            var tooLong = receivedInPerson("2021-06-01").extended("2021-06-21", 25);
            assertThat(CN.read(tooLong.events()).due()).isEqualTo("2021-07-28");
            assertThat(CN.read(tooLong.events()).hasBreach(Breach.Kind.EXTENSION_OVER_20)).isTrue();

            var twice =
                    receivedInPerson("2021-06-01")
                            .extended("2021-06-21", 5)
                            .extended("2021-06-25", 5);
            assertThat(CN.read(twice.events()).due()).isEqualTo("2021-07-07");
            assertThat(CN.read(twice.events()).breaches())
                    .containsExactly(
                            new Breach(Breach.Kind.SECOND_EXTENSION, day("2021-06-25"), 2));
        }

        @Test
        void endsWithThePeriodThatItExtended() {
            var corrected =
                    receivedInPerson("2021-06-01")
                            .correctionAsked("2021-06-04")
                            .extended("2021-06-15", 20)
                            .corrected("2021-06-21");

            assertThat(CN.read(corrected.events()).due()).isEqualTo("2021-07-19");
        }
    }

    @Nested
    @DisplayName("7, art. 31: receipt on a rest day is lawful, day 1 is the next working day")
    class RestDays {
        @ParameterizedTest(name = "received {0}: day 1 is {1}, due {2}")
        @CsvSource({
            "2021-06-12, 2021-06-15, 2021-07-12",
            "2021-06-14, 2021-06-15, 2021-07-12",
            "2021-10-03, 2021-10-08, 2021-11-03"
        })
        void countFromTheNextWorkingDay(String received, String first, String due) {
            var reading = CN.read(receivedInPerson(received).events());

            var one = reading.days().stream().filter(ClockDay::counted).findFirst().orElseThrow();
            assertThat(one.date()).isEqualTo(first);
            assertThat(one.number()).isEqualTo(1);
            assertThat(reading.due()).isEqualTo(due);
        }
    }

    @Nested
    @DisplayName("8, art. 33: the last day is a working day")
    class LastDay {
        @ParameterizedTest
        @CsvSource({"2021-01-22, 2021-02-24", "2021-08-23, 2021-09-18", "2020-01-22, 2020-02-27"})
        void isOneByConstruction(String received, String due) {
            var days = CN.read(receivedInPerson(received).events()).days();

            assertThat(days.getLast().date()).isEqualTo(due);
            assertThat(days.getLast().counted()).isTrue();
            assertThat(days.getLast().number()).isEqualTo(20);
        }
    }

    @Nested
    @DisplayName("9, 国办公开办函〔2016〕235号: answered is made and sent; posting or signing counts")
    class Answers {
        @Test
        void areInTimeByTheDayOfPosting() {
            var posted =
                    receivedInPerson("2021-06-01")
                            .answerMade("2021-06-29")
                            .answerDispatched("2021-06-30")
                            .answerDelivered("2021-07-05");

            assertThat(CN.read(posted.events()).breaches()).isEmpty();
            assertThat(CN.read(posted.events()).endedOn()).isEqualTo("2021-06-30");
        }

        @Test
        void areLateWhenMadeInTimeAndPostedLate() {
            var posted =
                    receivedInPerson("2021-06-01")
                            .answerMade("2021-06-30")
                            .answerDispatched("2021-07-01");

            assertThat(CN.read(posted.events()).breaches())
                    .containsExactly(new Breach(Breach.Kind.ANSWER_LATE, day("2021-07-01"), 2));
        }

        @Test
        void areInTimeAtTheWindowOnlyWhenSignedForInTime() {
            var made = receivedInPerson("2021-06-01").answerMade("2021-06-25");

            var inTime = made.answerDelivered("2021-06-30");
            assertThat(CN.read(inTime.events()).breaches()).isEmpty();
            var late = made.answerDelivered("2021-07-01");
            assertThat(CN.read(late.events()).hasBreach(Breach.Kind.ANSWER_LATE)).isTrue();
        }

        @Test
        void areNotGivenByBeingMade() {
            var made = receivedInPerson("2021-06-01").answerMade("2021-06-25");

            assertThat(CN.read(made.events()).endedOn()).isNull();
            assertThat(CN.read(made.events(), day("2021-07-01")).breaches())
                    .containsExactly(new Breach(Breach.Kind.NOT_ANSWERED, day("2021-07-01"), -1));
            var madeLate = receivedInPerson("2021-06-01").answerMade("2021-07-02");
            assertThat(CN.read(madeLate.events()).breaches())
                    .containsExactly(new Breach(Breach.Kind.ANSWER_LATE, day("2021-07-02"), 1));
        }

        @Test
        void areLateInTheRegionOnlyAfterItsOwnLaterDay() {
            var received = receivedInPerson("2021-07-12").answerMade("2021-08-09");

            var warned = received.answerDispatched("2021-08-11");
            assertThat(NX.read(warned.events()).warnBy()).isEqualTo("2021-08-09");
            assertThat(NX.read(warned.events()).breaches()).isEmpty();
            assertThat(CN.read(warned.events()).hasBreach(Breach.Kind.ANSWER_LATE)).isTrue();
            var late = received.answerDispatched("2021-08-12");
            assertThat(NX.read(late.events()).hasBreach(Breach.Kind.ANSWER_LATE)).isTrue();
        }
    }

    @Nested
    @DisplayName("10, arts. 32 and 15: what a third party says moves no deadline by itself")
    class ThirdParties {
        @Test
        void endThePauseWithTheirAnswerWhateverItSays() {
            var asked =
                    receivedInPerson("2021-06-01")
                            .thirdPartyAsked("2021-06-08", "A")
                            .thirdPartyReceived("2021-06-10", "A");

            assertThat(Consulted.THIRD_PARTY.silenceIsConsent()).isFalse();
            assertThat(NX.read(asked.thirdPartyAnswered("2021-06-21", "A").events()).due())
                    .isEqualTo("2021-07-12");
        }

        @Test
        void takeNoMoreDaysWhenTheyAnswerTwiceOrAreUrged() {
            var twice =
                    receivedInPerson("2021-06-01")
                            .thirdPartyAsked("2021-06-08", "A")
                            .thirdPartyReceived("2021-06-10", "A")
                            .thirdPartyAsked("2021-06-16", "A")
                            .thirdPartyAnswered("2021-06-21", "A")
                            .thirdPartyAnswered("2021-06-30", "A");

            assertThat(NX.read(twice.events()).due()).isEqualTo("2021-07-12");
            assertThat(NX.read(twice.events()).remarks())
                    .extracting(Remark::index)
                    .containsExactly(3, 5);
        }
    }

    @Nested
    @DisplayName("Art. 31: the day of receipt follows from the channel")
    class Receipt {
        @ParameterizedTest
        @EnumSource
        void isTheArrivalOrTheConfirmation(RequestChannel channel) {
            var arrived = receivedBy(channel, "2021-06-01");
            var confirmed = arrived.confirmed("2021-06-03");

            if (channel.toBeConfirmed()) {
                assertThat(CN.read(arrived.events()).due()).isNull();
                assertThat(CN.read(arrived.events()).waitingFor())
                        .isEqualTo(WaitingFor.CONFIRMATION);
                assertThat(CN.read(confirmed.events()).due()).isEqualTo("2021-07-02");
            } else {
                assertThat(CN.read(arrived.events()).due()).isEqualTo("2021-06-30");
                assertThat(CN.read(confirmed.events()).due()).isEqualTo("2021-06-30");
            }
        }

        @Test
        void isPointedOutWhenALetterWasNotConfirmedOnItsDay() {
            var letter = receivedBy(RequestChannel.ORDINARY_POST, "2021-06-01");

            assertThat(CN.read(letter.confirmed("2021-06-01").events()).remarks()).isEmpty();
            assertThat(CN.read(letter.confirmed("2021-06-02").events()).remarks())
                    .extracting(Remark::kind)
                    .containsExactly(Remark.Kind.CONFIRMED_LATER);
        }
    }

    @Nested
    @DisplayName("Fees, 信息处理费管理办法 art. 6")
    class Fees {
        @Test
        void stopNothingWhenTheNoticeIsLate() {
            var late =
                    receivedInPerson("2021-06-01").feeNoticed("2021-07-01").feePaid("2021-07-05");

            assertThat(CN.read(late.events()).due()).isEqualTo("2021-06-30");
            assertThat(CN.read(late.events()).hasBreach(Breach.Kind.FEE_NOTICE_LATE)).isTrue();
        }

        @Test
        void areNoticedInTimeByTheDayTheNoticeLeft() {
            var sent =
                    receivedInPerson("2021-06-01")
                            .and(new FeeNoticed(day("2021-07-02"), day("2021-06-30")))
                            .feePaid("2021-07-05");

            assertThat(CN.read(sent.events()).due()).isEqualTo("2021-08-02");
            assertThat(CN.read(sent.events()).breaches()).isEmpty();
        }

        @Test
        void startThePeriodAnewAlsoWhenPaidLateAndSaySo() {
            var late =
                    receivedInPerson("2021-07-20").feeNoticed("2021-08-02").feePaid("2021-08-31");

            assertThat(CN.read(late.events()).payBy()).isEqualTo("2021-08-30");
            assertThat(CN.read(late.events()).due()).isEqualTo("2021-09-28");
            assertThat(CN.read(late.events()).remarks())
                    .extracting(Remark::kind)
                    .containsExactly(Remark.Kind.PAID_LATE);
        }
    }

    @Nested
    @DisplayName("Art. 35: reasons, and a reasonable later day")
    class LaterDays {
        @Test
        void moveTheLastDayWhenToldInTime() {
            var asked = receivedInPerson("2021-06-01").and(new ReasonsAsked(day("2021-06-07")));
            assertThat(CN.read(asked.events()).waitingFor()).isEqualTo(WaitingFor.REASONS);
            assertThat(CN.read(asked.events()).due()).isEqualTo("2021-06-30");

            var set =
                    asked.and(new ReasonsGiven(day("2021-06-15")))
                            .and(new LaterDateSet(day("2021-06-30"), day("2021-09-30")));
            var reading = CN.read(set.events());
            assertThat(reading.due()).isEqualTo("2021-09-30");
            assertThat(reading.days().getLast().effect()).isEqualTo(ClockDay.Effect.UNTIL_DAY_SET);
            assertThat(reading.days().stream().filter(ClockDay::counted)).hasSize(20);
        }

        @Test
        void moveNothingWhenToldLate() {
            var late =
                    receivedInPerson("2021-06-01")
                            .and(new ReasonsAsked(day("2021-06-07")))
                            .and(new ReasonsGiven(day("2021-06-15")))
                            .and(new LaterDateSet(day("2021-07-01"), day("2021-09-30")));

            assertThat(CN.read(late.events()).due()).isEqualTo("2021-06-30");
            assertThat(CN.read(late.events()).hasBreach(Breach.Kind.LATER_DATE_LATE)).isTrue();
        }
    }

    @Nested
    @DisplayName("Ends and new starts")
    class Ends {
        @Test
        void moveNoMoreDeadlines() {
            var answered =
                    receivedInPerson("2021-06-01")
                            .correctionAsked("2021-06-03")
                            .answerDispatched("2021-06-10")
                            .corrected("2021-06-15")
                            .thirdPartyAsked("2021-06-16", "A")
                            .feeNoticed("2021-06-17");

            var reading = CN.read(answered.events());

            assertThat(reading.due()).isEqualTo("2021-06-30");
            assertThat(reading.pauses()).isEmpty();
            assertThat(reading.breaches()).isEmpty();
            assertThat(reading.remarks()).extracting(Remark::index).containsExactly(3, 4, 5);
        }

        @Test
        void oweNothingToWhoeverWithdrew() {
            var withdrawn = receivedInPerson("2021-06-01").and(new Withdrawn(day("2021-06-15")));

            assertThat(CN.read(withdrawn.events(), day("2021-09-01")).breaches()).isEmpty();
        }

        @Test
        void beginAnewWhereACaseIsOpenedAgain() {
            var reopened =
                    receivedInPerson("2021-06-01")
                            .answerDispatched("2021-06-30")
                            .and(new Reopened(day("2021-09-01"), null));
            assertThat(CN.read(reopened.events()).due()).isEqualTo("2021-09-29");

            var ordered =
                    receivedInPerson("2021-06-01")
                            .answerDispatched("2021-06-30")
                            .and(new Reopened(day("2021-09-01"), day("2021-09-15")))
                            .answerDispatched("2021-09-16");
            assertThat(CN.read(ordered.events()).due()).isEqualTo("2021-09-15");
            assertThat(CN.read(ordered.events()).breaches())
                    .containsExactly(new Breach(Breach.Kind.ANSWER_LATE, day("2021-09-16"), 3));
        }
    }

    @Test
    @DisplayName(
            "says where the calendar is provisional, and where the Regulation is not yet in force")
    void saysWhatItTakesForGranted() {
        assertThat(NX.read(receivedInPerson("2026-03-02").events()).provisional()).isTrue();
        assertThat(CN.read(receivedInPerson("2026-03-02").events()).provisional()).isFalse();
        assertThat(CN.read(receivedInPerson("2026-12-15").events()).provisional()).isTrue();
        assertThat(CN.read(receivedInPerson("2019-05-14").events()).remarks())
                .extracting(Remark::kind)
                .containsExactly(Remark.Kind.BEFORE_THE_REGULATION);
        assertThat(CN.read(receivedInPerson("2019-05-15").events()).remarks()).isEqualTo(List.of());
    }
}
