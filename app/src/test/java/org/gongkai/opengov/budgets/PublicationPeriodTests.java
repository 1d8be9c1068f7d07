package org.gongkai.opengov.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Publication of budgets and accounts — 《预算法》 art. 14")
class PublicationPeriodTests {

    @ParameterizedTest(name = "{2}: approved {0}, public by {1}")
    @CsvSource({
        "2026-02-06, 2026-02-26, the example of the facts: over Spring Festival, no shift",
        "2024-02-09, 2024-02-29, a leap day is the last day",
        "2024-02-10, 2024-03-01, the leap day is counted",
        "2023-02-10, 2023-03-02, no leap year",
        "2026-09-11, 2026-10-01, a holiday stays the last day",
        "2026-12-20, 2027-01-09, over the turn of the year"
    })
    void endsOnTheTwentiethCalendarDay(LocalDate approved, LocalDate last, String why) {
        assertThat(new PublicationPeriod(approved).lastDay()).isEqualTo(last);
    }

    @Test
    void isInTimeOnTheLastDayAndLateOnTheNext() {
        var period = new PublicationPeriod(LocalDate.of(2026, 2, 6));

        assertThat(period.isLate(LocalDate.of(2026, 2, 26))).isFalse();
        assertThat(period.isLate(LocalDate.of(2026, 2, 27))).isTrue();
        assertThat(period.isOverdue(LocalDate.of(2026, 2, 26))).isFalse();
        assertThat(period.isOverdue(LocalDate.of(2026, 2, 27))).isTrue();
    }

    @Test
    void isNearFromSevenDaysBefore() {
        var period = new PublicationPeriod(LocalDate.of(2026, 2, 6));

        assertThat(period.isNear(LocalDate.of(2026, 2, 18))).isFalse();
        assertThat(period.isNear(LocalDate.of(2026, 2, 19))).isTrue();
    }
}
