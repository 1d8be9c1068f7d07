package org.gongkai.opengov.requests.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.dhatim.fastexcel.Workbook;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.Axe;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.DeskWindow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoAgencyTest
@DisplayName("Cases of another system (历史数据导入) — checked first, taken in whole, once")
class CaseImportJourneyTests {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String PATH = "/desk/requests/imports";
    private static final String HEAD =
            "原编号,申请人类别,姓名或者名称,申请内容,信息形式,获取方式,提交渠道,到达日期,办理环节,发生日期,办理结果,工作日数,对象";

    @LocalServerPort int port;
    @Autowired JdbcClient database;
    @Autowired CaseImportWorker worker;

    private DemoPeople people;

    @BeforeEach
    void start() {
        people = DemoPeople.at(port);
    }

    @Test
    void areCheckedThenTakenInWithStageDeadlineAndFiguresDerived() {
        var number = number();
        var sent =
                sent(
                        one(
                                number,
                                Map.of("type", "accepted", "date", "2021-06-01"),
                                Map.of(
                                        "type",
                                        "third-party-asked",
                                        "date",
                                        "2021-06-08",
                                        "party",
                                        "甲厂"),
                                Map.of(
                                        "type",
                                        "third-party-received",
                                        "date",
                                        "2021-06-10",
                                        "party",
                                        "甲厂"),
                                Map.of(
                                        "type",
                                        "third-party-answered",
                                        "date",
                                        "2021-06-21",
                                        "party",
                                        "甲厂"),
                                Map.of(
                                        "type",
                                        "made",
                                        "date",
                                        "2021-07-09",
                                        "outcome",
                                        "disclosed"),
                                Map.of("type", "dispatched", "date", "2021-07-12")));
        sent.put("dryRun", true);
        var checked = imported(sent);
        assertThat(checked.number("/in")).isEqualTo(1);
        assertThat(count("request_import_mark WHERE outside_number = '" + number + "'")).isZero();
        people.as("office")
                .post(
                        "/api/v1/requests/import/" + checked.number("/id") + "/steps/carry-out",
                        Map.of())
                .expect(200);

        var id = id(number);
        var read = people.as("office").get("/api/v1/requests/" + id).expect(200);
        // Facts 1.3: the consultation moves 30 June to 12 July 2021.
        assertThat(read.text("/due")).isEqualTo("2021-07-12");
        assertThat(read.text("/stage")).isEqualTo("dispatched");
        assertThat(read.text("/answeredOn")).isEqualTo("2021-07-12");
        assertThat(read.json().at("/explanation/breaches")).isEmpty();
        assertThat(read.json().at("/events").findValuesAsString("lateReason")).contains("由“旧系统”导入");
        assertThat(read.json().at("/events").findValuesAsString("note"))
                .contains("原系统未载这一环节，按文书日期补记");
        var page =
                DeskClient.at(port)
                        .signIn("office", DemoPeople.PASSWORD)
                        .open("/desk/requests/" + id)
                        .expect(200);
        assertThat(page.text()).contains("这件申请由“旧系统”导入，原编号" + number);
        assertThat(
                        people.as("office")
                                .get("/api/v1/requests/report?year=2021")
                                .expect(200)
                                .json()
                                .at("/onTimeRate")
                                .isNumber())
                .isTrue();
        // What was sent is forgotten once it is in.
        assertThat(
                        count(
                                "request_import_part WHERE sealed IS NOT NULL AND outside_number = '"
                                        + number
                                        + "'"))
                .isZero();
    }

    @Test
    void comeInOnce() {
        var number = number();
        assertThat(imported(sent(one(number))).number("/in")).isEqualTo(1);
        var again = imported(sent(one(number)));
        assertThat(again.number("/known")).isEqualTo(1);
        assertThat(again.number("/in")).isZero();
        assertThat(count("request_import_mark WHERE outside_number = '" + number + "'"))
                .isEqualTo(1);
        people.as("office")
                .post("/api/v1/requests/import", sent(one(number), one(number)))
                .expect(422);
        // The same number of another system is another case.
        var other = sent(one(number));
        other.put("system", "另一系统");
        assertThat(imported(other).number("/in")).isEqualTo(1);
        assertThat(
                        people.as("office")
                                .get(
                                        "/api/v1/requests/import/"
                                                + again.number("/id")
                                                + "/cases?limit=1")
                                .expect(200)
                                .text("/items/0/result"))
                .isEqualTo("known");
    }

