package org.gongkai.opengov.inspections.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.gongkai.opengov.inspections.results.Rectification.Standing;
import org.gongkai.platform.calendar.NoticesOf2019To2026;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Putting right and re-check (责令改正与复查) — 行政处罚法 art. 28")
class RectificationTests {
    private static final LocalDate ORDERED = LocalDate.of(2021, 7, 30);
    private static final LocalDate DUE = LocalDate.of(2021, 8, 13);

    @ParameterizedTest(name = "reported {0}, passed {1}, today {2}: {3}")
    @CsvSource({
        ",           ,      2021-08-13, RUNNING",
        ",           ,      2021-08-14, RECHECK_OWED",
        "2021-08-06, ,      2021-08-06, REPORTED",
        "2021-08-16, ,      2021-08-16, REPORTED",
        "2021-08-06, true,  2021-08-20, PASSED",
        ",           false, 2021-08-20, FAILED"
    })
    void stand(LocalDate reported, Boolean passed, LocalDate today, Standing standing) {
        var rechecked = passed == null ? null : LocalDate.of(2021, 8, 18);

        assertThat(new Rectification(ORDERED, DUE, reported, rechecked, passed).standing(today))
                .isEqualTo(standing);
    }

    @ParameterizedTest(name = "reported {0}: re-check by {1}")
    @CsvSource({
        ",           2021-08-27",
        "2021-08-06, 2021-08-20",
        "2021-08-13, 2021-08-27",
        "2021-08-16, 2021-08-27"
    })
    void areLookedAtWithinTenWorkingDaysOfTheEarlierDay(LocalDate reported, LocalDate by) {
        assertThat(
                        new Rectification(ORDERED, DUE, reported, null, null)
                                .recheckBy(NoticesOf2019To2026.NINGXIA))
                .isEqualTo(by);
    }

    @Test
    void cannotBeDueBeforeTheOrderNorRecheckedWithoutOutcome() {
        assertThatIllegalArgumentException().isThrownBy(() -> Rectification.ordered(DUE, ORDERED));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rectification(ORDERED, DUE, null, DUE, null));
    }
}
