package org.gongkai.opengov.drinkingwater;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shape comes in right or is refused by its cells; none is silently wrong. */
@DisplayName("Sheets of laboratories (监测数据表的各种写法)")
class LaboratorySheetTests {
    private static final WaterStandard SURFACE = WaterStandards.cited("GB3838-2002").orElseThrow();
    private static final WaterStandard GROUND =
            WaterStandards.cited("GB/T14848-2017").orElseThrow();

    static Stream<Arguments> areRead() {
        return Stream.of(
                sheet(
                        "items across, units in the headings",
                        """
                        序号|水源地名称|采样日期|氨氮(mg/L)|总硬度（以CaCO3计）（mg/L）|pH
                        1|东郊水源地|2021-11-03|0.02|450|7.5
                        """,
                        "东郊水源地 2021-11 氨氮(以N计) 0.02",
                        "东郊水源地 2021-11 总硬度(以CaCO3计) 450",
                        "东郊水源地 2021-11 pH 7.5"),
                sheet(
                        "a title with the month, a line of groups, units in a line of their own",
                        """
                        2021年11月银川市饮用水水源水质监测结果
                        ||一般化学指标||毒理学指标
                        水源地|备注|铁|锰|汞
                        ||mg/L|μg/L|μg/L
                        东郊水源地||0.3|50|0.04L
                        """,
                        "东郊水源地 2021-11 铁 0.3",
                        "东郊水源地 2021-11 锰 0.05",
                        "东郊水源地 2021-11 汞 0.00004L"),
                sheet(
                        "a row for each value, full-width digits",
                        """
                        监测点位|监测时间|检测项目|检测结果|单位|检出限
                        东郊水源地|2021年11月|砷|未检出|mg/L|0.0003
                        东郊水源地|2021年11月|氟化物|０．８６|mg/L|
                        贺兰水库|2021/11/05|化学需氧量|＜4|mg/L|4
                        """,
                        "东郊水源地 2021-11 砷 0.0003L",
                        "东郊水源地 2021-11 氟化物 0.86",
                        "贺兰水库 2021-11 化学需氧量 4L"),
                sheet(
                        "items down, a column for each place",
                        """
                        2021年 11月监测报告
                        项目|单位|东郊水源地|贺兰水库
                        氨氮|mg/L|0.02|0.31
                        四氯化碳|μg/L|0.3L|2.1
                        """,
                        "东郊水源地 2021-11 氨氮(以N计) 0.02",
                        "贺兰水库 2021-11 氨氮 0.31",
                        "东郊水源地 2021-11 四氯化碳 0.3L",
                        "贺兰水库 2021-11 四氯化碳 0.0021"),
                sheet(
                        "line breaks in headings, means and remarks below",
                        """
                        水源地|月份|溶解性总固体⏎(mg/L)|浑浊度 NTU|嗅和味
                        东郊水源地|2021.11|1,0|0.5L|无
                        平均值||500|0.5|
                        注：L 表示低于检出限||||
                        """
                                .replace("1,0", "986"),
                        "东郊水源地 2021-11 溶解性总固体 986",
                        "东郊水源地 2021-11 浑浊度 0.5L",
                        "东郊水源地 2021-11 嗅和味 无"),
                sheet(
                        "-1, slashes and empty cells are not monitored",
                        """
                        水源地|采样日期|铁(mg/L)|锰(mg/L)|铜(mg/L)|锌(mg/L)
                        东郊水源地|202111|-1|/||0.05
                        """,
                        "东郊水源地 2021-11 锌 0.05"),
                sheet(
                        "codes instead of names, germs in the unit of the method",
                        """
                        断面|监测年月|w21003 mg/L|粪大肠菌群(MPN/100mL)
                        贺兰水库|2021-11|0.31|23
                        """,
                        "贺兰水库 2021-11 氨氮 0.31",
                        "贺兰水库 2021-11 粪大肠菌群 230"),
                sheet(
                        "powers of ten",
                        """
                        水源地|采样日期|粪大肠菌群(个/L)|铅(mg/L)
                        贺兰水库|2021-11-05|1.2×10^3|5.0E-4
                        """,
                        "贺兰水库 2021-11 粪大肠菌群 1200",
                        "贺兰水库 2021-11 铅 0.00050"));
    }

    @DisplayName("come in right")
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void areRead(String name, List<List<String>> rows, List<String> expected) {
        var content = LaboratorySheet.read(rows, LaboratorySheetTests::place);

        assertThat(content.problems()).isEmpty();
        assertThat(content.values()).extracting(LaboratorySheetTests::told).isEqualTo(expected);
    }

