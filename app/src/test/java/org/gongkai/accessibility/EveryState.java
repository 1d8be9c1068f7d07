package org.gongkai.accessibility;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.DemoPeople;

/**
 * One document in each state (各种状态的文件各一份), with what makes pages hard: a wide table, long words,
 * lists, a picture, files, findings, a return with marked passages, a correction.
 */
final class EveryState {
    private static final String PLAIN =
            "<h2>一、基本情况</h2><p>2021年7月，银川市集中式饮用水水源地水质监测按计划完成，监测结果如下。</p>";

    private static final String WIDE =
            PLAIN
                    + "<table><thead><tr><th>水源地</th><th>类型</th><th>监测项目数</th><th>达标项目数</th><th>水质类别</th><th>达标率</th><th>主要超标项目（超标倍数）</th></tr></thead>"
                    + "<tbody><tr><td>东郊水源地</td><td>地下水</td><td>39</td><td>39</td><td>Ⅲ类</td><td>100%%</td><td>无</td></tr>"
                    + "<tr><td>贺兰山水源地（金凤区、西夏区）</td><td>地下水</td><td>39</td><td>38</td><td>Ⅳ类</td><td>97.4%%</td><td>总硬度（0.12）、溶解性总固体（0.08）</td></tr></tbody></table>"
                    + "<h3>（一）说明</h3><ul><li>监测频次：每月一次。</li><li>依据：《地下水质量标准》（GB/T 14848—2017）。</li></ul>"
                    + "<blockquote><p>本表由监测站提供。</p></blockquote>"
                    + "<p>详见 https://www.example.gov.cn/water/2021/07/report/monthly-report-of-drinking-water-sources.html</p>"
                    + "<p><img src=\"%s\" alt=\"五个水源地的位置\"></p>";

    private final DemoPeople people;
    private final List<Map<String, String>> files = new ArrayList<>();
    private final String image;
    private final List<String> ids = new ArrayList<>();
    private String published = "";
    private String withdrawn = "";
    private String openForComment = "";
    private String normative = "";
    private String plan = "";

    private EveryState(DemoPeople people) {
        this.people = people;
        var bytes = "附件正文".getBytes(StandardCharsets.UTF_8);
        var kept = people.as("clerk").upload("/api/v1/files", "监测点位表.txt", bytes, Map.of());
        files.add(Map.of("sha256", kept.expect(201).text("/sha256"), "name", "监测点位表.txt"));
        files.addAll(ReadFiles.uploaded(people));
        var picture = Picture.png(640, 240);
        this.image =
                people.as("clerk")
                        .upload("/api/v1/files", "map.png", picture, Map.of())
                        .expect(201)
                        .text("/address");
    }

    /** Made by the demo agency's people. */
    static EveryState at(int port) {
        var states = new EveryState(DemoPeople.at(port));
        states.make();
        return states;
    }

    /** Desk addresses of all of them. */
    List<String> deskPaths() {
        return ids.stream().map(it -> "/desk/documents/" + it).toList();
    }

    /** Public address of the corrected document with table, picture and file. */
    String published() {
        return "/d/" + published;
    }

    /** Its attachments as pages: a wide sheet, the end of a long text, a scan. */
    List<String> readings() {
        return List.of(
                published() + "/attachments/2/read",
                published() + "/attachments/3/read/2",
                published() + "/attachments/4/read");
    }

    /** Public addresses to begin walking the portal from. */
    List<String> publicPaths() {
        var paths = new ArrayList<>(PublicPages.STARTS);
        paths.add(published());
        paths.addAll(readings());
        paths.addAll(List.of(withdrawn(), openForComment(), "/d/" + normative, "/d/" + plan));
        return paths;
    }

    /** Public address of the withdrawn one. */
    String withdrawn() {
        return "/d/" + withdrawn;
    }

    /** Public address of a draft that readers may comment on. */
    String openForComment() {
        return "/d/" + openForComment;
    }

