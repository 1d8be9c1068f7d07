package org.gongkai.opengov.drinkingwater.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.ApiClient;
import org.gongkai.testing.ModuleTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ModuleTest
@DisplayName("Having water evaluated, by anybody (公开评价)")
class EvaluationApiTests {
    @LocalServerPort int port;

    @Test
    void explainsEachVerdict() {
        var answer =
                ask(Map.of(
                                "standard",
                                "GB/T14848-2017",
                                "target",
                                "III",
                                "values",
                                List.of(
                                        value("总硬度", "470", "mg/L"),
                                        value("四氯化碳", "0.3L", "μg/L"))))
                        .expect(200);

        assertThat(answer.text("/class")).isEqualTo("IV");
        assertThat(answer.at("/met").asBoolean()).isFalse();
        assertThat(answer.text("/explanation"))
                .isEqualTo(
                        "评价 2 项，未达到III类目标要求，超标项目：总硬度(以CaCO3计)（0.04）。水质类别：IV类，定类项目：总硬度(以CaCO3计)。");
        assertThat(answer.at("/items/0/multiple").decimalValue()).isEqualByComparingTo("0.04");
        assertThat(answer.text("/items/0/explanation"))
                .isEqualTo(
                        "总硬度(以CaCO3计)：监测值 470 mg/L；《地下水质量标准》（GB/T 14848-2017）表1第6项III类限值 ≤450 mg/L，"
                                + "超标 0.04 倍。单项类别：IV类。（该限值取自公开数据，尚未与标准印本核对。）");
        assertThat(answer.text("/items/1/explanation"))
                .isEqualTo(
                        "四氯化碳：监测值 0.3L μg/L；《地下水质量标准》（GB/T 14848-2017）表1第35项III类限值 ≤2.0 μg/L，"
                                + "符合。单项类别：I类。（该限值取自公开数据，尚未与标准印本核对。）");
    }

    @Test
    void tellsTheCauseOfWhatIsOverByNature() {
        var answer =
                ask(Map.of(
                                "standard",
                                "GB/T14848-2017",
                                "values",
                                List.of(
                                        value("总硬度", "470", "mg/L"),
                                        value("pH", "8.8", "无量纲"),
                                        value("铁", "0.2", "mg/L")),
                                "background",
                                List.of(
                                        Map.of(
                                                "item",
                                                "总硬度",
                                                "cause",
                                                "含水层富含碳酸盐岩",
                                                "document",
                                                "《天然本底调查报告》",
                                                "number",
                                                "宁环〔2019〕1号"),
                                        Map.of("item", "pH"),
                                        Map.of("item", "铁", "cause", "含水层富含铁"))))
                        .expect(200);

        assertThat(answer.at("/met").asBoolean()).isFalse();
        assertThat(answer.at("/overOnlyByBackground").asBoolean()).isTrue();
        assertThat(answer.text("/explanation"))
                .isEqualTo(
                        "评价 3 项，未达到III类目标要求，超标项目：总硬度(以CaCO3计)（0.04，天然本底）、pH（天然本底）。"
                                + "超标项目均属天然本底，仍评为未达标。水质类别：IV类，定类项目：总硬度(以CaCO3计)、pH。");
        assertThat(answer.text("/items/0/background"))
                .isEqualTo("属天然本底：含水层富含碳酸盐岩，见《天然本底调查报告》（宁环〔2019〕1号）");
        assertThat(answer.text("/items/0/explanation"))
                .isEqualTo(
                        "总硬度(以CaCO3计)：监测值 470 mg/L；《地下水质量标准》（GB/T 14848-2017）表1第6项III类限值 ≤450 mg/L，"
                                + "超标 0.04 倍。单项类别：IV类。"
                                + "属天然本底：含水层富含碳酸盐岩，见《天然本底调查报告》（宁环〔2019〕1号），仍按超标评价。"
                                + "（该限值取自公开数据，尚未与标准印本核对。）");
        assertThat(answer.text("/items/1/background")).isEqualTo("属天然本底");
        assertThat(answer.at("/items/2/background").isNull()).isTrue();
        assertThat(answer.text("/items/2/explanation")).doesNotContain("天然本底");

        var refused =
                ask(Map.of(
                                "standard",
                                "GB/T14848-2017",
                                "values",
                                List.of(value("铁", "0.2", "mg/L")),
                                "background",
                                List.of(Map.of("item", "总硬"))))
                        .expect(422);
        assertThat(refused.text("/errors/0/field")).isEqualTo("background[0].item");
        assertThat(refused.at("/errors/0").toString()).contains("总硬度");
    }

