package org.gongkai.opengov.inspections.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.gongkai.opengov.inspections.results.ResultValue.Effect;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Result and measures agree (结果与措施相符) — 行政处罚法 art. 28")
class MeasureRuleTests {

    @ParameterizedTest(name = "{0} with [{1}] by {2}: [{3}]")
    @CsvSource({
        "CLEAN,      '',                          ,           ''",
        "CLEAN,      order-to-correct,            2021-08-13, MEASURE_WITHOUT_PROBLEM",
        "CLEAN,      transfer,                    ,           MEASURE_WITHOUT_PROBLEM",
        "ORDERED,    order-to-correct,            2021-08-13, ''",
        "ORDERED,    'order-to-correct open-case', 2021-08-13, ''",
        "ORDERED,    '',                          ,           ORDER_MISSING",
        "ORDERED,    order-to-correct,            ,           DUE_DATE_MISSING",
        "ORDERED,    order-to-correct,            2021-07-30, ''",
        "ORDERED,    order-to-correct,            2021-07-29, DUE_DATE_BEFORE_END",
        "ORDERED,    open-case,                   2021-08-13, 'ORDER_MISSING DUE_DATE_WITHOUT_ORDER'",
        "PENDING,    open-case,                   ,           ''",
        "PENDING,    transfer,                    ,           ''",
        "PENDING,    '',                          ,           MEASURE_MISSING",
        "PENDING,    order-to-correct,            2021-08-13, MEASURE_MISSING",
        "FAULT,      '',                          ,           ''",
        "FAULT,      order-to-correct,            2021-08-13, ''",
        "UNREACHED,  '',                          ,           ''"
    })
    void orSaysWhatDoesNot(Effect effect, String measures, LocalDate by, String faults) {
        var taken =
                Arrays.stream(measures.split(" "))
                        .flatMap(it -> Measure.named(it).stream())
                        .toList();

        assertThat(MeasureRule.faults(effect, taken, LocalDate.of(2021, 7, 30), by))
                .extracting(Enum::name)
                .containsExactlyInAnyOrderElementsOf(
                        faults.isEmpty() ? List.of() : List.of(faults.split(" ")));
    }

    @Test
    void hasTheEightValuesOfThePatternInTheirOrder() {
        assertThat(ResultValues.marketPattern().on(LocalDate.of(2021, 7, 30)))
                .extracting(ResultValue::term)
                .containsExactly(
                        "未发现问题",
                        "未按规定公示应当公示的信息",
                        "公示信息隐瞒真实情况、弄虚作假",
                        "通过登记的住所（经营场所）无法联系",
                        "发现问题已责令改正",
                        "不配合检查情节严重",
                        "未发现开展本次抽查涉及的经营活动",
                        "发现问题待后续处理");
    }

    @Test
    void offersAnEndedValueNoLongerButStillReadsIt() {
        var ended =
                new ResultValue(
                        "old",
                        "旧值",
                        Effect.CLEAN,
                        LocalDate.of(2020, 1, 1),
                        LocalDate.of(2021, 7, 29),
                        "本机关细则");
        var values = new ResultValues(List.of(ended));

        assertThat(values.on(LocalDate.of(2021, 7, 29))).containsExactly(ended);
        assertThat(values.on(LocalDate.of(2021, 7, 30))).isEmpty();
        assertThat(values.on(LocalDate.of(2019, 12, 31))).isEmpty();
        assertThat(values.find("old")).contains(ended);
    }
}
