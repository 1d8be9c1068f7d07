package org.gongkai.opengov.drinkingwater.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.drinkingwater.reports.WatchedMonth.Stage;
import org.gongkai.opengov.drinkingwater.results.SourceMonth;
import org.gongkai.opengov.drinkingwater.results.WaterMonth;
import org.gongkai.opengov.drinkingwater.results.WaterTerms;
import org.gongkai.opengov.drinkingwater.sources.SourceKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** October 2021: samples by the 10th, results by the 31st; report by 10, public by 20 November. */
@DisplayName("What is due of a month (月度督办): done, near or late, on each day")
class WatchedMonthTests {

    @ParameterizedTest(name = "nothing is here on {0}: {1}, {2}, {3}, {4}")
    @CsvSource({
        "2021-10-10, RUNNING, RUNNING, RUNNING, RUNNING",
        "2021-10-11, NEAR, RUNNING, RUNNING, RUNNING",
        "2021-10-20, NEAR, NEAR, RUNNING, RUNNING",
        "2021-10-31, NEAR, NEAR, NEAR, RUNNING",
        "2021-11-01, NEAR, LATE, NEAR, RUNNING",
        "2021-11-10, NEAR, LATE, NEAR, NEAR",
        "2021-11-11, NEAR, LATE, LATE, NEAR",
        "2021-11-20, NEAR, LATE, LATE, NEAR",
        "2021-11-21, NEAR, LATE, LATE, LATE"
    })
    void isLateFromTheDayAfter(
            LocalDate today, String sampling, String results, String report, String publication) {
        var month = WatchedMonth.of(skipped(), WaterTerms.USUAL, false, false, today);

        assertThat(month.stages())
                .extracting(it -> it.level().name())
                .containsExactly(sampling, results, report, publication);
        assertThat(month.at(Stage.RESULTS).open()).containsExactly("东郊水源地");
    }

    @Test
    void isDoneStepByStep() {
        var late = LocalDate.of(2021, 12, 31);
        var here = WatchedMonth.of(WaterFigures.october(), WaterTerms.USUAL, false, false, late);
        var sent = WatchedMonth.of(WaterFigures.october(), WaterTerms.USUAL, true, false, late);
        var released = WatchedMonth.of(WaterFigures.october(), WaterTerms.USUAL, true, true, late);

        assertThat(levels(here)).containsExactly("DONE", "DONE", "LATE", "LATE");
        assertThat(levels(sent)).containsExactly("DONE", "DONE", "DONE", "LATE");
        assertThat(levels(released)).containsExactly("DONE", "DONE", "DONE", "DONE");
    }

    private static List<String> levels(WatchedMonth month) {
        return month.stages().stream().map(it -> it.level().name()).toList();
    }

    private static WaterMonth skipped() {
        var source = WaterFigures.source(2, "东郊水源地", SourceKind.GROUND, "120");
        var none = SourceMonth.of(source, WaterFigures.OCTOBER, null);
        return new WaterMonth(WaterFigures.OCTOBER, List.of(new WaterMonth.Line(none, none, none)));
    }
}
