package org.gongkai.opengov.sitechecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gongkai.opengov.sitechecks.CheckMeasure.Weight;
import org.gongkai.platform.refusals.FieldProblem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The measure of a self-check — 国办秘函〔2019〕19号, ADR 0157")
class CheckMeasureTests {

    @ParameterizedTest(name = "{0}, {1} days; {2}, {3} months: {4}")
    @CsvSource({
        "14, 14, 6, 12, ",
        "1, 1, 1, 1, ",
        "14, 14, 6, 60, ",
        "15, 14, 6, 12, homeDays",
        "0, 14, 6, 12, homeDays",
        "14, 15, 6, 12, newsDays",
        "14, 14, 7, 12, noticeMonths",
        "14, 14, 6, 61, otherMonths"
    })
    void isNeverLaxerThanTheInspection(int home, int news, int notices, int others, String wrong) {
        assertThat(fields(new CheckMeasure(home, news, notices, others, Map.of())))
                .isEqualTo(wrong == null ? List.of() : List.of(wrong));
    }

    @ParameterizedTest(name = "{0}: {1} points, {2} at most, veto at {3}: {4}")
    @CsvSource({
        "COLUMN_BLANK, 2, 20, 5, ",
        "COLUMN_BLANK, 5, 50, 1, ",
        "COLUMN_BLANK, 2, 20, 6, column-blank.veto",
        "COLUMN_BLANK, 2, 20, 0, column-blank.veto",
        "COLUMN_BLANK, -1, 20, 5, column-blank.points",
        "COLUMN_BLANK, 2, 101, 5, column-blank.most",
        "DEAD_LINK, 0, 0, 0, ",
        "DEAD_LINK, 1, 20, 1, dead-link.veto"
    })
    void switchesNoVetoOffAndInventsNone(
            CheckItem item, int points, int most, int veto, String wrong) {
        var measure = new CheckMeasure(14, 14, 6, 12, Map.of(item, new Weight(points, most, veto)));

        assertThat(fields(measure)).isEqualTo(wrong == null ? List.of() : List.of(wrong));
    }

    @Test
    void isTheInspectionsWhereNothingIsSet() {
        assertThat(CheckMeasure.USUAL.of(CheckItem.HOME_NOT_UPDATED).vetoes(1)).isTrue();
        assertThat(new CheckMeasure(14, 14, 6, 12, Map.of())).isEqualTo(CheckMeasure.USUAL);
        assertThat(CheckMeasure.USUAL.problems()).isEmpty();
    }

    private static List<String> fields(CheckMeasure measure) {
        return measure.problems().stream().map(FieldProblem::field).toList();
    }
}
