package org.gongkai.opengov.inspections.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.ApiClient;
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
import org.springframework.transaction.support.TransactionTemplate;

@DemoAgencyTest
@DisplayName(
        "A yearly plan of inspections (年度抽查计划): drafted, computed, approved, published, amended")
class PlanJourneyTests {
    private static final String PLANS = "/api/v1/inspections/plans";
    private static final String DESK = "/desk/inspections/plans";

    /** Of ceremonies that nobody announced. */
    private static final long SEQ = 990_001;

    @LocalServerPort int port;
    @Autowired JdbcClient database;
    @Autowired TransactionTemplate transactions;
    @Autowired PlannedDraws draws;
    @Autowired Organization organization;
    @Autowired Clock clock;

    private DemoPeople people;

    @BeforeEach
    void people() {
        people = DemoPeople.at(port);
    }

    @Test
    void isDraftedOnPagesApprovedByAnotherAndPutBeforeThePublic() {
        String plan;
        try (var keeper = DeskWindow.of("keeper", port)) {
            look(keeper.open(DESK), "plans");
            keeper.fill("计划年度", "2020");
            keeper.press("新建计划");
            plan = keeper.path().substring(DESK.length() + 1);
            keeper.follow("增加一行");
            keeper.press("保存这一行");
            assertThat(keeper.page().locator(".error-summary").textContent())
                    .contains("请填写计划名称", "请至少选一个抽查事项", "请至少选一个监管类别");
            look(keeper.page(), "plan-line-refused");
            keeper.fill("计划名称", "重点排污单位日常监管抽查");
            keeper.page().locator("input[name=items]").first().check();
            keeper.page().getByLabel("重点", exact()).check();
            keeper.fill("比例（%）或者数量", "25");
            keeper.press("保存这一行");
            keeper.press("可行性测算");
            assertThat(keeper.page().locator("main").textContent())
                    .contains("测算完成", "力量足够", "本稿等待一位没有参与起草的领导批准");
            assertThat(keeper.page().getByText("批准意见").count()).isZero();
            look(keeper.page(), "plan-computed");
            look(keeper.open(DESK + "/" + id(plan) + "/feasibility"), "plan-feasibility");
            // What was refused is shown again with its status; the browser notes that.
            assertThat(keeper.complaints()).allMatch(it -> it.contains("status of 422"));
        }
        try (var leader = DeskWindow.of("leader", port)) {
            leader.open("/desk");
            leader.follow("去审批");
            look(leader.page(), "plan-to-approve");
            leader.press("批准计划");
            assertThat(leader.page().locator("main").textContent()).contains("计划已批准，从现在起执行");
        }
        try (var keeper = DeskWindow.of("keeper", port)) {
            keeper.open(DESK + "/" + id(plan));
            keeper.press("拟公开稿");
            assertThat(keeper.path()).startsWith("/desk/documents/");
            assertThat(keeper.page().content()).contains("2020年度双随机抽查计划", "重点排污单位日常监管抽查", ".xlsx");
            keeper.open(DESK + "/" + id(plan));
            keeper.page().locator("#text-amend").fill("新增一类抽查对象");
            keeper.press("调整计划");
            keeper.follow("重点排污单位日常监管抽查");
            look(keeper.page(), "plan-line");
            keeper.follow("修改这一行");
            keeper.fill("比例（%）或者数量", "30");
            keeper.press("保存这一行");
            keeper.follow("与第1版对照");
            assertThat(keeper.page().locator("main").textContent()).contains("新增一类抽查对象", "每次抽取");
            look(keeper.page(), "plan-difference");
            look(keeper.open(DESK + "/terms"), "plan-terms");
            assertThat(keeper.complaints()).isEmpty();
        }
    }

