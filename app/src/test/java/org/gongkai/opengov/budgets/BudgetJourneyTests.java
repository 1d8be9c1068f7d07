package org.gongkai.opengov.budgets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.worklist.WorkItem;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@DemoAgencyTest
@DisplayName("Budgets and accounts from approval to the public page (预决算公开)")
class BudgetJourneyTests {
    private static final String PAPERS = "/api/v1/budgets/papers";
    private static final String IMPORTS = "/api/v1/budgets/imports/";
    private static final String UNIT = "ycsthj-monitoring";

    @LocalServerPort int port;
    @Autowired BudgetWork work;
    @Autowired Organization organization;
    @Autowired JdbcClient database;

    private DemoPeople people;

    @BeforeEach
    void open() {
        people = DemoPeople.at(port);
    }

    /** Approved on 20 July 2021: public by 9 August. */
    @Test
    void isPublicWithTablesChartsAndFilesAndIsCorrectedAsANewVersion() {
        var id = entered(UNIT, 2010, "budget", "2021-07-20");
        assertThat(read(id).text("/paper/lastDay")).isEqualTo("2021-08-09");
        assertThat(read(id).text("/paper/state")).isEqualTo("running");
        var read = uploaded(id, Workbooks.budget());
        assertThat(read.at("/problems").size() + read.at("/findings").size()).isZero();
        assertThat(read(id).number("/paper/version")).isZero();
        take(read, "").expect(200);

        assertThat(draft(id).expect(422).body()).contains("section:three-public");
        written(id);
        var document = draft(id).expect(201).text("/document");
        var index = published(document);

        var page = DeskClient.at(port).open("/budgets/2010/" + UNIT + "/budget").expect(200);
        assertThat(page.text()).contains(index, "5,572.21", "按期公开", "公务接待费");
        assertThat(page.page().select("table caption").eachText())
                .contains("支出总表（单位：万元）", "一般公共预算“三公”经费支出表（单位：万元）");
        assertThat(page.page().select("svg.bars rect").size()).isGreaterThan(5);
        assertThat(page.page().select("link[rel=canonical]").attr("href"))
                .endsWith("/budgets/2010/" + UNIT + "/budget");
        assertThat(DeskClient.at(port).open("/budgets").expect(200).text())
                .contains("银川市生态环境局生态环境监测站2010年度单位预算");
        assertThat(DeskClient.at(port).open("/d/" + index).expect(200).text())
                .contains("机关运行经费情况说明", "5,572.21");

        var later = uploaded(id, Workbooks.budgetOf(2010, 110).bytes());
        take(later, "").expect(422);
        take(later, "财政部门调整批复口径").expect(200);
        assertThat(open(2010).text("/version")).isEqualTo("1");
        assertThat(draft(id).expect(201).text("/document")).isEqualTo(document);
        reviewed(document);

        assertThat(open(2010).number("/version")).isEqualTo(2);
        var corrected = DeskClient.at(port).open("/budgets/2010/" + UNIT + "/budget");
        assertThat(corrected.text()).contains("6,129.44", "财政部门调整批复口径").doesNotContain("5,572.21");
    }

    @Test
    void isGivenToOthersAsCsvJsonAndXlsx() {
        var id = entered(UNIT, 2011, "budget", "2021-07-20");
        take(uploaded(id, Workbooks.budget()), "").expect(200);
        written(id);
        published(draft(id).expect(201).text("/document"));
        var path = "/budgets/2011/" + UNIT + "/budget/tables.";

        var reader = DeskClient.at(port);
        assertThat(new String(reader.download(path + "csv"), StandardCharsets.UTF_8))
                .contains("\"支出总表\",\"21101\",\"环境保护管理事务\",\"合计\",\"1482.86\",\"万元\"");
        assertThat(new String(reader.download(path + "json"), StandardCharsets.UTF_8))
                .contains("\"unit\":\"万元\"");
        var again = SheetGrid.read(reader.download(path + "xlsx"));
        assertThat(again).extracting(SheetGrid::name).contains("支出总表", "收支总表（收入）");
        assertThat(again.getFirst().text(2, 1)).isEqualTo("5572.21");
        assertThat(open(2011).text("/tables/0/title")).isEqualTo("收支总表（收入）");
        var line =
                DemoPeople.at(port)
                        .reader()
                        .get("/api/v1/public/budgets?limit=200")
                        .expect(200)
                        .at("/items")
                        .valueStream()
                        .filter(it -> it.at("/year").asInt() == 2011)
                        .findFirst()
                        .orElseThrow();
        assertThat(line.at("/address").asString()).isEqualTo("/budgets/2011/" + UNIT + "/budget");
    }

