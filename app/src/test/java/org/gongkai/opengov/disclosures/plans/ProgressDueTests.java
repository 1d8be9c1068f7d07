package org.gongkai.opengov.disclosures.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The status of a plan that is due (落实情况填报期限) — key points 二.1, ADR 0294")
class ProgressDueTests {

    @ParameterizedTest(name = "{7}")
    @CsvSource({
        "2021-12-31, 2021-01-01, 2025-12-31, 2021-07-01,           ,           ,           , the year has not ended",
        "2022-01-01, 2021-01-01, 2025-12-31, 2021-07-01,           , 2021-12-31, 2022-03-31, the day after the year",
        "2022-05-01, 2021-01-01, 2025-12-31, 2021-07-01, 2021-06-30, 2021-12-31, 2022-03-31, told for half of the year only",
        "2022-05-01, 2021-01-01, 2025-12-31, 2021-07-01, 2021-12-31,           ,           , told",
        "2023-02-01, 2021-01-01, 2025-12-31, 2021-07-01, 2021-12-31, 2022-12-31, 2023-03-31, the next year",
        "2022-02-01, 2021-01-01, 2025-12-31, 2022-01-10,           ,           ,           , public only since the year ended",
        "2022-02-01, 2022-01-01, 2025-12-31, 2021-11-01,           ,           ,           , begins after the year",
        "2025-07-01, 2021-01-01, 2025-06-30, 2021-07-01, 2024-12-31, 2025-06-30, 2025-09-30, its own last day",
        "2027-02-01, 2021-01-01, 2025-06-30, 2021-07-01, 2025-06-30,           ,           , past and told to the end",
        "2027-02-01, 2021-01-01, 2025-06-30, 2021-07-01,           , 2025-06-30, 2025-09-30, past and never told",
        "2027-02-01, 2016-01-01, 2020-12-31, 2021-07-01,           ,           ,           , ended before it was public here",
        "2023-02-01,           ,           , 2021-07-01,           , 2022-12-31, 2023-03-31, names no period"
    })
    void isOfEachYearsLastDayAndOfThePlansLastDay(
            LocalDate today,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            LocalDate publicSince,
            @Nullable LocalDate toldUpTo,
            @Nullable LocalDate asOf,
            @Nullable LocalDate lastDay,
            String why) {
        assertThat(ProgressDue.on(today, from, to, publicSince, toldUpTo, 3))
                .as(why)
                .isEqualTo(
                        java.util.Optional.ofNullable(asOf)
                                .map(it -> new ProgressDue(it, lastDay)));
    }

    @ParameterizedTest(name = "on {0}: late {1}")
    @CsvSource({"2022-03-31, false", "2022-04-01, true"})
    void isLateTheDayAfterItsLastDay(LocalDate today, boolean late) {
        var due = new ProgressDue(LocalDate.of(2021, 12, 31), LocalDate.of(2022, 3, 31));
        assertThat(due.late(today)).isEqualTo(late);
    }
}