    @Test
    void areRefusedWithTheFirstEventThatCannotBeAndTheOthersComeIn() {
        var good = number();
        var answer =
                imported(
                        sent(
                                one(
                                        number(),
                                        Map.of(
                                                "type",
                                                "third-party-answered",
                                                "date",
                                                "2021-06-21",
                                                "party",
                                                "甲厂")),
                                one(
                                        number(),
                                        Map.of("type", "accepted", "date", "2021-06-02"),
                                        Map.of("type", "withdrawn", "date", "2021-06-01")),
                                one(
                                        number(),
                                        Map.of("type", "accepted", "date", "2021-06-01"),
                                        Map.of("type", "made", "date", "2021-06-02"),
                                        Map.of("type", "dispatched", "date", "2021-06-03")),
                                one(number(), Map.of("type", "accepted", "date", "2099-06-01")),
                                one(number(), Map.of("type", "approved", "date", "2021-06-01")),
                                one(number(), Map.of("type", "fee-paid", "date", "2021-06-02")),
                                one(good)));
        assertThat(answer.number("/broken")).isEqualTo(6);
        assertThat(answer.number("/in")).isEqualTo(1);
        var problems = answer.json().at("/problems");
        assertThat(problems.findValuesAsString("reason"))
                .containsExactly(
                        "“第三方答复”之前没有发生引起它的事情，请先记录那一件。",
                        "环节应当按发生先后填写，这一天早于前一个环节（2021年6月2日(周三)）",
                        "请写明结果",
                        "不能填将来的日期",
                        "没有这个环节，请核对名称",
                        "这件申请在“待受理”，还没有或者不会发生“已缴费”。");
        assertThat(problems.findValuesAsString("event"))
                .containsExactly("1", "2", "2", "1", "1", "1");
        assertThat(problems.findValuesAsString("row"))
                .containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(id(good)).isPositive();
    }

    @Test
    void keepALateAnswerAsTheBreachThatItWas() {
        var number = number();
        imported(
                sent(
                        one(
                                number,
                                Map.of(
                                        "type",
                                        "delivered",
                                        "date",
                                        "2021-07-20",
                                        "outcome",
                                        "does-not-exist"))));
        var read = people.as("office").get("/api/v1/requests/" + id(number)).expect(200);
        assertThat(read.text("/due")).isEqualTo("2021-06-30");
        assertThat(read.json().at("/explanation/breaches")).isNotEmpty();
    }

