package org.gongkai.opengov.inspections.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Who sees an inspection (任务可见范围): a sealed list is secret until its day")
class TaskSightTests {

    @ParameterizedTest(
            name = "sealed {0}, hidden {1}, ended {2}; team {3}, keeper {4}, reader {5}: {6}")
    @CsvSource({
        "true,  true,  false, true,  false, false, NONE",
        "true,  true,  false, false, true,  true,  LOGGED",
        "true,  true,  false, false, false, true,  NONE",
        "true,  false, false, true,  false, false, LOGGED",
        "true,  false, false, false, true,  true,  LOGGED",
        "true,  false, false, false, false, true,  NONE",
        "true,  false, true,  true,  false, false, PLAIN",
        "true,  false, true,  false, false, true,  PLAIN",
        "true,  false, true,  false, false, false, NONE",
        "false, false, false, true,  false, false, PLAIN",
        "false, false, false, false, false, true,  PLAIN",
        "false, false, false, false, false, false, NONE"
    })
    void isAsTheRuleSays(
            boolean sealed,
            boolean hidden,
            boolean ended,
            boolean team,
            boolean keeper,
            boolean reader,
            TaskSight sight) {
        assertThat(TaskSight.of(sealed, hidden, ended, team, keeper, reader)).isEqualTo(sight);
    }
}
