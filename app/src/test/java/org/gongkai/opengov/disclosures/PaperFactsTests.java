package org.gongkai.opengov.disclosures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a paper says of itself (文面要素) — GB/T 9704-2012, 7.2.5 and 7.3.5")
class PaperFactsTests {

    @ParameterizedTest(name = "{3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "银环发〔2021〕12号|正文|银川市生态环境局|2021年7月28日, 银环发〔2021〕12号, 2021-07-28, as papers are set",
                "正文|二〇二一年七月, -, -, neither number nor day",
                "依据银环发〔2020〕3号文件|正文, -, -, a number that is only cited",
                "正文于2021年7月1日通过|落款, -, -, a day within a sentence",
                "正文|2021 年 7 月 28 日, -, 2021-07-28, a day with spaces",
                "正文|2021年2月30日, -, -, a day that does not exist",
                "正文|2021年7月28日|抄送：市政府办公室|共印15份, -, 2021-07-28, lines after the day",
                "银环办发〔2021〕05号|正文, -, -, a number with a leading zero"
            })
    void areReadWhereTheStandardPutsThem(String lines, String number, String day, String why) {
        var facts = PaperFacts.in(List.of(lines.split("\\|")));

        assertThat(facts.documentNumber().orElse(null)).isEqualTo(number);
        assertThat(facts.formedOn().map(Object::toString).orElse(null)).isEqualTo(day);
    }

    @Test
    void areNoneInAnEmptyText() {
        assertThat(PaperFacts.in(List.of())).isEqualTo(PaperFacts.in(List.of(" ", "")));
    }
}
