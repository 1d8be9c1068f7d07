package org.gongkai.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.platform.search.SearchQuery;

/** What readers of a bureau's site look for (检索用例), common and rare. */
final class Questions {

    static final List<SearchQuery> ONE_WORD =
            of(
                    "公开", "环境", "饮用水水源地", "双随机", "排污许可", "危险废物", "放射源", "典农河", "黑臭水体", "细颗粒物",
                    "银川市", "处罚", "环评", "镉", "碳排放管理", "水质", "PM2.5", "征沙水源地", "信访", "预算");

    static final List<SearchQuery> SEVERAL_WORDS =
            of(
                    "饮用水水源地水质状况报告",
                    "2021年政务公开工作要点",
                    "环境空气质量通报 2023",
                    "黑臭水体治理 典农河",
                    "辐射安全许可证申请公告",
                    "行政处罚决定书 化工",
                    "执法检查 双随机 结果",
                    "永宁县 畜禽养殖污染防治",
                    "医疗废物处置工作方案",
                    "优化营商环境 信用修复",
                    "化学需氧量 氨氮 超标",
                    "清洁取暖 实施方案",
                    "突发环境事件应急演练",
                    "机动车污染防治专项行动",
                    "入河排污口排查整治情况");

    static final List<SearchQuery> EXACT =
            of(
                    "\"水质达标率100%\"",
                    "640100-113/2021-00201",
                    "银环发〔2021〕23号",
                    "银环发[2020]",
                    "“谁执法、谁公示”",
                    "双随机 -处罚",
                    "\"随机选派执法检查人员\" 兴庆区",
                    "水源地 -地下水",
                    "华泰化工",
                    "固体废物污染环境防治法",
                    "12345",
                    "查无此词龟兹");

    private Questions() {}

    static List<SearchQuery> all() {
        return Stream.of(ONE_WORD, SEVERAL_WORDS, EXACT).flatMap(List::stream).toList();
    }

    /** Each with filters. */
    static List<SearchQuery> filtered() {
        List<SearchQuery> filtered = new ArrayList<>();
        for (SearchQuery query : all()) {
            filtered.add(
                    switch (filtered.size() % 4) {
                        case 0 -> query.inColumn("water");
                        case 1 -> query.ofYear(2021).ofKind("通知");
                        case 2 -> query.inColumn("statutory").ofYear(2023);
                        default -> query.ofSection("办公室");
                    });
        }
        return filtered;
    }

    private static List<SearchQuery> of(String... texts) {
        return Stream.of(texts).map(SearchQuery::of).toList();
    }
}
