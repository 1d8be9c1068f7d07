package org.gongkai.platform.textcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.platform.textcheck.papers.DocumentFields;
import org.gongkai.platform.textcheck.papers.DocumentNumber;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Document number — GB/T 9704-2012, 7.2.5")
class DocumentNumberTests {

    @ParameterizedTest
    @ValueSource(strings = {"银政公开办发〔2021〕1号", "国办发明电〔2020〕27号", "国务院令第711号", "国办公开办函〔2019〕61号"})
    void isWellFormed(String written) {
        assertThat(DocumentNumber.isWellFormed(written)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "银政办发[2020]27号, 银政办发〔2020〕27号",
        "银政办发【2020】27号, 银政办发〔2020〕27号",
        "银政办发(2020)27号, 银政办发〔2020〕27号",
        "银政办发〔2017116号, 银政办发〔2017〕116号",
        "银政办发〔201723号, 银政办发〔2017〕23号",
        "银政办发〔201795号, 银政办发〔2017〕95号",
        "银环发〔2021〕5號, 银环发〔2021〕5号",
        "银环发〔２０２１〕５号, 银环发〔2021〕5号",
        "银环发〔2021〕005号, 银环发〔2021〕5号",
        "银环发〔2021〕第5号, 银环发〔2021〕5号",
        "银环发 [2021] 5 号, 银环发〔2021〕5号",
        "银环发2021〕12号, 银环发〔2021〕12号",
        "银环发〔21〕12号, 银环发〔2021〕12号"
    })
    void isRepaired(String written, String meant) {
        assertThat(DocumentNumber.isWellFormed(written)).isFalse();
        assertThat(DocumentNumber.repair(written)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"关于某事的通知", "〔1821〕5号文", "银环发〔2021〕号", "5号"})
    void isLeftAloneWhereNothingCanBeMadeOfIt(String written) {
        assertThat(DocumentNumber.repair(written)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "2021-07-30, 2021-07-30, 2021-09-01, 2026-09-01, ''",
        "2021-07-30, 2021-07-29, 2021-09-01, 2026-09-01, paper.date-order printedOn",
        "2021-07-30, '', 2021-07-29, '', paper.date-order effectiveOn",
        "2021-07-30, 2021-08-01, 2021-09-01, 2021-08-31, paper.date-order expiresOn",
        "2021-02-30, '', '', '', paper.no-such-day formedOn",
        "2020-12-30, '', '', '', paper.year-of-number documentNumber"
    })
    void findsDatesThatContradictEachOther(
            String formed, String printed, String effective, String expires, String found) {
        var fields =
                Map.of(
                        "documentNumber", "银环发〔2021〕5号",
                        "formedOn", formed,
                        "printedOn", printed,
                        "effectiveOn", effective,
                        "expiresOn", expires);

        assertThat(DocumentFields.contradictions(fields))
                .extracting(it -> it.code() + " " + it.field())
                .isEqualTo(found.isEmpty() ? List.of() : List.of(found));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({
        "2021-07-30, 2021-08-28, false",
        "2021-07-30, 2021-08-27, true",
        "2021-07-30, '', false",
        "2021-02-01, 2021-03-02, false",
        "2021-02-01, 2021-03-01, true"
    })
    void remindsOfThirtyDaysForComments(String from, String until, boolean reminds) {
        var fields = Map.of("commentFrom", from, "commentUntil", until);

        assertThat(DocumentFields.contradictions(fields))
                .extracting(it -> it.code() + " " + it.field())
                .isEqualTo(reminds ? List.of("paper.comment-period commentUntil") : List.of());
    }
}