    static Stream<Arguments> areRefused() {
        return Stream.of(
                sheet(
                        "a number without a unit",
                        """
                        水源地|采样日期|氨氮|pH
                        东郊水源地|2021-11-03|0.02|7.5
                        """,
                        "C1 NO_UNIT 氨氮(以N计)"),
                sheet(
                        "a unit that measures something else",
                        """
                        水源地|采样日期|浑浊度(mg/L)
                        东郊水源地|2021-11-03|0.5
                        """,
                        "C1 UNKNOWN_UNIT mg/L"),
                sheet(
                        "a column nobody knows",
                        """
                        水源地|采样日期|氨氮(mg/L)|氨氮化物(mg/L)
                        东郊水源地|2021-11-03|0.02|0.3
                        """,
                        "D1 UNKNOWN_COLUMN 氨氮化物(mg/L)"),
                sheet(
                        "a place the agency has not, and none",
                        """
                        水源地|采样日期|铁(mg/L)
                        西郊水源地|2021-11-03|0.02
                        |2021-11-03|0.02
                        """,
                        "A2 UNKNOWN_PLACE 西郊水源地",
                        "A3 NO_PLACE "),
                sheet(
                        "values that are none",
                        """
                        水源地|采样日期|铁(mg/L)|锰(mg/L)|铜(mg/L)
                        东郊水源地|2021-11-03|约0.3|0.1.2|1,160
                        """,
                        "C2 UNKNOWN_VALUE 约0.3",
                        "D2 UNKNOWN_VALUE 0.1.2",
                        "E2 UNKNOWN_VALUE 1,160"),
                sheet(
                        "a month that is none, and none at all",
                        """
                        水源地|采样日期|铁(mg/L)
                        东郊水源地|2021-13|0.02
                        东郊水源地|11月|0.02
                        东郊水源地||0.02
                        东郊水源地|2021.1|0.02
                        """,
                        "B2 UNKNOWN_MONTH 2021-13",
                        "B3 UNKNOWN_MONTH 11月",
                        "B4 NO_MONTH ",
                        "B5 UNKNOWN_MONTH 2021.1"),
                sheet(
                        "the same twice",
                        """
                        水源地|采样日期|铁(mg/L)
                        东郊水源地|2021-11-03|0.02
                        东郊水源地|2021-11-04|0.03
                        """,
                        "C3 TWICE 0.03"),
                sheet(
                        "an item that the place's standard has not",
                        """
                        水源地|采样日期|项目|监测值|单位
                        东郊水源地|2021-11-03|化学需氧量|12|mg/L
                        """,
                        "C2 UNKNOWN_ITEM 化学需氧量"),
                sheet("no table at all", "关于报送监测数据的函|\n请查收|", "A1 NO_HEADINGS 关于报送监测数据的函"),
                sheet(
                        "items down without a month",
                        """
                        项目|单位|东郊水源地
                        铁|mg/L|0.1
                        """,
                        "A1 NO_MONTH 项目"));
    }

    @DisplayName("are refused by their cells")
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void areRefused(String name, List<List<String>> rows, List<String> expected) {
        var content = LaboratorySheet.read(rows, LaboratorySheetTests::place);

        assertThat(content.problems())
                .extracting(it -> it.cell() + " " + it.kind() + " " + it.text())
                .isEqualTo(expected);
    }

    private static Arguments sheet(String name, String text, String... expected) {
        return Arguments.of(
                name,
                text.lines()
                        .map(it -> Arrays.asList(it.replace('⏎', '\n').split("\\|", -1)))
                        .toList(),
                List.of(expected));
    }

    private static Optional<SampledPlace> place(String name) {
        return switch (name) {
            case "东郊水源地" -> Optional.of(new SampledPlace(name, GROUND, WaterBody.GROUNDWATER));
            case "贺兰水库" -> Optional.of(new SampledPlace(name, SURFACE, WaterBody.LAKE));
            default -> Optional.empty();
        };
    }

    private static String told(LaboratorySheet.Value value) {
        var reading =
                switch (value.reading()) {
                    case Reading.Measured it -> it.value().toPlainString();
                    case Reading.NotDetected it -> it.detectionLimit().toPlainString() + "L";
                    case Reading.Observed it -> it.there() ? "有" : "无";
                    default -> value.reading().toString();
                };
        return value.place().name()
                + " "
                + value.month()
                + " "
                + value.item().name()
                + " "
                + reading;
    }
}
