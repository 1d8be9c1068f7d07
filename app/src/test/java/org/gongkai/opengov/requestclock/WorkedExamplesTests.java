package org.gongkai.opengov.requestclock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.opengov.requestclock.ACase.CN;
import static org.gongkai.opengov.requestclock.ACase.NX;
import static org.gongkai.opengov.requestclock.ACase.receivedBy;
import static org.gongkai.opengov.requestclock.ACase.receivedInPerson;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Request clock — the worked examples, 条例 arts. 30 to 34")
class WorkedExamplesTests {

    @Test
    void countsFromTheConfirmationOfAnOnlineRequestAcrossEidAlAdha() {
        var online = receivedBy(RequestChannel.ONLINE, "2021-07-10").confirmed("2021-07-12");

        var region = NX.read(online.events());
        assertThat(region.receivedOn()).isEqualTo("2021-07-12");
        assertThat(region.correctionNoticeBy()).isEqualTo("2021-07-23");
        assertThat(region.due()).isEqualTo("2021-08-11");
        assertThat(region.warnBy()).isEqualTo("2021-08-09");
        assertThat(region.extendableTo()).isEqualTo("2021-09-08");

        var nation = CN.read(online.events());
        assertThat(nation.correctionNoticeBy()).isEqualTo("2021-07-21");
        assertThat(nation.due()).isEqualTo("2021-08-09");
        assertThat(nation.warnBy()).isEqualTo("2021-08-09");
        assertThat(nation.extendableTo()).isEqualTo("2021-09-06");
    }

    @Test
    void reachesThatFarWhenItIsExtendedInFull() {
        var extended =
                receivedBy(RequestChannel.ONLINE, "2021-07-12")
                        .confirmed("2021-07-12")
                        .extended("2021-08-09", 20);

        assertThat(NX.read(extended.events()).due()).isEqualTo("2021-09-08");
        assertThat(CN.read(extended.events()).due()).isEqualTo("2021-09-06");
    }

    @Test
    void startsAnewWhenTheCorrectionArrives() {
        var corrected =
                receivedBy(RequestChannel.ONLINE, "2021-07-12")
                        .confirmed("2021-07-12")
                        .correctionAsked("2021-07-21")
                        .corrected("2021-07-28");

        assertThat(NX.read(corrected.events()).due()).isEqualTo("2021-08-25");
        assertThat(CN.read(corrected.events()).due()).isEqualTo("2021-08-25");
    }

    @Test
    void leavesOutTheDaysThatAThirdPartyTakes() {
        var consulted =
                receivedInPerson("2021-06-01")
                        .thirdPartyAsked("2021-06-08", "A")
                        .thirdPartyReceived("2021-06-10", "A")
                        .thirdPartyAnswered("2021-06-21", "A");

        var reading = NX.read(consulted.events());

        assertThat(reading.terms()).singleElement().extracting("due").hasToString("2021-07-02");
        assertThat(reading.due()).isEqualTo("2021-07-12");
        assertThat(reading.pauses())
                .singleElement()
                .satisfies(it -> assertThat(it.from()).isEqualTo("2021-06-09"))
                .satisfies(it -> assertThat(it.to()).isEqualTo("2021-06-21"));
        assertThat(NX.read(receivedInPerson("2021-06-01").events()).due()).isEqualTo("2021-06-30");
    }

    @Test
    void leavesOutFifteenWorkingDaysOfASilentThirdParty() {
        var silent =
                receivedInPerson("2021-06-01")
                        .thirdPartyAsked("2021-06-08", "A")
                        .thirdPartyReceived("2021-06-10", "A");

        var reading = NX.read(silent.events());

        assertThat(reading.pauses().getFirst().to()).isEqualTo("2021-07-02");
        assertThat(reading.due()).isEqualTo("2021-07-27");
        assertThat(Consulted.THIRD_PARTY.silenceIsConsent()).isFalse();
    }

    @Test
    void waitsForTheFeeAndStartsAnewTheDayAfterPayment() {
        var noticed = receivedInPerson("2021-07-20").feeNoticed("2021-08-02");

        var unpaid = NX.read(noticed.events());
        assertThat(unpaid.due()).isNull();
        assertThat(unpaid.waitingFor()).isEqualTo(WaitingFor.FEE);
        assertThat(unpaid.payBy()).isEqualTo("2021-08-30");

        var paid = NX.read(noticed.feePaid("2021-08-18").events());
        assertThat(paid.due()).isEqualTo("2021-09-15");
        assertThat(paid.waitingFor()).isNull();
    }

    @ParameterizedTest(name = "received {0}: correction notice by {1}, answer by {2}")
    @CsvSource({
        "2021-02-05, 2021-02-20, 2021-03-10, Spring Festival and its make-up Saturday",
        "2024-09-30, 2024-10-15, 2024-11-01, National Day and the make-up Saturday after it"
    })
    void countsMakeUpDaysAndSkipsFestivals(String received, String noticeBy, String due) {
        for (var clock : new RequestClock[] {CN, NX}) {
            var reading = clock.read(receivedInPerson(received).events());

            assertThat(reading.correctionNoticeBy()).isEqualTo(noticeBy);
            assertThat(reading.due()).isEqualTo(due);
        }
    }
}
