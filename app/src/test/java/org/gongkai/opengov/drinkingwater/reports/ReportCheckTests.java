package org.gongkai.opengov.drinkingwater.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.opengov.drinkingwater.reports.WaterFigures.OCTOBER;

import java.util.List;
import org.gongkai.opengov.drinkingwater.reports.Disagreement.Rule;
import org.gongkai.opengov.drinkingwater.results.SourceMonth;
import org.gongkai.opengov.drinkingwater.results.WaterMonth;
import org.gongkai.opengov.drinkingwater.sources.SourceKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Self-check of a report (报告自检): text, table and data agree, or each place is named")
class ReportCheckTests {
    private static final String TITLE = "2021年10月银川市城市集中式生活饮用水水源水质状况报告";

    private final WaterMonth month = WaterFigures.october();
    private final ReportText text = text(month);

    @Test
    void findsNothingInWhatTheFiguresWrite() {
        assertThat(text.title()).isEqualTo(TITLE);
        assertThat(check(TITLE, text.html())).isEmpty();
        assertThat(check("2021年10月 银川市城市集中式生活饮用水水源水质状况报告", text.html())).isEmpty();
    }

    /** Hardness 470 against 450, iron 0.37 against 0.3 (published figures), pH without multiple. */
    @Test
    void isOfAReportWhoseSentencesSayExactlyWhatIsOverAndTheRest() {
        assertThat(text.html())
                .contains("贺兰水源地：监测 5 项，评价 4 项；总硬度(以CaCO3计)为 470 mg/L，标准限值 450 mg/L，超标 0.04 倍")
                .contains("；pH为 8.8，标准限值 ")
                .contains("铁为 0.37 mg/L，标准限值 0.3 mg/L，超标 0.23 倍")
                .contains("；其余 1 项均符合III类标准；水质类别为IV类；另有 1 项检出限高于标准限值，无法判定（砷）；")
                .contains("西夏水库水源地：监测 3 项，评价 2 项，均符合III类标准；水质类别为II类；另有 1 项只作参考（总氮")
                .contains("本月 3 个水源中参与评价 3 个，其中 2 个达标，水源达标率 66.7%")
                .contains("取水总量 1060 万立方米，其中达标水量 970 万立方米，水量达标率 91.5%");
        assertThat(text.annex().get(3)).contains("贺兰水源地", "2021-10-08", "IV", "未达标");
    }