    @Test
    void isNotDraftedWhileASumIsWrong() {
        var id = entered(UNIT, 2012, "budget", "2021-07-20");
        var wrong = uploaded(id, Workbooks.more(Workbooks.budget(), "支出总表", "C12", "0.5"));
        assertThat(wrong.at("/findings/0/sentence").asString())
                .contains("支出总表!C12", "1,483.36万元", "1,482.86万元");
        take(wrong, "").expect(200);
        written(id);

        assertThat(draft(id).expect(409).body()).contains("勾稽");
        var finding = read(id).text("/findings/0/key");
        explain(id, Map.of(finding, "四舍五入")).expect(422);

        take(uploaded(id, Workbooks.budget()), "更正支出总表").expect(200);
        draft(id).expect(201);
    }

    @Test
    void isNotSentForReviewWithOtherTablesOrWithoutExplanations() {
        var id = entered(UNIT, 2013, "budget", "2021-07-20");
        take(uploaded(id, Workbooks.budget()), "").expect(200);
        written(id);
        var document = draft(id).expect(201).text("/document");
        var body = people.read(document).text("/content/bodyHtml");

        changed(document, body.replaceFirst("5,572\\.21", "5,572.12"));
        assertThat(submit(document).expect(409).body()).contains("报表和导入的公开表不一致");
        changed(document, body.replaceFirst("(机关运行经费情况说明</h2>)\\s*<p>[^<]*</p>", "$1"));
        assertThat(submit(document).expect(409).body()).contains("机关运行经费情况说明");

        changed(document, body);
        take(uploaded(id, Workbooks.budget()), "再次核对").expect(200);
        assertThat(submit(document).expect(409).body()).contains("第2版");
        draft(id).expect(409);
        people.step("finance-clerk", document, "discard", Map.of()).expect(200);
        submit(draft(id).expect(201).text("/document")).expect(200);
    }

    @Test
    void wantsTheReasonOfALargeChange() {
        var before = entered(UNIT, 2014, "budget", "2021-07-20");
        take(uploaded(before, Workbooks.budgetOf(2014, 100).bytes()), "").expect(200);
        var id = entered(UNIT, 2015, "budget", "2021-07-20");
        take(uploaded(id, Workbooks.budgetOf(2015, 130).bytes()), "").expect(200);
        written(id);
        draft(id).expect(409);

        var reasons = new HashMap<String, String>();
        for (var it : read(id).at("/findings")) {
            assertThat(it.at("/rule").asString()).isEqualTo("change");
            reasons.put(it.at("/key").asString(), "新增大气治理项目。");
        }
        assertThat(reasons).isNotEmpty();
        explain(id, reasons).expect(200);

        var document = draft(id).expect(201).text("/document");
        assertThat(people.read(document).text("/content/bodyHtml"))
                .contains("增减变化较大的原因", "增减较大。新增大气治理项目。");
    }

    @Test
    void holdsAnAccountAgainstTheBudgetOfItsYear() {
        var budget = entered(UNIT, 2016, "budget", "2021-07-20");
        take(uploaded(budget, Workbooks.budget()), "").expect(200);
        var id = entered(UNIT, 2016, "account", "2021-07-20");
        var read = uploaded(id, Workbooks.more(Workbooks.account(), "财政拨款三公经费支出决算表", "F6", "1"));

        assertThat(
                        read.at("/findings")
                                .valueStream()
                                .filter(it -> it.at("/rule").asString().equals("initial")))
                .anyMatch(it -> it.at("/cell").asString().equals("财政拨款三公经费支出决算表!F6"));
    }

    @Test
    void isOnTheWorklistOfTheSectionAndThenOfItsHead() {
        var near = entered(UNIT, 2017, "budget", "2021-07-20");
        var link = "/desk/budgets/" + near;

        assertThat(items("finance-clerk", "2021-08-09")).contains(link);
        assertThat(items("finance-head", "2021-08-09")).doesNotContain(link);
        assertThat(items("finance-head", "2021-08-10")).contains(link);
        assertThat(items("clerk", "2021-08-10")).doesNotContain(link);
        var late = entered(UNIT, 2018, "budget", "2021-07-09");
        assertThat(read(late).text("/paper/lastDay")).isEqualTo("2021-07-29");
        assertThat(read(late).text("/paper/state")).isEqualTo("overdue");
    }

