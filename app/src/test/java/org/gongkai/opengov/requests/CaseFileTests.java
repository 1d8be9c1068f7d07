package org.gongkai.opengov.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A case as its events (案卷) — 《政府信息公开条例》 arts. 30–36")
class CaseFileTests {
    private final List<CaseEvent> events = new ArrayList<>();

    @ParameterizedTest(name = "{0}: received on {1}")
    @CsvSource({
        "IN_PERSON, 2021-06-01",
        "SIGNED_POST, 2021-06-01",
        "ORDINARY_POST, 2021-06-03",
        "ONLINE, 2021-06-03",
        "FAX, 2021-06-03",
        "EMAIL, 2021-06-03",
        "OTHER_UNIT, 2021-06-03",
        "PLATFORM, 2021-06-03"
    })
    void isReceivedByItsChannel(IntakeChannel channel, LocalDate receivedOn) {
        on("2021-06-01", RequestStep.REGISTERED);
        assertThat(CaseFile.of(channel, events).receivedOn().isPresent())
                .isEqualTo(!channel.needsConfirmation());

        on("2021-06-03", RequestStep.CONFIRMED);

        assertThat(CaseFile.of(channel, events).receivedOn()).contains(receivedOn);
    }

    @Test
    void isInConsultationUntilTheLastIsAnswered() {
        on("2021-06-01", RequestStep.REGISTERED);
        on("2021-06-08", RequestStep.THIRD_PARTY_ASKED, "甲");
        on("2021-06-08", RequestStep.AGENCY_ASKED, "水务局");
        on("2021-06-10", RequestStep.THIRD_PARTY_ANSWERED, "甲");
        assertThat(file().stage()).isEqualTo(RequestStage.CONSULTING);

        on("2021-06-11", RequestStep.AGENCY_ANSWERED, "水务局");

        assertThat(file().stage()).isEqualTo(RequestStage.IN_HAND);
    }

    @Test
    void putsALateEntryWhereItBelongs() {
        on("2021-06-01", RequestStep.REGISTERED);
        on("2021-06-10", RequestStep.DRAFTED_ANSWER);
        on("2021-06-03", RequestStep.ACCEPTED);

        assertThat(file().stage()).isEqualTo(RequestStage.DRAFTED);
        assertThat(file().events())
                .extracting(CaseEvent::step)
                .containsExactly(
                        RequestStep.REGISTERED, RequestStep.ACCEPTED, RequestStep.DRAFTED_ANSWER);
    }

    @Test
    void takesInWhatHappenedBeforeItWasAcceptedAndStaysWhereThatLed() {
        on("2021-06-01", RequestStep.REGISTERED);
        on("2021-06-10", RequestStep.ACCEPTED);
        on("2021-06-03", RequestStep.CORRECTION_ASKED);

        assertThat(file().stage()).isEqualTo(RequestStage.AWAITING_CORRECTION);
    }

    @Test
    void owesNothingFromTheDayItLeftAndEverythingOnceReopened() {
        on("2021-06-01", RequestStep.REGISTERED);
        on("2021-06-10", RequestStep.DRAFTED_ANSWER);
        on("2021-06-10", RequestStep.REVIEWED_ANSWER);
        on("2021-06-11", RequestStep.SIGNED_ANSWER);
        on("2021-06-11", RequestStep.MADE_ANSWER);
        assertThat(file().answeredOn()).isEmpty();
        on("2021-06-15", RequestStep.DISPATCHED_ANSWER);
        on("2021-06-18", RequestStep.DELIVERED_ANSWER);
        assertThat(file().answeredOn()).contains(LocalDate.of(2021, 6, 15));

        on("2021-08-02", RequestStep.REOPENED);

        assertThat(file().answeredOn()).isEmpty();
        assertThat(file().stage()).isEqualTo(RequestStage.IN_HAND);
    }

    @Test
    void closesWithoutAnAnswerWhenItIsTakenBack() {
        on("2021-06-01", RequestStep.REGISTERED);
        on("2021-06-02", RequestStep.WITHDRAWN);
        assertThat(file().stage()).isEqualTo(RequestStage.CLOSED);
        assertThat(file().possible())
                .contains(RequestStep.REOPENED)
                .doesNotContain(RequestStep.WITHDRAWN);
    }

    @Test
    void offersAnAnswerOnlyWhereSomebodyWasAskedAndSilenceOnlyWhereTheLetterArrived() {
        on("2021-06-01", RequestStep.REGISTERED);
        assertThat(file().possible())
                .doesNotContain(RequestStep.THIRD_PARTY_ANSWERED, RequestStep.REVIEW_RESULT);
        on("2021-06-02", RequestStep.THIRD_PARTY_ASKED, "甲");
        assertThat(file().possible())
                .contains(RequestStep.THIRD_PARTY_RECEIVED, RequestStep.THIRD_PARTY_ANSWERED)
                .doesNotContain(RequestStep.THIRD_PARTY_SILENT, RequestStep.CO_AUTHOR_ANSWERED);
        on("2021-06-03", RequestStep.THIRD_PARTY_RECEIVED, "甲");
        assertThat(file().possible())
                .contains(RequestStep.THIRD_PARTY_SILENT)
                .doesNotContain(RequestStep.THIRD_PARTY_RECEIVED);
    }

    private CaseFile file() {
        return CaseFile.of(IntakeChannel.IN_PERSON, events);
    }

    private void on(String day, RequestStep step) {
        on(day, step, null);
    }

    private void on(String day, RequestStep step, String party) {
        events.add(
                new CaseEvent(
                        events.size() + 1,
                        step,
                        LocalDate.parse(day),
                        Instant.EPOCH,
                        LocalDate.parse(day),
                        null,
                        null,
                        new EventFacts(null, null, null, party, null, null, null, null, null)));
    }
}
