package org.gongkai.opengov.remediation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.remediation.Measure.Direction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Measures and states of remediation (整治指标和状态)")
class MeasureTests {

    @ParameterizedTest(name = "{0} {2} from {1}, reached {3}: met {4}, {5} %")
    @CsvSource({
        "AT_LEAST, 0, 12, 6, false, 50",
        "AT_LEAST, 0, 12, 12, true, 100",
        "AT_LEAST, 0, 12, 11.99, false, 99",
        "AT_LEAST, , 12, 3, false, 25",
        "AT_LEAST, 11, 46, 38, false, 77",
        "AT_LEAST, 5, 12, 4, false, 0",
        "AT_MOST, 2.6, 1.5, 1.5, true, 100",
        "AT_MOST, 2.6, 1.5, 1.51, false, 99",
        "AT_MOST, 2.6, 1.5, 2.7, false, 0",
        "AT_MOST, , 1.5, 1.6, false, ",
        "AT_MOST, , 1.5, 1.4, true, 100",
        "AT_LEAST, 12, 12, 3, false, ",
        "AT_MOST, 35, 40, 45, false, ",
        "AT_MOST, 35, 40, 38, true, 100",
        "AT_LEAST, 40, 35, 30, false, ",
        "AT_LEAST, 0, 12, , false, "
    })
    void areMetAtTheTargetAndNeverWholeBefore(
            Direction direction,
            @Nullable BigDecimal baseline,
            BigDecimal target,
            @Nullable BigDecimal reached,
            boolean met,
            @Nullable Integer percent) {
        var measure =
                new Measure(
                        "截污管网",
                        "公里",
                        direction,
                        baseline,
                        target,
                        reached,
                        reached == null ? null : LocalDate.of(2021, 6, 30));

        assertThat(measure.met()).isEqualTo(met);
        assertThat(measure.percent().orElse(null)).isEqualTo(percent);
    }

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({
        "2021-02-28, NOT_BEGUN",
        "2021-03-01, UNDER_WAY",
        "2021-09-30, UNDER_WAY",
        "2021-10-01, OVERDUE"
    })
    void isOverdueTheDayAfterItsDeadline(LocalDate day, ProjectState state) {
        assertThat(ProjectState.on(day, project())).isEqualTo(state);
    }

    @Test
    void anExtensionMovesTheLastDay() {
        var extended =
                project()
                        .withExtensions(
                                List.of(
                                        new Extension(
                                                LocalDate.of(2021, 12, 31),
                                                "汛期",
                                                "银生环函〔2021〕30号",
                                                LocalDate.of(2021, 9, 1))));

        assertThat(ProjectState.on(LocalDate.of(2021, 12, 31), extended))
                .isEqualTo(ProjectState.UNDER_WAY);
        assertThat(ProjectState.on(LocalDate.of(2022, 1, 1), extended))
                .isEqualTo(ProjectState.OVERDUE);
    }

    @Test
    void aFailedAcceptanceLeavesItUnderWayOrOverdueAndClosingNeedsAPassedOne() {
        var day = LocalDate.of(2021, 9, 1);
        var done = new Completion(day, "竣工资料");
        var closing = new Stage(1, "closing", "", day, null, null);
        var closed = project().withStages(List.of(closing));

        assertThat(ProjectState.on(day, project().ended(done, null)))
                .isEqualTo(ProjectState.COMPLETED);
        assertThat(ProjectState.on(day, closed.ended(done, accepted(false))))
                .isEqualTo(ProjectState.UNDER_WAY);
        assertThat(ProjectState.on(LocalDate.of(2021, 10, 1), closed.ended(done, accepted(false))))
                .isEqualTo(ProjectState.OVERDUE);
        assertThat(ProjectState.on(day, project().ended(done, accepted(true))))
                .isEqualTo(ProjectState.ACCEPTED);
        assertThat(ProjectState.on(day, closed.ended(done, accepted(true))))
                .isEqualTo(ProjectState.CLOSED);
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "市市政管理局, 市市政管理局, true",
        "市市政管理局（排水处）, 市市政管理局(排水处), true",
        "市市政管理局, 市 市政管理局, true",
        "市市政管理局, 市生态环境局, false"
    })
    void aUnitIsTheSameHoweverItsNameIsSpaced(String one, String other, boolean same) {
        assertThat(Acceptance.sameUnit(one, other)).isEqualTo(same);
    }

    private static Acceptance accepted(boolean passed) {
        return new Acceptance("市生态环境局", LocalDate.of(2021, 9, 1), passed, "验收意见");
    }

    private static ProjectContent project() {
        return ProjectContent.of(
                Medium.WATER,
                new ProjectFacts(
                        "四号干沟",
                        "640106",
                        "年度任务",
                        "银生环发〔2021〕12号",
                        "市市政管理局",
                        "高工",
                        LocalDate.of(2021, 3, 1),
                        LocalDate.of(2021, 9, 30)));
    }
}