    @Test
    void explainsRoundingWhatIsForReferenceAndWhatCannotBeJudged() {
        var answer =
                ask(Map.of(
                                "standard",
                                "GB3838-2002",
                                "waterBody",
                                "lake",
                                "use",
                                "drinking-source",
                                "values",
                                List.of(
                                        value("w01018", "20.04", "mg/L"),
                                        value("总氮", "3", "mg/L"),
                                        value("汞", "0.2L", "μg/L"),
                                        value("pH", "9.6", "无量纲"))))
                        .expect(200);

        assertThat(answer.at("/items").findValuesAsString("explanation"))
                .containsExactly(
                        "化学需氧量：监测值 20.04 mg/L，修约到小数点后 1 位（四舍六入五成双）为 20.0；"
                                + "《地表水环境质量标准》（GB 3838-2002）表1第5项III类限值 ≤20 mg/L，符合。单项类别：III类。",
                        "总氮：监测值 3 mg/L，修约到小数点后 2 位（四舍六入五成双）为 3.00；"
                                + "《地表水环境质量标准》（GB 3838-2002）表1第9项III类限值 ≤1.0 mg/L，"
                                + "只作参考，不参与评价（环办〔2011〕22号，水温、总氮、粪大肠菌群以外的21项参与评价）。单项类别：劣V类。",
                        "汞：监测值 0.0002L mg/L；《地表水环境质量标准》（GB 3838-2002）表1第15项III类限值 ≤0.0001 mg/L，"
                                + "检出限高于限值，无法判定。检出限高于更好类别的限值，只能判定不劣于IV类，不参与类别评定。",
                        "pH值：监测值 9.6，修约到小数点后 0 位（四舍六入五成双）为 10；"
                                + "《地表水环境质量标准》（GB 3838-2002）表1第2项限值 6～9，不符合（不计算超标倍数）。");
        assertThat(answer.at("/items").findValuesAsString("notJudgedReason"))
                .contains("for-reference", "detection-limit");
        assertThat(answer.text("/class")).isEqualTo("III");
        assertThat(answer.at("/met").asBoolean()).isFalse();
    }

    @Test
    void namesWhatItDoesNotKnowWithTheNearest() {
        var answer =
                ask(Map.of(
                                "standard",
                                "GB3838-2002",
                                "waterBody",
                                "river",
                                "values",
                                List.of(
                                        value("氨氮化合物", "1", "mg/L"),
                                        value("铅", "约0.05", "mg/L"),
                                        value("铅", "0.05", "NTU"))))
                        .expect(422);

        assertThat(answer.at("/errors").findValuesAsString("field"))
                .containsExactly("values[0].item", "values[1].value", "values[2].unit");
        assertThat(answer.at("/errors/0").toString()).contains("氨氮");
        assertThat(answer.at("/errors/2").toString()).contains("mg/L");
    }

    @Test
    void asksForWhatIsMissing() {
        var answer = ask(Map.of("standard", "GB5749-2022", "target", "VI")).expect(422);

        assertThat(answer.at("/errors").findValuesAsString("field"))
                .containsExactly("standard", "target", "values");
    }

    private ApiAnswer ask(Object body) {
        return ApiClient.at(port).post("/api/v1/public/water/evaluate", body);
    }

    private static Map<String, String> value(String item, String value, String unit) {
        return Map.of("item", item, "value", value, "unit", unit);
    }
}
