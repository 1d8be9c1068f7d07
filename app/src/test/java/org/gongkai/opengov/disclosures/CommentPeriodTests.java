package org.gongkai.opengov.disclosures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.disclosures.CommentPeriod.Standing;
import org.gongkai.platform.refusals.FieldProblem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Period for comments — 《重大行政决策程序暂行条例》 art. 15")
class CommentPeriodTests {

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({
        "2021-07-29, NOT_YET_OPEN",
        "2021-07-30, OPEN",
        "2021-08-15, OPEN",
        "2021-08-31, OPEN",
        "2021-09-01, CLOSED"
    })
    void hasBothItsDays(LocalDate day, Standing expected) {
        var period = new CommentPeriod(LocalDate.of(2021, 7, 30), LocalDate.of(2021, 8, 31), "来信");

        assertThat(period.on(day)).isEqualTo(expected);
    }

    @Test
    void mayBeASingleDay() {
        var day = LocalDate.of(2021, 7, 30);

        assertThat(new CommentPeriod(day, day, "座谈").on(day)).isEqualTo(Standing.OPEN);
    }

    @Test
    void isReadFromTheFieldsOfADocument() {
        assertThat(CommentPeriod.in(asked("2021-07-30", "2021-08-31", "来信")))
                .contains(
                        new CommentPeriod(
                                LocalDate.of(2021, 7, 30), LocalDate.of(2021, 8, 31), "来信"));
        assertThat(CommentPeriod.in(Map.of("formedOn", "2021-07-30"))).isEmpty();
    }

    @ParameterizedTest(name = "{0} to {1} by {2}: {3}")
    @CsvSource(
            value = {
                "2021-07-30 | 2021-08-31 | 来信 | ",
                "2021-07-30 | 2021-07-30 | 来信 | ",
                "2021-07-30 | 2021-07-29 | 来信 | fields.commentUntil before",
                "2021-07-30 |            | 来信 | fields.commentUntil required",
                "           | 2021-08-31 | 来信 | fields.commentFrom required",
                "2021-07-30 | 2021-08-31 |      | fields.commentHow required",
                "2021-07-30 | 2021-02-30 | 来信 | fields.commentUntil date"
            },
            delimiter = '|')
    void goesToReviewOnlyWhole(String from, String until, String how, String wrong) {
        var problems = DraftRules.problems(content(DocumentKind.NOTICE, asked(from, until, how)));

        assertThat(problems)
                .extracting(it -> it.field() + " " + it.code())
                .isEqualTo(wrong == null ? List.of() : List.of(wrong));
    }

    @ParameterizedTest
    @CsvSource({"征求意见稿, true", "正式稿, false"})
    void isADraftsAndNoFinalPlans(String stage, boolean may) {
        var fields = new HashMap<>(asked("2021-07-30", "2021-08-31", "来信"));
        fields.putAll(
                Map.of("periodFrom", "2021-01-01", "periodTo", "2025-12-31", "planStage", stage));

        var problems = DraftRules.wrong(content(DocumentKind.PLAN, fields));

        assertThat(problems)
                .extracting(FieldProblem::code)
                .isEqualTo(may ? List.of() : List.of("final-asks-no-comments"));
    }

    private static Map<String, String> asked(String from, String until, String how) {
        var fields = new HashMap<String, String>();
        fields.put("formedOn", "2021-07-28");
        fields.put("commentFrom", from);
        fields.put("commentUntil", until);
        fields.put("commentHow", how);
        return fields;
    }

    private static DocumentContent content(DocumentKind kind, Map<String, String> fields) {
        return new DocumentContent(
                kind,
                "t",
                "water",
                "<p>b</p>",
                "主动公开",
                "条例第二十条",
                3,
                Source.ours(),
                fields,
                List.of(),
                List.of(),
                null);
    }
}
