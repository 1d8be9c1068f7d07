package org.gongkai.opengov.disclosures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Where a plan stands (规划状态) — work plan 二.1")
class PlanStandingTests {

    @ParameterizedTest(name = "{5}")
    @CsvSource(
            nullValues = "-",
            value = {
                "正式稿, 2021-01-01, 2025-12-31, false, UNDER_WAY, within its period",
                "正式稿, 2021-07-30, 2025-12-31, false, UNDER_WAY, on its first day",
                "正式稿, 2021-07-31, 2025-12-31, false, NOT_YET_BEGUN, the day before its first",
                "正式稿, 2016-01-01, 2021-07-30, false, UNDER_WAY, on its last day",
                "正式稿, 2016-01-01, 2021-07-29, false, HISTORICAL, the day after its last",
                "正式稿, 2021-01-01, 2025-12-31, true, HISTORICAL, when its section says so",
                "征求意见稿, 2016-01-01, 2020-12-31, false, DRAFT_FOR_COMMENT, a draft whatever its period",
                "正式稿, -, -, false, UNDER_WAY, without a period"
            })
    void followsFromStageAndPeriodOn30July2021(
            String stage,
            LocalDate from,
            LocalDate to,
            boolean said,
            PlanStanding expected,
            String why) {
        assertThat(PlanStanding.on(LocalDate.parse("2021-07-30"), stage, from, to, said))
                .isEqualTo(expected);
    }
}
