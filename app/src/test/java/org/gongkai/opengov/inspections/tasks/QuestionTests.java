package org.gongkai.opengov.inspections.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.gongkai.opengov.inspections.tasks.Question.Fault;
import org.gongkai.opengov.inspections.tasks.Question.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Answers of a check form (检查内容): yes or no, number, words, pictures")
class QuestionTests {

    @ParameterizedTest(name = "{0}, required {1}: “{2}” with {3} pictures is {4}")
    @CsvSource({
        "YES_NO, true,  yes,            0,",
        "YES_NO, true,  not-applicable, 0,",
        "YES_NO, true,  maybe,          0, NOT_AMONG",
        "YES_NO, true,  '',             0, MISSING",
        "YES_NO, false, '',             0,",
        "NUMBER, true,  21.5,           0,",
        "NUMBER, true,  -0.3,           0,",
        "NUMBER, true,  '21,5',         0, NOT_A_NUMBER",
        "NUMBER, true,  1e9,            0, NOT_A_NUMBER",
        "NUMBER, true,  1234567890123456, 0, NOT_A_NUMBER",
        "TEXT,   true,  台账齐全,       0,",
        "TEXT,   true,  '  ',           0, MISSING",
        "PHOTO,  true,  '',             0, MISSING",
        "PHOTO,  true,  '',             1,",
        "PHOTO,  false, '',             0,"
    })
    void areAsTheirKindWants(Kind kind, boolean required, String answer, int photos, Fault fault) {
        var question =
                new Question("q", "内容", kind, kind == Kind.NUMBER ? "mg/L" : null, required, "");

        assertThat(question.fault(answer, photos, true).orElse(null)).isEqualTo(fault);
    }

    @Test
    void mayBeMissingWhileTheRecordIsWritten() {
        var question = new Question("q", "内容", Kind.YES_NO, null, true, "");

        assertThat(question.fault("", 0, false)).isEmpty();
        assertThat(question.fault("maybe", 0, false)).contains(Fault.NOT_AMONG);
        assertThat(question.fault("好".repeat(2_001), 0, false)).contains(Fault.NOT_AMONG);
    }

    @Test
    void needAUnitWhereTheyAreNumbersAndNoneElsewhere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Question("q", "内容", Kind.NUMBER, null, true, ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Question("q", "内容", Kind.TEXT, "mg/L", true, ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Question("Q 1", "内容", Kind.TEXT, null, true, ""));
    }
}
