package org.gongkai.opengov.inspections.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("By when plan and draws are owed (ADR 0238)")
class PlanTermsTests {
    @Test
    void wantsThePlanByTheEndOfMarchUnlessTheAgencySaysOtherwise() {
        assertThat(PlanTerms.USUAL.planDue(2026)).isEqualTo("2026-03-31");
        var leapDay = new PlanTerms(LocalDate.of(2020, 1, 1), "市局通知", MonthDay.of(2, 29), 2, 40);
        assertThat(leapDay.planDue(2024)).isEqualTo("2024-02-29");
        assertThat(leapDay.planDue(2026)).isEqualTo("2026-02-28");
    }

    @ParameterizedTest(name = "quarter {0}, month {1}: {2}")
    @CsvSource({
        "1, 1, 2026-01-31",
        "1, 2, 2026-02-28",
        "2, 1, 2026-04-30",
        "3, 3, 2026-09-30",
        "4, 1, 2026-10-31",
        "4, 3, 2026-12-31"
    })
    void wantsTheDrawWithinAMonthOfItsQuarter(int quarter, int month, LocalDate due) {
        var terms = new PlanTerms(LocalDate.of(2020, 1, 1), "", MonthDay.of(3, 31), month, 60);

        assertThat(terms.drawDue(2026, quarter)).isEqualTo(due);
    }

    @ParameterizedTest(name = "{0} is in quarter {1}")
    @CsvSource({
        "2026-01-01, 1",
        "2026-03-31, 1",
        "2026-04-01, 2",
        "2026-06-30, 2",
        "2026-07-01, 3",
        "2026-10-01, 4",
        "2026-12-31, 4"
    })
    void knowsTheQuarterOfADay(LocalDate day, int quarter) {
        assertThat(PlanTerms.quarterOf(day)).isEqualTo(quarter);
    }

    @Test
    void knowsFirstAndLastDayOfAQuarter() {
        assertThat(PlanTerms.firstDay(2026, 4)).isEqualTo("2026-10-01");
        assertThat(PlanTerms.lastDay(2024, 1)).isEqualTo("2024-03-31");
    }
}
