package org.gongkai.opengov.requestclock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.opengov.requestclock.ACase.day;
import static org.gongkai.opengov.requestclock.ACase.receivedInPerson;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.platform.calendar.NoticesOf2019To2026;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Redating — the notice of 27 January 2020, 国办发明电〔2020〕1号")
class ClockRedatingTests {
    private static final LocalDate AMENDED = day("2020-01-27");
    private static final RequestClock OLD =
            RequestClock.national(NoticesOf2019To2026.BEFORE_THE_2020_EXTENSION);
    private static final RequestClock NEW = ACase.CN;
    private static final RequestClock OLD_NX =
            new RequestClock(
                    NoticesOf2019To2026.NINGXIA_BEFORE_THE_2020_EXTENSION,
                    NoticesOf2019To2026.BEFORE_THE_2020_EXTENSION);

    @ParameterizedTest(name = "received {0}: due {1}, then {2}")
    @CsvSource({
        "2020-01-02, 2020-02-04, 2020-02-06",
        "2020-01-22, 2020-02-25, 2020-02-27",
        "2020-01-19, 2020-02-20, 2020-02-24",
        "2020-01-31, 2020-02-27, 2020-02-28",
        "2020-02-03, 2020-03-02, 2020-03-02"
    })
    void movesOpenCasesAndShowsBothDays(String received, String was, String is) {
        var open = receivedInPerson(received);

        var nation = ClockRedating.of(open.events(), null, OLD, NEW, AMENDED);
        assertThat(nation.before().due()).isEqualTo(was);
        assertThat(nation.after().due()).isEqualTo(is);
        assertThat(nation.moved()).isEqualTo(!was.equals(is));
        var region = ClockRedating.of(open.events(), null, OLD_NX, ACase.NX, AMENDED);
        assertThat(region.before().due()).isEqualTo(was);
        assertThat(region.after().due()).isEqualTo(is);
    }

    @Test
    void namesTheDaysThatChanged() {
        var moved =
                ClockRedating.of(receivedInPerson("2020-01-22").events(), null, OLD, NEW, AMENDED);

        assertThat(moved.changed())
                .extracting(it -> it.is().date().toString())
                .containsExactly("2020-01-31", "2020-02-01");
        assertThat(moved.changed())
                .extracting(it -> it.was().reason().code() + " " + it.is().reason().code())
                .containsExactly("working-day holiday", "make-up-day holiday");
    }

    @Test
    void leavesCasesAloneThatHadEnded() {
        var answered = receivedInPerson("2020-01-02").answerDispatched("2020-01-22");

        var redating = ClockRedating.of(answered.events(), null, OLD, NEW, AMENDED);

        assertThat(redating.moved()).isFalse();
        assertThat(redating.after().due()).isEqualTo("2020-02-04");
        assertThat(redating.changed()).isEmpty();
    }

    @Test
    void judgesAnAnswerAfterTheNoticeByTheNewDay() {
        var answered = receivedInPerson("2020-01-22").answerDispatched("2020-02-27");

        var redating = ClockRedating.of(answered.events(), null, OLD, NEW, AMENDED);

        assertThat(redating.before().hasBreach(Breach.Kind.ANSWER_LATE)).isTrue();
        assertThat(redating.after().breaches()).isEmpty();
    }

    @Test
    void keepsAnAnswerInTimeThatWasInTimeWhenItWentOut() {
        // The other way round: days become working days, and the last day comes nearer.
        var answered = receivedInPerson("2020-01-22").answerDispatched("2020-02-26");

        var beforeItEnded = ClockRedating.of(answered.events(), null, NEW, OLD, day("2020-02-27"));
        assertThat(beforeItEnded.after().breaches()).isEmpty();
        assertThat(beforeItEnded.after().due()).isEqualTo("2020-02-27");

        var afterNotice = ClockRedating.of(answered.events(), null, NEW, OLD, day("2020-02-20"));
        assertThat(afterNotice.after().due()).isEqualTo("2020-02-25");
        assertThat(afterNotice.after().hasBreach(Breach.Kind.ANSWER_LATE)).isTrue();
    }

    @Test
    void keepsANoticeLawfulThatWasInTimeWhenItWentOut() {
        var extended = receivedInPerson("2020-01-22").extended("2020-02-26", 10);

        var redating = ClockRedating.of(extended.events(), null, NEW, OLD, day("2020-02-28"));
        assertThat(redating.after().breaches()).isEmpty();
        assertThat(redating.after().due()).isEqualTo("2020-03-10");

        assertThat(OLD.read(extended.events()).hasBreach(Breach.Kind.EXTENSION_LATE)).isTrue();
    }

    @Test
    void knowsOfEachAmendmentWhatWasInTimeBeforeIt() {
        // Days are freed on 27 January, and worked again by a paper of 20 February.
        var extended = receivedInPerson("2020-01-22").extended("2020-02-26", 10);
        var freed = new RequestClock.Amendment(OLD, AMENDED);
        var workedAgain = new RequestClock.Amendment(NEW, day("2020-02-28"));

        assertThat(OLD.read(extended.events(), null, List.of(freed, workedAgain)).breaches())
                .isEmpty();
        assertThat(OLD.read(extended.events(), null, List.of(freed)).breaches())
                .extracting(Breach::kind)
                .containsExactly(Breach.Kind.EXTENSION_LATE);
    }
}