    private void make() {
        keep(people.draft(input("起草中的通知")));
        keep(people.draft(withFindings()));
        var submitted = keep(people.submitted(wide("水源地水质监测月报（审签中）")));
        people.sign("head", submitted).expect(200);
        var again = input("送审后退回的通知");
        var returned = keep(people.submitted(again));
        people.step("head", returned, "return", remark()).expect(200);
        keep(people.approved(input("已审定待发布的通知")));
        var scheduled = keep(people.approved(input("定时发布的通知")));
        people.step("office", scheduled, "schedule", Map.of("at", "2099-01-04T09:00:00+08:00"))
                .expect(200);
        published = number(corrected());
        withdrawn = number(withdrawnDocument());
        openForComment = number(keep(people.published(consultation())));
        normative = number(keep(people.published(normativeDocument())));
        plan = number(keep(people.published(plan())));
        var keptInput = input("不予公开的内部事项");
        keptInput.put("attribute", "不予公开");
        keptInput.put("legalGround", "《政府信息公开条例》第十六条第一款");
        keptInput.remove("article20Item");
        var kept = keep(people.approved(keptInput));
        people.step("office", kept, "keep", Map.of()).expect(200);
        var discarded = keep(people.draft(input("作废的草稿")));
        people.step("clerk", discarded, "discard", Map.of()).expect(200);
    }

    private String corrected() {
        var id = keep(people.published(wide("2021年7月银川市集中式饮用水水源地水质监测信息公开表（含金凤区、西夏区各监测点位）")));
        var correction = wide("2021年7月银川市集中式饮用水水源地水质监测信息公开表（含金凤区、西夏区各监测点位）");
        correction.remove("kind");
        correction.put("note", "更正贺兰山水源地的达标项目数");
        correction.put("bodyHtml", correction.get("bodyHtml").toString().replace("97.4%", "97.5%"));
        people.step("clerk", id, "correct", correction).expect(200);
        people.step("clerk", id, "submit", Map.of()).expect(200);
        DemoPeople.SIGNERS.forEach(it -> people.sign(it, id).expect(200));
        people.step("office", id, "publish", Map.of()).expect(200);
        return id;
    }

    private String withdrawnDocument() {
        var id = keep(people.published(input("已撤回的通知")));
        people.step(
                        "office",
                        id,
                        "withdraw",
                        Map.of("reason", "数据有误", "legalBasis", "《政府信息公开条例》第六条"))
                .expect(200);
        return id;
    }

    private static Map<String, Object> consultation() {
        var input = input("关于《银川市扬尘污染防治办法（征求意见稿）》公开征求意见的公告");
        input.put("column", "notices");
        input.put(
                "fields",
                Map.of(
                        "formedOn", "2021-07-28",
                        "commentFrom", "2021-07-30",
                        "commentUntil", "2021-08-31",
                        "commentHow", "来信请寄银川市金凤区（演示地址）法规科，或者致电0951-0000100"));
        return input;
    }

    private static Map<String, Object> normativeDocument() {
        var input = input("银川市生态环境局关于加强饮用水水源地环境管理的规定");
        input.put("kind", "normative-document");
        input.put("column", "documents");
        input.put(
                "fields",
                Map.of(
                        "formedOn", "2021-07-28",
                        "documentNumber", "银环规发〔2021〕7号",
                        "printedOn", "2021-07-28",
                        "effectiveOn", "2021-07-29",
                        "issuer", "银川市生态环境局",
                        "topic", "生态环境",
                        "legalityReview", "已审核"));
        return input;
    }

    private static Map<String, Object> plan() {
        var input = input("银川市生态环境保护“十四五”规划");
        input.put("kind", "plan");
        input.put("column", "plans");
        input.put(
                "fields",
                Map.of(
                        "formedOn", "2021-07-28",
                        "periodFrom", "2021-01-01",
                        "periodTo", "2025-12-31",
                        "planStage", "正式稿"));
        return input;
    }

    private static Map<String, Object> remark() {
        return Map.of(
                "reason",
                "请写明监测日期",
                "passages",
                List.of(Map.of("quote", "按计划完成", "note", "写明完成日期")));
    }

    private static Map<String, Object> input(String title) {
        return DemoPeople.notice(title, PLAIN);
    }

    private static Map<String, Object> withFindings() {
        return DemoPeople.notice(
                "有提示的草稿",
                PLAIN + "<p>联系人张三，身份证号码11010519491231002X，手机13800138000。发文字号：银环发[2021]12号。</p>");
    }

    private Map<String, Object> wide(String title) {
        var input = DemoPeople.notice(title, WIDE.formatted(image));
        input.put("attachments", files);
        return input;
    }

    private String number(String id) {
        return people.read(id).text("/indexNumber");
    }

    private String keep(String id) {
        ids.add(id);
        return id;
    }
}
