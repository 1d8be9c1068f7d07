package org.gongkai.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongkai.platform.calendar.NoticesOf2019To2026.CHINA;
import static org.gongkai.platform.calendar.NoticesOf2019To2026.NINGXIA;
import static org.gongkai.platform.calendar.NoticesOf2019To2026.day;

import java.util.stream.Collectors;
import org.gongkai.platform.calendar.Assumption.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Deadline that explains itself — every day counted or skipped, and why")
class DeadlineTests {

    @Test
    void explainsEachDayFromTheDayAfterToTheDueDay() {
        var deadline = Deadline.count(day("2021-09-17"), 7, CHINA);

        assertThat(deadline.due()).isEqualTo("2021-09-28");
        assertThat(explained(deadline))
                .isEqualTo(
                        """
                        2021-09-18 + make-up-day
                        2021-09-19 - holiday
                        2021-09-20 - holiday
                        2021-09-21 - holiday
                        2021-09-22 + working-day
                        2021-09-23 + working-day
                        2021-09-24 + working-day
                        2021-09-25 - weekend
                        2021-09-26 + make-up-day
                        2021-09-27 + working-day
                        2021-09-28 + working-day""");
        assertThat(deadline.provisional()).isFalse();
        assertThat(deadline.assumptions()).isEmpty();
    }

    @Test
    void saysWhereARegionalFestivalIsSkipped() {
        assertThat(explained(Deadline.count(day("2021-05-12"), 1, NINGXIA)))
                .isEqualTo(
                        """
                        2021-05-13 - regional-festival
                        2021-05-14 - regional-festival
                        2021-05-15 - weekend
                        2021-05-16 - weekend
                        2021-05-17 + working-day""");
    }

    @Test
    void isMissedOnTheFirstDayLate() {
        var deadline = Deadline.count(day("2021-09-10"), 20, CHINA);

        assertThat(deadline.isMissedBy(day("2021-10-14"))).isFalse();
        assertThat(deadline.isMissedBy(day("2021-10-15"))).isTrue();
    }

    @Test
    void hasNoDaysToExplainForNone() {
        var deadline = Deadline.count(day("2027-05-01"), 0, CHINA);

        assertThat(deadline.due()).isEqualTo("2027-05-01");
        assertThat(deadline.days()).isEmpty();
        assertThat(deadline.provisional()).isFalse();
    }

    @Test
    void saysWhatItAssumesOfAnUnknownYear() {
        var deadline = Deadline.count(day("2026-12-21"), 10, CHINA);

        assertThat(deadline.due()).isEqualTo("2027-01-05");
        assertThat(deadline.provisional()).isTrue();
        assertThat(deadline.assumptions())
                .containsExactly(
                        new Assumption(Kind.NATIONAL_NOTICE_UNKNOWN, 2027),
                        new Assumption(Kind.YEAR_END_MAY_CHANGE, 2026));
    }

    @Test
    void saysWhereTheRegionsNoticeIsNotLoaded() {
        var deadline = Deadline.count(day("2026-03-02"), 20, NINGXIA);

        assertThat(deadline.provisional()).isTrue();
        assertThat(deadline.assumptions())
                .containsExactly(new Assumption(Kind.REGIONAL_NOTICE_UNKNOWN, 2026));
    }

    @Test
    void saysThatTheNextNoticeMayStillChangeTheEndOfDecember() {
        assertThat(Deadline.count(day("2026-12-21"), 3, CHINA).assumptions()).isEmpty();
        assertThat(Deadline.count(day("2026-12-21"), 4, CHINA).assumptions())
                .containsExactly(new Assumption(Kind.YEAR_END_MAY_CHANGE, 2026));
        assertThat(Deadline.count(day("2025-12-22"), 5, CHINA).assumptions()).isEmpty();
    }

    @Test
    void explainsForwardsOnly() {
        assertThatThrownBy(() -> Deadline.count(day("2021-09-17"), -1, CHINA))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String explained(Deadline deadline) {
        return deadline.days().stream()
                .map(
                        it ->
                                "%s %s %s"
                                        .formatted(
                                                it.date(),
                                                it.counted() ? "+" : "-",
                                                it.reason().code()))
                .collect(Collectors.joining("\n"));
    }
}
