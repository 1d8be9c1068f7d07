package org.gongkai.opengov.drinkingwater;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a column of a laboratory's sheet is about (表头): a place, a month, or an item with its unit.
 */
sealed interface SheetHeading {

    /** A column with a part of its own. */
    enum Part implements SheetHeading {
        PLACE(
                "水源地名称", "水源地", "水源名称", "水源", "断面名称", "断面", "点位名称", "点位", "监测点位", "采样点", "采样点位",
                "样品名称", "监测点"),
        MONTH("采样日期", "采样时间", "监测日期", "监测时间", "日期", "年月", "月份", "监测月份", "监测年月"),
        ITEM("项目", "监测项目", "检测项目", "分析项目", "指标", "项目名称", "监测指标", "检测指标"),
        VALUE("监测值", "结果", "检测结果", "监测结果", "浓度", "测定值", "数值", "监测浓度"),
        UNIT("单位", "计量单位"),
        DETECTION_LIMIT("检出限", "方法检出限", "最低检出限");

        private final List<String> names;

        Part(String... names) {
            this.names = List.of(names);
        }

        static Optional<SheetHeading> named(String heading) {
            return Arrays.stream(values())
                    .filter(it -> it.names.contains(heading))
                    .map(SheetHeading.class::cast)
                    .findFirst();
        }
    }

    /** A column whose content says nothing about values. */
    record OfNoMatter() implements SheetHeading {
        private static final List<String> NAMES =
                List.of(
                        "序号",
                        "编号",
                        "备注",
                        "行政区",
                        "县区",
                        "区县",
                        "水源地性质",
                        "水源类型",
                        "水源性质",
                        "监测单位",
                        "报告编号",
                        "分析方法",
                        "检测方法",
                        "方法依据",
                        "样品编号",
                        "采样人",
                        "达标情况",
                        "水质类别",
                        "超标项目",
                        "主要污染指标",
                        "主要污染指标(超标倍数)",
                        "标准限值",
                        "限值",
                        "III类标准限值",
                        "Ⅲ类标准限值",
                        "评价",
                        "取水总量",
                        "取水量");
    }

    /**
     * A column, or row, of values of one item.
     *
     * @param name as it stands there, without the unit
     * @param unit empty if none stands there
     */
    record OfItem(String name, String unit) implements SheetHeading {}

    Pattern UNIT_IN_BRACKETS = Pattern.compile("(.*\\S)\\s*[(（]([^()（）]+)[)）]");
    Pattern UNIT_BEHIND = Pattern.compile("(.*\\S)(?:\\s+|[,，:：]\\s*)(\\S+)");

    /** What this heading means; empty if nobody knows. */
    static Optional<SheetHeading> of(String heading) {
        var plain = heading.replaceAll("\\s", "").replaceAll("[:：*]$", "");
        return Part.named(plain)
                .or(
                        () ->
                                OfNoMatter.NAMES.contains(plain.replace('（', '(').replace('）', ')'))
                                        ? Optional.of(new OfNoMatter())
                                        : Optional.empty())
                .or(() -> item(heading));
    }

    /** An item of a shipped standard, with or without its unit. */
    private static Optional<SheetHeading> item(String heading) {
        for (var pattern : List.of(UNIT_IN_BRACKETS, UNIT_BEHIND)) {
            var match = pattern.matcher(heading);
            if (match.matches()
                    && LaboratoryUnit.of(match.group(2)).isPresent()
                    && isItem(match.group(1))) {
                return Optional.of(new OfItem(match.group(1), match.group(2)));
            }
        }
        return isItem(heading) ? Optional.of(new OfItem(heading, "")) : Optional.empty();
    }

    private static boolean isItem(String name) {
        return WaterStandards.shipped().stream()
                .anyMatch(
                        standard ->
                                ItemNames.find(standard, name, WaterBody.GROUNDWATER).isPresent());
    }
}