    @Test
    void countsFromACorrectedApprovalAndKeepsTheOldOne() {
        var id = entered(UNIT, 2009, "budget", "");
        assertThat(read(id).text("/paper/state")).isEqualTo("awaited");
        approve(id, "2021-07-31", "").expect(422);
        approve(id, "2021-07-20", "").expect(200);
        approve(id, "2021-07-21", "").expect(422);
        approve(id, "2021-07-21", "落款日期看错").expect(200);

        assertThat(read(id).text("/paper/lastDay")).isEqualTo("2021-08-10");
        assertThat(read(id).text("/paper/approval/reason")).isEqualTo("落款日期看错");
        people.as("finance-clerk")
                .post(PAPERS, Map.of("unit", UNIT, "year", 2009, "kind", "budget"))
                .expect(422);
        people.as("finance-clerk").post(PAPERS, Map.of()).expect(422);
    }

    @Test
    void isKeptByTheSectionWhoseDutyItIs() {
        var id = entered(UNIT, 2008, "budget", "2021-07-20");
        for (var who : List.of("finance-head", "leader2", "principal", "office", "auditor")) {
            people.as(who).get(PAPERS + "/" + id).expect(200);
            people.as(who)
                    .post(PAPERS + "/" + id + "/draft", Map.of())
                    .expectProblem(403, "not-allowed");
        }
        for (var who : List.of("clerk", "clerk2", "leader", "operator")) {
            people.as(who).get(PAPERS).expectProblem(403, "not-allowed");
            people.as(who).get(PAPERS + "/" + id).expectProblem(403, "not-allowed");
        }
        people.as("office")
                .put(
                        PAPERS + "/" + id + "/approval",
                        Map.of("document", "文", "approvedOn", "2021-07-20"))
                .expectProblem(403, "not-allowed");
        people.reader().get("/api/v1/public/budgets/2008/" + UNIT + "/budget").expect(404);
        DeskClient.at(port).open("/budgets/2008/" + UNIT + "/budget").expect(404);
    }

    @Test
    void isListedNarrowedAndGivenAsAFile() {
        entered("ycsthj-enforcement", 2007, "account", "2021-07-20");
        var list = people.as("auditor").get(PAPERS + "?year=2007&kind=account").expect(200);
        assertThat(list.at("/items").size()).isEqualTo(1);
        people.as("auditor").get(PAPERS + "?kind=plan").expect(422);

        var clerk = DeskClient.at(port).signIn("finance-clerk", DemoPeople.PASSWORD);
        var csv =
                new String(
                        clerk.download("/desk/budgets/export.csv?year=2007"),
                        StandardCharsets.UTF_8);
        assertThat(csv).contains("\"2007\",\"银川市生态环境局生态环境综合执法支队\",\"决算\"");
    }

    @Test
    void keepsWhatWasTypedIntoAFormThatIsRefused() {
        var clerk = DeskClient.at(port).signIn("finance-clerk", DemoPeople.PASSWORD);

        clerk.open("/desk/budgets/new")
                .send(
                        "/desk/budgets",
                        Map.of("year", "20x1", "document", "银财预1号", "approvedOn", "2021-02-30"))
                .expect(422);

        assertThat(clerk.page().select("input[name=year]").val()).isEqualTo("20x1");
        assertThat(clerk.page().select("input[name=approvedOn]").val()).isEqualTo("2021-02-30");
        assertThat(clerk.text()).contains("请填写四位年度", "请填写日期", "请从列出的各项中选择");
    }

    @Test
    void refusesWhatIsNoWorkbook() {
        var id = entered(UNIT, 2006, "budget", "2021-07-20");
        var path = PAPERS + "/" + id + "/imports";

        people.as("finance-clerk").upload(path, "旧表.xls", new byte[] {1, 2}, Map.of()).expect(422);
        assertThat(
                        people.as("finance-clerk")
                                .upload(
                                        path,
                                        "假表.xlsx",
                                        "不是".getBytes(StandardCharsets.UTF_8),
                                        Map.of())
                                .status())
                .isIn(415, 422);
        var read = uploaded(id, Workbooks.more(Workbooks.budget(), "支出总表", "C12", "0.0000001"));
        assertThat(read.text("/problems/0/kind")).isEqualTo("below-a-cent");
        take(read, "").expect(422);
        people.as("finance-clerk")
                .post(IMPORTS + read.number("/id") + "/steps/cancel", Map.of())
                .expect(200);
        take(read, "").expectProblem(409, "not-possible-in-this-state");
    }

