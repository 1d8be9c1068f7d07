package org.gongkai.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gongkai.platform.calendar.NoticesOf2019To2026.day;

import java.util.stream.Collectors;
import org.gongkai.platform.refusals.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Question to the deadline calculator")
class DeadlineQuestionTests {

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({"2021-09-10, 20, CN", "2014-01-01, 0, NX", "2098-12-31, 400, CN"})
    void isRead(String from, int days, CalendarCode calendar) {
        assertThat(DeadlineQuestion.read(" " + from + " ", "" + days, calendar.name(), ""))
                .isEqualTo(new DeadlineQuestion(day(from), days, calendar, null));
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}: {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-, 20, CN, -, from.missing",
                "2021-02-30, 20, CN, -, day.unreadable",
                "10.09.2021, 20, CN, -, day.unreadable",
                "2013-12-31, 20, CN, -, from.out-of-reach",
                "2099-01-01, 20, CN, -, from.out-of-reach",
                "9999999-01-01, 20, CN, -, day.unreadable",
                "2021-09-10, -, CN, -, days.missing",
                "2021-09-10, 401, CN, -, days.out-of-range",
                "2021-09-10, -1, CN, -, days.out-of-range",
                "2021-09-10, 2.5, CN, -, days.out-of-range",
                "2021-09-10, ２０, CN, -, days.out-of-range",
                "2021-09-10, 99999999999, CN, -, days.out-of-range",
                "2021-09-10, 20, -, -, calendar.unknown",
                "2021-09-10, 20, cn, -, calendar.unknown",
                "2021-09-10, 20, CN, yesterday, day.unreadable"
            })
    void isRefusedWithWhatToMend(
            String from, String days, String calendar, String known, String what) {
        var refusal =
                catchThrowableOfType(
                        Refusal.class, () -> DeadlineQuestion.read(from, days, calendar, known));

        assertThat(refusal.problems())
                .singleElement()
                .satisfies(it -> assertThat(it.messageKey()).endsWith("deadline." + what));
    }

    @Test
    void isRefusedWithAllThatIsWrongAtOnce() {
        var refusal =
                catchThrowableOfType(
                        Refusal.class, () -> DeadlineQuestion.read("x", "x", "x", "x"));

        assertThat(refusal.problems().stream().map(it -> it.field()).collect(Collectors.toList()))
                .containsExactly("from", "workingDays", "calendar", "asKnownOn");
    }
}