    @ParameterizedTest(name = "{0} → {1}: {2} at {3}")
    @CsvSource({
        "超标 0.04 倍, 超标 0.4 倍, MULTIPLE, 贺兰水源地",
        "超标 0.04 倍, 超标 0.00 倍, MULTIPLE, 贺兰水源地",
        "为 470 mg/L, 为 740 mg/L, MULTIPLE, 贺兰水源地",
        "其余 1 项均符合, 其余 2 项均符合, REST, 贺兰水源地",
        "其余 1 项均符合, 其余项目均符合, REST, 贺兰水源地",
        "监测 5 项, 监测 39 项, ITEMS, 贺兰水源地",
        "评价 4 项, 评价 5 项, ITEMS, 贺兰水源地",
        "；未达标。, ；达标。, STANDING, 贺兰水源地",
        "东郊水源地：监测 2 项，评价 2 项，均, 东郊水源地：监测 2 项，评价 2 项；铁为 0.4 mg/L，标准限值 0.3 mg/L，超标 0.33 倍；均, STANDING, 东郊水源地",
        "；铁为 0.37 mg/L，标准限值 0.3 mg/L，超标 0.23 倍, '', STANDING, 贺兰水源地",
        "水源达标率 66.7%, 水源达标率 100.0%, TEXT, 达标率",
        "2021年10月，对, 2021年9月，对, MONTH, （一）监测点位",
        "<td>IV</td>, <td>III</td>, TABLE, 附表 贺兰水源地 水质类别",
        "<td>2021-10-08</td><td>IV, <td>2021-09-08</td><td>IV, TABLE, 附表 贺兰水源地 采样日期",
        "<td>120</td>, <td>1200</td>, TABLE, 附表 东郊水源地 取水量（万立方米）",
        "<h2>二、评价标准及方法</h2>, '', MISSING, 二、评价标准及方法"
    })
    void namesThePlaceThatWasAltered(String was, String is, Rule rule, String place) {
        var html = text.html().replaceAll(">\\s+<", "><");
        assertThat(html).contains(was);

        assertThat(check(TITLE, html.replace(was, is)))
                .anyMatch(it -> it.rule() == rule && it.place().equals(place));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2021年9月银川市城市集中式生活饮用水水源水质状况报告, MONTH", "2021年10月吴忠市城市集中式生活饮用水水源水质状况报告, TITLE"})
    void wantsTheTitleOfItsMonth(String title, Rule rule) {
        assertThat(check(title, text.html())).extracting(Disagreement::rule).containsExactly(rule);
    }

    @Test
    void findsWhatNeitherFiguresNorWordsHave() {
        assertThat(check(TITLE, text.html() + "<p>全市水源全部达标。</p>"))
                .containsExactly(new Disagreement(Rule.ADDED, "全市水源全部达标。", "全市水源全部达标。", ""));
        var withWords =
                MonthReport.of(WaterFigures::say, "银川市", month, new ReportWords("", "全市水源全部达标。"));
        assertThat(
                        ReportCheck.of(
                                ReportPeriod.of(OCTOBER),
                                withWords,
                                sources(month),
                                TITLE,
                                withWords.html()))
                .isEmpty();
    }

    @Test
    void findsThatResultsWereCorrectedSince() {
        var corrected =
                WaterFigures.month(
                        WaterFigures.source(2, "东郊水源地", SourceKind.GROUND, "120"),
                        List.of("总硬度 451 mg/L", "铁 0.1 mg/L"));
        var before =
                WaterFigures.month(
                        WaterFigures.source(2, "东郊水源地", SourceKind.GROUND, "120"),
                        List.of("总硬度 450 mg/L", "铁 0.1 mg/L"));

        var found =
                ReportCheck.of(
                        ReportPeriod.of(OCTOBER),
                        text(corrected),
                        sources(corrected),
                        TITLE,
                        text(before).html());
        assertThat(found)
                .contains(new Disagreement(Rule.STANDING, "东郊水源地", "达标", "未达标"))
                .anyMatch(it -> it.place().equals("附表 东郊水源地 达标情况") && it.wanted().equals("未达标"));
    }

    /** 470 against 450 in both wells; in the second the rock does it. */
    @Test
    void tellsWhatIsOverByNatureWithCauseAndPaper() {
        var byNature = WaterFigures.byNature();
        var report = text(byNature);

        assertThat(report.html())
                .contains(
                        "东郊水源地：监测 2 项，评价 2 项；总硬度(以CaCO3计)为 470 mg/L，标准限值 450 mg/L，超标 0.04 倍；其余 1 项")
                .contains(
                        "贺兰水源地：监测 2 项，评价 2 项；总硬度(以CaCO3计)为 470 mg/L，标准限值 450 mg/L，超标 0.04 倍，"
                                + "属天然本底：含水层富含碳酸盐岩，见《本底调查报告》（宁环〔2019〕1号）；其余 1 项均符合III类标准；水质类别为IV类；")
                .contains("由天然本底（地质原因）引起的超标，仍按超标评价，并注明原因和依据的文件。")
                .contains(
                        "本月 2 个水源中参与评价 2 个，其中 0 个达标，水源达标率 0.0%；取水总量 210 万立方米，其中达标水量 0 万立方米，"
                                + "水量达标率 0.0%；另列：不计仅因天然本底超标的水源（贺兰水源地），参与评价 1 个，其中 0 个达标，水源达标率 0.0%，"
                                + "水量达标率 0.0%。");
        assertThat(report.annex().get(1)).contains("总硬度(以CaCO3计)（0.04）");
        assertThat(report.annex().get(2)).contains("总硬度(以CaCO3计)（0.04，天然本底）", "未达标");
        assertThat(checked(byNature, report.html())).isEmpty();
    }

    @ParameterizedTest(name = "{0} → {1}: {2} at {3}")
    @CsvSource({
        "'，属天然本底：含水层富含碳酸盐岩，见《本底调查报告》（宁环〔2019〕1号）', '', BACKGROUND, 贺兰水源地",
        "东郊水源地：监测 2 项，评价 2 项；总硬度(以CaCO3计)为 470 mg/L，标准限值 450 mg/L，超标 0.04 倍, 东郊水源地：监测 2 项，评价 2 项；总硬度(以CaCO3计)为 470 mg/L，标准限值 450 mg/L，超标 0.04 倍，属天然本底, BACKGROUND, 东郊水源地",
        "超标 0.04 倍，属天然本底, 超标 0.4 倍，属天然本底, MULTIPLE, 贺兰水源地",
        "含水层富含碳酸盐岩, 上游来水, TEXT, 贺兰水源地",
        "参与评价 1 个，其中 0 个达标, 参与评价 1 个，其中 1 个达标, TEXT, 达标率",
        "（0.04，天然本底）, （0.04）, TABLE, 附表 贺兰水源地 超标项目（超标倍数）"
    })
    void namesWhereNatureIsToldOtherwiseThanItIsRegistered(
            String was, String is, Rule rule, String place) {
        var byNature = WaterFigures.byNature();
        var html = text(byNature).html().replaceAll(">\\s+<", "><");
        assertThat(html).contains(was);

        assertThat(checked(byNature, html.replace(was, is)))
                .anyMatch(it -> it.rule() == rule && it.place().equals(place));
    }

    private static List<Disagreement> checked(WaterMonth month, String html) {
        return ReportCheck.of(ReportPeriod.of(OCTOBER), text(month), sources(month), TITLE, html);
    }

    /** 452 against 450 is over by 0.004, and never by 0.00 (environment facts 4.6). */
    @ParameterizedTest(name = "452 / 450 printed {0}: {1} disagreements")
    @CsvSource({"0.004, 0", "<0.01, 0", "0.00, 1", "0.01, 1", "<0.001, 1"})
    void wantsTheFirstDigitOfAMultipleThatRoundsToNothing(String printed, int disagreements) {
        var month =
                WaterFigures.of(
                        WaterFigures.source(2, "东郊水源地", SourceKind.GROUND, "120"),
                        OCTOBER,
                        List.of("总硬度 452 mg/L", "铁 0.1 mg/L"));

        assertThat(
                        SourceClaim.check(
                                month,
                                "东郊水源地：监测 2 项，评价 2 项；总硬度(以CaCO3计)为 452 mg/L，标准限值 450 mg/L，超标 "
                                        + printed
                                        + " 倍；其余 1 项均符合III类标准；未达标。"))
                .hasSize(disagreements);
    }

    /** 449 against 250 is 0.796: printed 0.80 or 0.8, both are right. */
    @ParameterizedTest
    @CsvSource({"0.80, 0", "0.8, 0", "0.79, 1"})
    void comparesMultiplesAsNumbers(String printed, int disagreements) {
        var month =
                WaterFigures.of(
                        WaterFigures.source(2, "东郊水源地", SourceKind.GROUND, "120"),
                        OCTOBER,
                        List.of("硫酸盐 449 mg/L"));

        assertThat(
                        SourceClaim.check(
                                month,
                                "东郊水源地：监测 1 项，评价 1 项；硫酸盐为 449 mg/L，标准限值 250 mg/L，超标 "
                                        + printed
                                        + " 倍；未达标。"))
                .hasSize(disagreements);
    }

    @Test
    void leavesASourceAloneThatWasNotMonitored() {
        var closed =
                WaterFigures.month(
                        WaterFigures.source(2, "东郊水源地", SourceKind.GROUND, "120"), List.of());
        var html = text(closed).html();

        assertThat(html).contains("东郊水源地：本月未监测，原因：停水检修，上月达标。").contains("未监测");
        assertThat(
                        ReportCheck.of(
                                ReportPeriod.of(OCTOBER),
                                text(closed),
                                sources(closed),
                                TITLE,
                                html))
                .isEmpty();
    }

    private List<Disagreement> check(String title, String html) {
        return ReportCheck.of(ReportPeriod.of(OCTOBER), text, sources(month), title, html);
    }

    private static ReportText text(WaterMonth month) {
        return MonthReport.of(WaterFigures::say, "银川市", month, ReportWords.NONE);
    }

    private static List<SourceMonth> sources(WaterMonth month) {
        return month.lines().stream().map(WaterMonth.Line::now).toList();
    }
}