    @Test
    void showsThePlanOfThisYearWithItsNumbersAndPools() {
        try (var keeper = DeskWindow.of("keeper", port)) {
            keeper.open(DESK);
            keeper.follow("2021年度");
            look(keeper.page(), "plan-of-the-year");
            keeper.follow("一般排污单位抽查");
            look(keeper.page(), "plan-line-graded");
            keeper.follow("第四季度抽取范围");
            look(keeper.page(), "plan-pool");
            assertThat(keeper.complaints()).isEmpty();
        }
        var workbook =
                DeskClient.at(port)
                        .signIn("auditor", DemoPeople.PASSWORD)
                        .download(DESK + "/" + planOf(2021) + "/export.xlsx");
        assertThat(new String(workbook, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
    }

    @Test
    void isApprovedAgainstItsNumbersOnlyWithAWordOnHowItWillBeCarried() {
        var keeper = people.as("keeper");
        var plan = begin(keeper, 2018);
        keeper.post(PLANS + "/" + plan + "/versions/1/lines", line("each-draw", "100")).expect(201);
        keeper.post(
                        PLANS + "/" + plan + "/versions/1/steps/set",
                        Map.of("seats", 2, "officerCap", 1, "yearlyCap", 2))
                .expect(200);
        var computed = step(keeper, plan, "compute", Map.of()).expect(200);
        assertThat(computed.text("/feasibility/carried")).isEqualTo("false");
        assertThat(computed.text("/feasibility/quarters/0/bottleneck/missing"))
                .isEqualTo(computed.text("/feasibility/quarters/0/missing"));

        var leader = people.as("leader");
        var refused = step(leader, plan, "approve", Map.of()).expect(422);
        assertThat(refused.text("/errors/0/message")).contains("如何解决");
        step(people.as("keeper"), plan, "approve", Map.of("text", "同意")).expect(403);
        step(leader, plan, "approve", Map.of("text", "从县区借调执法人员。")).expect(200);
        step(leader, plan, "approve", Map.of("text", "再批一次")).expect(409);
        step(keeper, plan, "compute", Map.of()).expect(409);
    }

    @Test
    void refusesWhatIsNoPlan() {
        var keeper = people.as("keeper");
        var plan = begin(keeper, 2015);
        keeper.post(PLANS, Map.of("year", 2015)).expect(422);
        keeper.post(PLANS, Map.of("year", 2014)).expect(422);
        people.as("clerk").get(PLANS).expect(403);
        people.as("auditor").post(PLANS, Map.of("year", 2016)).expect(403);
        step(keeper, plan, "compute", Map.of()).expect(409);
        var refused =
                keeper.post(
                                PLANS + "/" + plan + "/versions/1/lines",
                                Map.of(
                                        "formula",
                                        "each-draw",
                                        "amount",
                                        "0",
                                        "quarters",
                                        List.of(5)))
                        .expect(422);
        assertThat(refused.body())
                .contains(
                        "title", "classes", "items", "methods", "amount", "quarters", "initiator");
        var read = keeper.get(PLANS + "/" + plan).expect(200);
        keeper.post(PLANS + "/" + plan + "/versions/1/lines", line("fixed", "3")).expect(201);
        keeper.with("If-Match", read.etag())
                .post(PLANS + "/" + plan + "/versions/1/lines", line("fixed", "4"))
                .expect(412);
        var whole = keeper.get(PLANS + "/" + plan).expect(200);
        var key = whole.text("/lines/0/key");
        var at = PLANS + "/" + plan + "/versions/1/lines/" + key;
        keeper.put(at, line("of-year", "12.5")).expect(200);
        keeper.get(at + "/pool?quarter=2").expect(200);
        keeper.delete(at).expect(200);
        keeper.get(PLANS + "/99999999").expect(404);
        step(keeper, plan, "drop", Map.of("text", "重来")).expect(409);
        keeper.get("/api/v1/inspections/plan-terms").expect(200);
        keeper.post(
                        "/api/v1/inspections/plan-terms",
                        Map.of(
                                "from", "2016-01-01",
                                "source", "宁环办〔2015〕9号",
                                "planMonth", "2",
                                "planDay", "30",
                                "drawMonth", "4",
                                "officerCap", "0"))
                .expect(422);
    }

    @Test
    void freezesCountsFromTheRegisterThatDoNotMoveAfterwards() {
        var region = "649901";
        for (int i = 1; i <= 57; i++) {
            unit(region, i, i == 57 ? "CLOSED" : "OPERATING");
        }
        var keeper = people.as("keeper");
        var plan = begin(keeper, 2016);
        keeper.post(PLANS + "/" + plan + "/versions/1/lines", lineIn(region)).expect(201);
        step(keeper, plan, "compute", Map.of()).expect(200);
        step(people.as("leader"), plan, "approve", Map.of("text", "同意")).expect(200);
        var key = Long.parseLong(keeper.get(PLANS + "/" + plan).text("/lines/0/key"));
        var by = actor("keeper");

        var frozen = transactions.execute(_ -> draws.freeze(by, 2016, key, 1, SEQ));

        var quota = frozen.strata().getFirst().quota();
        assertThat(quota.register()).isEqualTo(57);
        assertThat(quota.count()).isEqualTo(15);
        assertThat(frozen.strata().getFirst().pool()).hasSize(56);
        assertThat(frozen.excluded().values()).containsExactly(Exclusion.CLOSED);
        assertThatThrownBy(() -> transactions.execute(_ -> draws.freeze(by, 2016, key, 1, SEQ)))
                .isInstanceOf(Refusal.class);

        var drawn = frozen.strata().getFirst().pool().subList(0, 15);
        transactions.executeWithoutResult(_ -> draws.drawn(by.agency(), SEQ, drawn));
        // A leap of class in mid-quarter: the count that is frozen stays.
        database.sql("UPDATE inspection_unit SET supervision_class = 'SPECIAL' WHERE id = ?")
                .param(drawn.getFirst())
                .update();
        var second = draws.preview(by.agency(), 2016, key, 2);
        assertThat(second.strata().getFirst().quota().register()).isEqualTo(56);
        assertThat(second.strata().getFirst().count()).isEqualTo(14);
        assertThat(second.strata().getFirst().pool()).hasSize(41);
        assertThat(second.excluded().values())
                .filteredOn(it -> it == Exclusion.DRAWN_THIS_YEAR)
                .hasSize(14);
        assertThat(keptCount(frozen.id())).isEqualTo(15);

        transactions.executeWithoutResult(
                _ ->
                        draws.replaced(
                                by.agency(),
                                SEQ,
                                drawn.get(1),
                                second.strata().getFirst().pool().getFirst()));
        assertThat(draws.preview(by.agency(), 2016, key, 2).strata().getFirst().pool())
                .contains(drawn.get(1));
        transactions.executeWithoutResult(_ -> draws.voided(by.agency(), SEQ, "公证员未到场"));
        assertThat(transactions.execute(_ -> draws.freeze(by, 2016, key, 1, SEQ + 1)).id())
                .isNotEqualTo(frozen.id());
        database.sql("UPDATE inspection_unit SET left_on = ? WHERE region = ?")
                .params(LocalDate.now(clock), region)
                .update();
    }

    private void unit(String region, int number, String state) {
        database.sql(
                        """
                        INSERT INTO inspection_unit (agency_id, name, credit_code, address, region, industry,
                            permit_class, supervision_class, risk_class, credit, state, entered_on, created_at)
                        VALUES (?, ?, ?, '测试路', ?, '1440', 'KEY', 'KEY', 'B', 'NONE', ?, '2019-01-01', now())
                        """)
                .params(
                        actor("keeper").agency().value(),
                        "测试企业" + number,
                        "9164990%011d".formatted(number),
                        region,
                        state)
                .update();
    }

    private int keptCount(long draw) {
        return database.sql("SELECT count FROM inspection_frozen_quota WHERE draw_id = ?")
                .param(draw)
                .query(Integer.class)
                .single();
    }

    private long begin(ApiClient keeper, int year) {
        return Long.parseLong(keeper.post(PLANS, Map.of("year", year)).expect(201).text("/id"));
    }

    private static ApiAnswer step(ApiClient by, long plan, String step, Map<String, ?> input) {
        return by.post(PLANS + "/" + plan + "/versions/1/steps/" + step, input);
    }

    private static Map<String, Object> line(String formula, String amount) {
        return Map.of(
                "title",
                "抽查" + amount,
                "classes",
                List.of("key"),
                "items",
                List.of("1"),
                "methods",
                List.of("on-site"),
                "formula",
                formula,
                "amount",
                amount,
                "quarters",
                List.of(2, 4),
                "initiator",
                "生态环境综合执法支队");
    }

    private static Map<String, Object> lineIn(String region) {
        return Map.of(
                "title", "重点排污单位抽查",
                "classes", List.of("key"),
                "regions", List.of(region),
                "items", List.of("1"),
                "methods", List.of("on-site"),
                "formula", "each-draw",
                "amount", "25",
                "quarters", List.of(1, 2, 3, 4),
                "initiator", "生态环境综合执法支队");
    }

    private Actor actor(String person) {
        var id = organization.personByKey(person).orElseThrow().id();
        return organization.actorOn(id, LocalDate.now(clock));
    }

    private long planOf(int year) {
        return database.sql("SELECT id FROM inspection_plan WHERE year = ?")
                .param(year)
                .query(Long.class)
                .single();
    }

    private static String id(String path) {
        return path.replaceAll("\\D.*", "");
    }

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    /** Nothing for axe to find, nothing beyond a narrow screen's edge; a picture of each. */
    private static void look(Page page, String name) {
        assertThat(Axe.findings(page)).as(name).isEmpty();
        Browser.photograph(page, "inspections-" + name);
        page.setViewportSize(Browser.NARROW, 800);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as(name)
                .isLessThanOrEqualTo(Browser.NARROW);
        Browser.photograph(page, "inspections-" + name + "-narrow");
        page.setViewportSize(Browser.WIDE, 800);
    }
}