    @Test
    void comeAsAFileWithARowForEachEventAndErrorsToTheRow() {
        var number = number();
        var table =
                HEAD
                        + "\r\n"
                        + number
                        + ",自然人,张三,某企业批复,纸质,邮寄,市级平台,2021/6/1,双方确认,2021年6月2日,,,\r\n"
                        + ",,,,,,,,告知延期,2021-06-28,,20,\r\n"
                        + number
                        + ",,,,,,,,发出答复书,2021-07-20,予以公开,,\r\n\r\n"
                        + number()
                        + ",自然人,李四,某企业批复,纸质,邮寄,飞鸽,2021-06-01,,,,,\r\n"
                        + number()
                        + ",自然人,王五,某企业批复,纸质,邮寄,当面提交,2021-06-01,受理,2021-06-02,,,\r\n"
                        + ",,,,,,,,告知延期,2021-06-28,,很多,\r\n";
        var office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);
        office.open(PATH)
                .sendFile(
                        PATH,
                        "file",
                        "cases.csv",
                        table.getBytes(Charset.forName("GB18030")),
                        Map.of("system", "市级平台", "dryRun", "yes"))
                .expect(302);
        var run = office.follow().expect(200);
        assertThat(run.text()).contains("可以导入 1件", "有错误，没有导入 2件");
        var rows = run.page().select("table").first().select("tbody tr").eachText();
        assertThat(rows.get(0)).startsWith("6 ").contains("请选择提交方式");
        assertThat(rows.get(1)).startsWith("8 ").contains("第2个");
        var path = office.response().uri().getPath();
        assertThat(new String(office.download(path + "/problems.csv"), StandardCharsets.UTF_8))
                .contains("请选择提交方式");
        office.open(path).send(path + "/steps/carry-out", Map.of()).expect(302);
        assertThat(office.follow().expect(200).text()).contains("已导入 1件");
        var read = people.as("office").get("/api/v1/requests/" + id(number)).expect(200);
        assertThat(read.text("/channel")).isEqualTo("platform");
        assertThat(read.text("/receivedOn")).isEqualTo("2021-06-02");
        // Twenty working days from 2 June end on 1 July, twenty more on 31 July, a Saturday: not
        // so;
        // 19 and 20 July are free in Ningxia.
        assertThat(read.text("/due")).isEqualTo("2021-08-02");
    }

    @Test
    void comeAsAWorkbook() throws IOException {
        var number = number();
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", null)) {
            var sheet = book.newWorksheet("案件");
            var head = HEAD.split(",");
            for (int i = 0; i < head.length; i++) {
                sheet.inlineString(0, i, head[i]);
            }
            var cells = List.of(number, "商业企业", "某公司", "1.甲批复\n2.乙批复", "电子文本", "电子邮件", "当面提交");
            for (int i = 0; i < cells.size(); i++) {
                sheet.inlineString(1, i, cells.get(i));
            }
            sheet.value(1, 7, LocalDate.of(2021, 6, 1));
            sheet.style(1, 7).format("yyyy/m/d").set();
        }
        var answer =
                people.as("office")
                        .upload(
                                "/api/v1/requests/import",
                                "cases.xlsx",
                                bytes.toByteArray(),
                                Map.of("system", "市级平台"))
                        .expect(201);
        assertThat(answer.number("/in")).isEqualTo(1);
        var read = people.as("office").get("/api/v1/requests/" + id(number)).expect(200);
        assertThat(read.text("/arrivedOn")).isEqualTo("2021-06-01");
        assertThat(read.json().at("/matters")).hasSize(2);
    }

    @Test
    void goOnByThemselvesWhereTheyStood() {
        var cases = new ArrayList<Map<String, Object>>();
        var first = number();
        cases.add(one(first));
        for (int i = 0; i < 100; i++) {
            cases.add(one(number()));
        }
        var sent = new HashMap<String, Object>();
        sent.put("system", "旧系统");
        sent.put("cases", cases);
        var begun = imported(sent);
        var run = begun.number("/id");
        // Whoever gets to it: the program's own turn or this one.
        worker.work(run);
        var done = people.as("office").get("/api/v1/requests/import/" + run).expect(200);
        assertThat(done.text("/state")).isEqualTo("done");
        assertThat(done.number("/in")).isEqualTo(101);
        // As after a kill between two cases: one is not looked at, the run is still running.
        database.sql("UPDATE request_import_run SET state = 'RUNNING' WHERE id = ?")
                .param(run)
                .update();
        worker.work(run);
        assertThat(count("request_import_mark WHERE run_id = " + run)).isEqualTo(101);
        people.as("office")
                .post("/api/v1/requests/import/" + run + "/steps/cancel", Map.of())
                .expect(409);
    }

    @Test
    void areForTheOfficeAlone() {
        people.as("clerk").post("/api/v1/requests/import", sent(one(number()))).expect(403);
        people.as("leader").get("/api/v1/requests/import").expect(403);
        people.as("office").get("/api/v1/requests/import").expect(200);
        var nameless = sent(one(number()));
        nameless.put("system", " ");
        people.as("office").post("/api/v1/requests/import", nameless).expect(422);
        var office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);
        var again =
                office.open(PATH)
                        .sendFile(
                                PATH,
                                "file",
                                "cases.csv",
                                "一,二\r\n1,2".getBytes(StandardCharsets.UTF_8),
                                Map.of("system", "旧系统"))
                        .expect(422);
        assertThat(again.text()).contains("没有名为“一”的列", "缺少“原编号”这一列");
        assertThat(again.page().select("#system").val()).isEqualTo("旧系统");
        var template = new String(office.download(PATH + "/template.csv"), StandardCharsets.UTF_8);
        office.open(PATH)
                .sendFile(
                        PATH,
                        "file",
                        "template.csv",
                        template.getBytes(StandardCharsets.UTF_8),
                        Map.of("system", "样表", "dryRun", "yes"))
                .expect(302);
        assertThat(office.follow().expect(200).text()).contains("可以导入 2件", "没有发现错误");
    }

    @Test
    void areAccessibleWideAndNarrow() {
        var run = imported(sent(one(number()), one(number(), Map.of("type", "x", "date", "y"))));
        try (var window = Browser.open()) {
            var page = window.newPage();
            DeskWindow.signIn(page, "http://127.0.0.1:" + port, "office");
            for (var path : List.of(PATH, PATH + "/" + run.number("/id"))) {
                for (int width : new int[] {Browser.WIDE, Browser.NARROW}) {
                    page.setViewportSize(width, 900);
                    assertThat(page.navigate("http://127.0.0.1:" + port + path).status())
                            .isEqualTo(200);
                    Browser.photograph(
                            page,
                            "request-import-" + (path.equals(PATH) ? "all" : "one") + "-" + width);
                    var scroll = page.evaluate("document.documentElement.scrollWidth");
                    assertThat(((Number) scroll).intValue()).isLessThanOrEqualTo(width);
                    assertThat(Axe.findings(page)).isEmpty();
                }
            }
        }
    }

    @Test
    void carryTheirMarkAndWhoeverAskedForTheApplicant() {
        var number = number();
        var one = one(number, Map.of("type", "accepted", "date", "2021-06-01"));
        one.put("agentName", "慕容代理");
        one.put("agentPhone", "0951-1234567");
        var lacking = imported(sent(one));
        assertThat(lacking.number("/broken")).isEqualTo(1);
        assertThat(lacking.text("/problems/0/field")).isEqualTo("mandate");
        one.put("mandate", "授权委托书（2021年5月30日）");
        assertThat(imported(sent(one)).number("/in")).isEqualTo(1);

        var id = id(number);
        var read = people.as("office").get("/api/v1/requests/" + id).expect(200);
        assertThat(read.text("/imported/system")).isEqualTo("旧系统");
        assertThat(read.text("/imported/outsideNumber")).isEqualTo(number);
        assertThat(read.body()).doesNotContain("慕容");
        var asked =
                people.as("office")
                        .post("/api/v1/requests/" + id + "/applicant", Map.of("reason", "核对"))
                        .expect(200);
        assertThat(asked.text("/agent/name")).isEqualTo("慕容代理");
        assertThat(asked.text("/agent/mandate")).isEqualTo("授权委托书（2021年5月30日）");
        var line =
                new String(
                                DeskClient.at(port).download("/requests/register.csv"),
                                StandardCharsets.UTF_8)
                        .lines()
                        .filter(it -> it.contains(read.text("/number")))
                        .findFirst()
                        .orElseThrow();
        assertThat(line).contains("由原系统导入").doesNotContain("慕容", number);
        assertThat(DeskClient.at(port).open("/requests/register").text()).contains("由原系统导入");
    }

    private static String number() {
        return "T-" + COUNT.incrementAndGet();
    }

    @SafeVarargs
    private static Map<String, Object> one(String number, Map<String, Object>... events) {
        var one = new HashMap<String, Object>();
        one.put("outsideNumber", number);
        one.put("applicantClass", "natural-person");
        one.put("name", "慕容复生");
        one.put("matters", List.of("某企业的环境影响评价批复"));
        one.put("form", "paper");
        one.put("delivery", "post");
        one.put("channel", "in-person");
        one.put("arrivedOn", "2021-06-01");
        one.put("events", List.of(events));
        return one;
    }

    @SafeVarargs
    private static Map<String, Object> sent(Map<String, Object>... cases) {
        var sent = new HashMap<String, Object>();
        sent.put("system", "旧系统");
        sent.put("cases", List.of(cases));
        return sent;
    }

    private ApiAnswer imported(Map<String, Object> sent) {
        return people.as("office").post("/api/v1/requests/import", sent).expect(201);
    }

    private long id(String number) {
        return database.sql("SELECT case_id FROM request_import_mark WHERE outside_number = ?")
                .param(number)
                .query(Long.class)
                .single();
    }

    private int count(String what) {
        return database.sql("SELECT count(*) FROM " + what).query(Integer.class).single();
    }
}