    @Test
    void cannotBeDraftedInTheDatabaseWithAFindingOpen() {
        var id = entered(UNIT, 2005, "budget", "2021-07-20");
        take(uploaded(id, Workbooks.budget()), "").expect(200);

        assertThatThrownBy(
                        () ->
                                database.sql(
                                                """
                                                INSERT INTO budget_publication (paper_id, version, document_id,
                                                    open_findings, tables_sha256, drafted_by, drafted_at)
                                                VALUES (?, 1, gen_random_uuid(), 1, repeat('0', 64), 1, now())
                                                """)
                                        .param(id)
                                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private long entered(String unit, int year, String kind, String approvedOn) {
        var paper = new HashMap<String, Object>(Map.of("unit", unit, "year", year, "kind", kind));
        if (!approvedOn.isEmpty()) {
            paper.put("document", "银财预〔2021〕8号");
            paper.put("approvedOn", approvedOn);
        }
        return people.as("finance-clerk").post(PAPERS, paper).expect(201).number("/paper/id");
    }

    private ApiAnswer approve(long id, String day, String reason) {
        return people.as("finance-head")
                .put(
                        PAPERS + "/" + id + "/approval",
                        Map.of("document", "银财预〔2021〕8号", "approvedOn", day, "reason", reason));
    }

    private ApiAnswer uploaded(long id, byte[] workbook) {
        return people.as("finance-clerk")
                .upload(PAPERS + "/" + id + "/imports", "公开表.xlsx", workbook, Map.of())
                .expect(201);
    }

    private ApiAnswer take(ApiAnswer read, String reason) {
        return people.as("finance-clerk")
                .post(IMPORTS + read.number("/id") + "/steps/take", Map.of("reason", reason));
    }

    private ApiAnswer read(long id) {
        return people.as("finance-clerk").get(PAPERS + "/" + id).expect(200);
    }

    private ApiAnswer explain(long id, Map<String, String> words) {
        return people.as("finance-clerk")
                .put(PAPERS + "/" + id + "/explanations", Map.of("explanations", words));
    }

    private void written(long id) {
        var words = new HashMap<String, String>();
        for (JsonNode it : read(id).at("/sections")) {
            if (it.at("/required").asBoolean()) {
                words.put(it.at("/key").asString(), "有关情况说明的正文。");
            }
        }
        explain(id, words).expect(200);
    }

    private ApiAnswer draft(long id) {
        return people.as("finance-clerk").post(PAPERS + "/" + id + "/draft", Map.of());
    }

    private ApiAnswer submit(String document) {
        return people.step("finance-clerk", document, "submit", Map.of());
    }

    private String published(String document) {
        return reviewed(document).text("/indexNumber");
    }

    private ApiAnswer reviewed(String document) {
        submit(document).expect(200);
        for (var signer : List.of("finance-head", "secrecy", "leader2")) {
            people.sign(signer, document).expect(200);
        }
        return people.step("office", document, "publish", Map.of()).expect(200);
    }

    private void changed(String document, String body) {
        var read = people.as("finance-clerk").get("/api/v1/documents/" + document).expect(200);
        var input = new HashMap<String, Object>();
        input.put("kind", "general");
        input.put("column", "财政预决算");
        input.put("section", "finance");
        input.put("bodyHtml", body);
        for (var it :
                List.of("title", "attribute", "legalGround", "article20Item", "source", "fields")) {
            input.put(it, read.at("/content/" + it));
        }
        input.put(
                "attachments",
                read.at("/content/attachments")
                        .valueStream()
                        .map(
                                it ->
                                        Map.of(
                                                "sha256",
                                                it.at("/sha256").asString(),
                                                "name",
                                                it.at("/name").asString()))
                        .toList());
        people.as("finance-clerk")
                .with("If-Match", read.etag())
                .put("/api/v1/documents/" + document, input)
                .expect(200);
    }

    private ApiAnswer open(int year) {
        return people.reader()
                .get("/api/v1/public/budgets/" + year + "/" + UNIT + "/budget")
                .expect(200);
    }

    private List<String> items(String who, String day) {
        var person = organization.personByKey(who).orElseThrow();
        var today = LocalDate.parse(day);
        return work.itemsFor(organization.actorOn(person.id(), today), today).stream()
                .map(WorkItem::link)
                .toList();
    }
}
