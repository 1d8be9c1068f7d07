package org.gongkai.platform.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A small agency's public documents, for tests of what is found and in which order. */
public final class Corpus {

    /** The real work plan's id. */
    public static final String KEY_POINTS = "key-points";

    private static final Map<String, String> ITEMS =
            Map.of("penalties", "6", "budgets", "7", "emergency", "12");

    private static final LegalForce.Dates IN_FORCE_FOR_FIVE_YEARS =
            new LegalForce.Dates(LocalDate.of(2020, 10, 1), LocalDate.of(2025, 9, 30), null);

    private Corpus() {}

    /** The whole of it, the real work plan among them. */
    public static List<SearchableDocument> documents() {
        List<Draft> all = new ArrayList<>();
        all.add(keyPoints());
        all.add(
                a("water-may", "2021年5月银川市集中式饮用水水源地水质状况报告", "water", 2021)
                        .body("对全市5个集中式饮用水水源地开展监测，各水源地水质均达到或优于Ⅲ类标准，达标率100%。")
                        .index("640100-113/2021-00150")
                        .on("2021-06-10"));
        all.add(
                a("water-june", "2021年6月银川市集中式饮用水水源地水质状况报告", "water", 2021)
                        .body("对全市5个集中式饮用水水源地开展监测，其中地表水型1个、地下水型4个，水质达标。")
                        .index("640100-113/2021-00180")
                        .on("2021-07-09"));
        all.add(
                a("random-plan", "银川市生态环境局2021年度“双随机、一公开”抽查工作计划", "random", 2021)
                        .body("按照“谁执法、谁公示”原则，随机抽取检查对象，随机选派执法检查人员，抽查情况及查处结果及时向社会公开。")
                        .number("银环发〔2021〕23号")
                        .kind("规划计划")
                        .on("2021-03-15"));
        all.add(
                a("random-results", "2021年第二季度污染源日常监管随机抽查结果", "random", 2021)
                        .body("共抽查排污单位46家，发现问题3家，已责令改正。")
                        .on("2021-07-05"));
        all.add(
                a("radiation", "关于办理辐射安全许可证有关事项的通知", "licences", 2020)
                        .body("使用放射源和射线装置的单位，应当依法取得辐射安全许可证。放射性同位素转让须经审批。")
                        .number("银环发〔2020〕61号")
                        .kind("规范性文件")
                        .on("2020-09-01"));
        all.add(
                a("eia", "关于某化工有限公司年产2万吨项目环境影响评价文件的批复", "licences", 2021)
                        .body("原则同意报告书结论。项目竣工后按规定开展环境保护验收，验收合格后方可投入运行。")
                        .number("银审环书〔2021〕11号")
                        .on("2021-04-20"));
        all.add(
                a("permit", "排污许可证核发情况公告（2021年第1号）", "licences", 2021)
                        .body("现将本月核发的排污许可证予以公告，涉及兴庆区、金凤区12家企业。")
                        .on("2021-02-03"));
        all.add(
                a("penalty", "行政处罚决定书（宁A环罚字〔2021〕007号）", "penalties", 2021)
                        .body("当事人未按规定处置危险废物，违反《中华人民共和国固体废物污染环境防治法》，处罚款十万元。")
                        .number("宁A环罚字〔2021〕007号")
                        .on("2021-05-18"));
        all.add(
                a("budget", "银川市生态环境局2021年部门预算", "budgets", 2021)
                        .body("部门预算收支总体情况、“三公”经费预算、绩效目标。")
                        .on("2021-02-20"));
        all.add(
                a("guide", "银川市生态环境局政府信息公开指南", "guide", 2021)
                        .body("依申请公开的受理机构、办公地址、联系电话。申请人可以当面、信函或通过互联网提出申请。")
                        .on("2021-01-08"));
        all.add(
                a("air", "银川市2020年环境空气质量状况", "quality", 2020)
                        .body("全年优良天数306天，PM2.5年均浓度36微克/立方米，臭氧日最大8小时平均值达标。")
                        .on("2021-01-20"));
        all.add(
                a("emergency", "银川市突发环境事件应急预案", "emergency", 2019)
                        .body("适用于银川市行政区域内突发环境事件的应对工作。")
                        .number("银政办发〔2019〕88号")
                        .attachment("附件1 应急物资清单.xlsx\n围油栏 吸附棉 防化服")
                        .on("2019-12-02"));
        all.add(
                a("inspection", "中央生态环境保护督察反馈问题整改落实情况", "remediation", 2020)
                        .body("第四十一项：典农河沿线黑臭水体整治，已完成并销号。")
                        .field("整改时限", "长期坚持")
                        .on("2020-11-30"));
        return all.stream().map(Corpus::document).toList();
    }

    /** The real work plan, from the page as it was published. */
    public static Draft keyPoints() {
        return a(KEY_POINTS, "银川市生态环境局2021年政务公开工作要点", "work", 2021)
                .body(text())
                .index("640100-113/2021-00201")
                .number("银政公开办发〔2021〕1号")
                .kind("规划计划")
                .on("2021-07-30");
    }

    /** Beginning with this id, title and column. */
    public static Draft a(String id, String title, String column, int year) {
        return new Draft(
                id, title, "", null, null, column, "一般信息", year, "2021-01-01", List.of(), Map.of());
    }

    /** As search takes it. */
    public static SearchableDocument document(Draft it) {
        return new SearchableDocument(
                it.id,
                it.title,
                it.body,
                it.number,
                it.index,
                it.column,
                List.of("disclosure", "statutory", it.column),
                it.kind,
                it.year,
                "办公室",
                ITEMS.get(it.column),
                it.kind.equals("规范性文件") ? IN_FORCE_FOR_FIVE_YEARS : null,
                Instant.parse(it.date + "T01:00:00Z"),
                it.attachments,
                it.fields);
    }

    private static String text() {
        try (var stream = Corpus.class.getResourceAsStream("/search/key-points-2021.txt")) {
            String page =
                    new String(
                            Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            return page.substring(page.indexOf("为进一步加强"), page.indexOf("附件:"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A document in the making. */
    public record Draft(
            String id,
            String title,
            String body,
            String number,
            String index,
            String column,
            String kind,
            int year,
            String date,
            List<String> attachments,
            Map<String, String> fields) {

        public Draft body(String it) {
            return new Draft(
                    id, title, it, number, index, column, kind, year, date, attachments, fields);
        }

        public Draft number(String it) {
            return new Draft(
                    id, title, body, it, index, column, kind, year, date, attachments, fields);
        }

        public Draft index(String it) {
            return new Draft(
                    id, title, body, number, it, column, kind, year, date, attachments, fields);
        }

        public Draft kind(String it) {
            return new Draft(
                    id, title, body, number, index, column, it, year, date, attachments, fields);
        }

        public Draft on(String it) {
            return new Draft(
                    id, title, body, number, index, column, kind, year, it, attachments, fields);
        }

        public Draft attachment(String it) {
            return new Draft(
                    id, title, body, number, index, column, kind, year, date, List.of(it), fields);
        }

        public Draft field(String name, String value) {
            return new Draft(
                    id,
                    title,
                    body,
                    number,
                    index,
                    column,
                    kind,
                    year,
                    date,
                    attachments,
                    Map.of(name, value));
        }
    }
}
