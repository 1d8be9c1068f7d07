package org.gongkai.opengov.inspections.draws;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.gongkai.platform.organization.Organization;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.Axe;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.DeskWindow;
import org.gongkai.testing.TestClock;
import org.gongkai.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Each test amends the plan of the demo agency by a line about a district of its own. */
@DemoAgencyTest
@DisplayName("A draw of the plan (计划内抽取): the ceremony draws what the plan owes")
class PlannedDrawTests {
    private static final String PLANS = "/api/v1/inspections/plans";
    private static final String DUE = "/api/v1/inspections/draws/due";

    @LocalServerPort int port;
    @Autowired TestClock clock;
    @Autowired TestDatabase database;
    @Autowired Organization organization;

    private final Set<String> regions = new HashSet<>();

    @AfterEach
    void leaveNoUnitsBehind() {
        var owner = JdbcClient.create(database.owner());
        regions.forEach(
                it ->
                        owner.sql(
                                        "UPDATE inspection_unit SET left_on = '2021-07-30' WHERE"
                                                + " region = ?")
                                .param(it)
                                .update());
    }

    /**
     * 40 % of 11 is 4.4, thus 5; of 13 it is 5.2, thus 6: one of the 13 is closed and counts too.
     */
    @Test
    void countsAtTheFreezeAndTellsThePlanWhatBecameOfIt() {
        var region = region("649911");
        units(region, "KEY", 6, "OPERATING");
        units(region, "SPECIAL", 4, "OPERATING");
        units(region, "SPECIAL", 1, "CLOSED");
        var line = line(region, "each-draw", "40", false);
        assertThat(due(line, 3).at("/seq").isNull()).isTrue();

        var ceremony = DrawCeremony.planned(port, clock, line, 3).announce();

        var announced = ceremony.read();
        assertThat(announced.at("/plan/line").asLong()).isEqualTo(line);
        assertThat(announced.at("/outsidePlan").isNull()).isTrue();
        assertThat(announced.text("/items/0")).isEqualTo("1");
        assertThat(announced.at("/strata/0/classes").toString()).isEqualTo("[\"key\",\"special\"]");
        assertThat(announced.number("/strata/0/n")).isEqualTo(5);
        assertThat(announced.number("/strata/0/register")).isEqualTo(11);
        assertThat(due(line, 3).at("/seq").asLong()).isEqualTo(ceremony.seq());
        var twice = DrawCeremony.planned(port, clock, line, 3).tryToAnnounce();
        assertThat(twice.expect(409).text("/detail")).contains("第" + ceremony.seq() + "次");

        units(region, "KEY", 2, "OPERATING");
        ceremony.freeze();

        var frozen = ceremony.read();
        assertThat(frozen.number("/strata/0/n")).isEqualTo(5);
        assertThat(frozen.number("/strata/0/frozen")).isEqualTo(6);
        assertThat(frozen.number("/strata/0/register")).isEqualTo(13);
        assertThat(frozen.at("/exclusions").toString()).contains("closed\",\"count\":1");
        assertThat(page(ceremony)).contains("以冻结户数为准", "重点排污单位、特殊监管对象", "第三季度");
        assertThat(carried(line, 3).at("/owed").asInt()).isEqualTo(6);
        assertThat(counted(line, 3).at("/frozen").asBoolean()).isTrue();
        assertThat(counted(line, 3).at("/units").asInt()).isEqualTo(6);
        assertThat(due(line, 3).isMissingNode()).isTrue();

        ceremony.step("void", Map.of("reason", "开奖顺延")).expect(200);
        assertThat(carried(line, 3).isMissingNode()).isTrue();
        var second = DrawCeremony.planned(port, clock, line, 3).announce().freeze();
        DrawCeremony.planned(port, clock, line, 3).tryToAnnounce().expect(409);
        second.numbers().draw();

        assertThat(second.read().number("/result/visits")).isEqualTo(6);
        assertThat(carried(line, 3).at("/drawn").asInt()).isEqualTo(6);
        assertThat(second.people().as("auditor").get(DUE).expect(200).status()).isEqualTo(200);
    }

    /** 12 of 13 units in the year, half of them each time: who is replaced waits again. */
    @Test
    void drawsNobodyTwiceInAYearWhileOthersWait() {
        var region = region("649912");
        units(region, "KEY", 13, "OPERATING");
        var line = line(region, "fixed", "12", false);
        var first = DrawCeremony.planned(port, clock, line, 3).announce().freeze();
        first.numbers().draw();
        var before = visited(first);
        var asked =
                first.step(
                                "amend",
                                Map.of(
                                        "op", "replace_entity",
                                        "visit", 2,
                                        "reason", "unit-closed",
                                        "words", "已注销"))
                        .expect(201);
        first.people()
                .as("leader")
                .post(
                        first.path("amendments/" + asked.number("/id") + "/decision"),
                        Map.of("consents", true))
                .expect(200);
        var now = visited(first);
        assertThat(now).hasSize(6).isNotEqualTo(before);
        assertThat(carried(line, 3).at("/drawn").asInt()).isEqualTo(6);

        assertThat(pool(line).number("/drawnThisYear")).isEqualTo(6);
        assertThat(pool(line).at("/excluded")).isEmpty();

        var second =
                nextDay(line, 4)
                        .with("checkFrom", "2021-10-08")
                        .with("checkTo", "2021-10-29")
                        .announce()
                        .freeze();
        assertThat(second.read().at("/exclusions").toString())
                .contains("drawn-this-year\",\"count\":6");
        drawNextDay(second);

        assertThat(visited(second)).hasSize(6).doesNotContainAnyElementsOf(now);
    }

    /** Grade D is drawn whole, of the others as many as their grade asks for. */
    @Test
    void drawsEachGradeByItself() {
        var region = region("649913");
        units(region, "KEY", 8, "OPERATING");
        var owner = JdbcClient.create(database.owner());
        owner.sql(
                        "UPDATE inspection_unit SET risk_class = 'D' WHERE id IN (SELECT id FROM"
                                + " inspection_unit WHERE region = ? ORDER BY id LIMIT 2)")
                .param(region)
                .update();
        var line = line(region, "each-draw", "25", true);

        var ceremony = DrawCeremony.planned(port, clock, line, 3).announce().freeze();

        var frozen = ceremony.read();
        assertThat(frozen.at("/strata").toString())
                .contains("\"risk\":[\"D\"],\"n\":2,\"frozen\":2,\"register\":2")
                .contains("\"risk\":[\"B\"],\"n\":2,\"frozen\":2,\"register\":6");
        ceremony.numbers().draw();
        assertThat(ceremony.read().number("/result/visits")).isEqualTo(4);
    }

    /** The cap is of the quarter: what another line's draw gave an officer is taken off. */
    @Test
    void sendsNobodyOftenerInAQuarterThanThePlanAllows() {
        var region = region("649916");
        units(region, "KEY", 4, "OPERATING");
        var line = line(region, "fixed", "8", false);
        var other = region("649917");
        units(other, "KEY", 4, "OPERATING");
        var otherLine = line(other, "fixed", "2", false);
        DrawCeremony.planned(port, clock, line, 3).announce().freeze().numbers().draw();

        var second = nextDay(otherLine, 3).announce().freeze();
        drawNextDay(second);

        var officers =
                second.people().reader().get(second.bundlePath()).expect(200).at("/officers");
        assertThat(officers)
                .anyMatch(it -> it.has("cap") && it.at("/cap").asInt() < 60)
                .allMatch(it -> !it.has("cap") || it.at("/cap").asInt() >= 0);
    }

    @Test
    void standsOutsideThePlanOnlyWithAReasonThatEverybodyReads() {
        var none = DrawCeremony.open(port, clock, 3).with("outsidePlan", " ").tryToAnnounce();
        assertThat(none.expect(422).body()).contains("请写明为什么在计划以外抽取");
        DrawCeremony.planned(port, clock, 99_999_999, 3).tryToAnnounce().expect(422);
        var region = region("649914");
        units(region, "KEY", 2, "OPERATING");
        var line = line(region, "fixed", "1", false);
        DrawCeremony.planned(port, clock, line, 2).tryToAnnounce().expect(422);
        var nextYear =
                DrawCeremony.planned(port, clock, line, 3)
                        .with("checkFrom", "2022-01-05")
                        .with("checkTo", "2022-01-20")
                        .tryToAnnounce();
        assertThat(nextYear.expect(422).body()).contains("2021年内");

        var outside =
                DrawCeremony.open(port, clock, 3).with("outsidePlan", "省厅部署的危险废物专项检查").announce();

        assertThat(outside.read().text("/outsidePlan")).isEqualTo("省厅部署的危险废物专项检查");
        assertThat(page(outside)).contains("计划外抽取：省厅部署的危险废物专项检查");
        outside.step("void", Map.of("reason", "试办")).expect(200);
    }

    @Test
    void isOpenedFromTheListOfWhatIsDue() {
        var region = region("649915");
        units(region, "KEY", 4, "OPERATING");
        var line = line(region, "each-draw", "50", false);
        var name = "抽查" + region;
        try (var keeper = DeskWindow.of("keeper", port)) {
            look(keeper.open("/desk/inspections/draws"), "list");
            keeper.page()
                    .locator("tr", new Page.LocatorOptions().setHasText(name))
                    .filter(new Locator.FilterOptions().setHasText("第三季度"))
                    .locator("a.button")
                    .click();
            keeper.page().waitForLoadState();
            assertThat(keeper.page().locator("main").textContent())
                    .contains("公告计划内抽取", "每组2名检查人员", "4户");
            keeper.press("公告");
            assertThat(keeper.page().locator(".error-summary").textContent()).contains("公开随机数来源");
            look(keeper.page(), "announce");
            keeper.page().locator("input[name=mode][value=open]").check();
            keeper.page().locator("#game-0").selectOption("kl8");
            keeper.page().locator("#issue-0").fill(DrawCeremony.ISSUE);
            keeper.page().locator("#at-0").fill("2021-07-30T21:30");
            keeper.page().locator("#checkFrom").fill("2021-08-02");
            keeper.page().locator("#checkTo").fill("2021-08-20");
            keeper.press("公告");
            assertThat(keeper.page().locator("main").textContent())
                    .contains("2021年第三季度" + name, "计划依据");
            look(keeper.page(), "announced");
            keeper.press("冻结名录");
            look(keeper.page(), "frozen");
            var plan = plan();
            keeper.open("/desk/inspections/plans/" + plan + "/lines/" + line);
            assertThat(keeper.page().locator("main").textContent()).contains("已冻结，应抽2户");
            look(keeper.page(), "plan-line");
            look(keeper.open("/desk/inspections/plans/" + plan), "plan");
            look(keeper.open("/desk/inspections/draws/new"), "outside");
            assertThat(keeper.complaints()).allMatch(it -> it.contains("status of 422"));
        }
    }

    /** With the numbers of the next day. */
    private DrawCeremony nextDay(long line, int quarter) {
        return DrawCeremony.planned(port, clock, line, quarter)
                .with(
                        "numbers",
                        List.of(
                                Map.of(
                                        "game", "kl8",
                                        "issue", "2021202",
                                        "at", "2021-07-31T21:30:00+08:00")));
    }

    private static void drawNextDay(DrawCeremony ceremony) {
        ceremony.at("2021-07-31T21:40:00+08:00");
        ceremony.type("keeper", "2021202", DrawCeremony.numbersFrom(30)).expect(200);
        ceremony.type("office", "2021202", DrawCeremony.numbersFrom(30)).expect(200);
        ceremony.draw();
    }

    private String region(String code) {
        regions.add(code);
        return code;
    }

    private void units(String region, String of, int count, String state) {
        var owner = JdbcClient.create(database.owner());
        for (var each = 0; each < count; each++) {
            var number =
                    owner.sql("SELECT count(*) FROM inspection_unit").query(Long.class).single();
            owner.sql(
                            """
                            INSERT INTO inspection_unit (agency_id, name, credit_code, address, region, industry,
                                permit_class, supervision_class, risk_class, credit, state, entered_on, created_at)
                            VALUES (?, ?, ?, '计划路', ?, '1440', 'KEY', ?, 'B', 'NONE', ?, '2019-01-01', now())
                            """)
                    .params(
                            organization.agencies().getFirst().id().value(),
                            "计划企业" + number,
                            "91649" + region.substring(3) + "%010d".formatted(number),
                            region,
                            of,
                            state)
                    .update();
        }
    }

    /** A line of its own in the plan of this year, by key. */
    private long line(String region, String formula, String amount, boolean graded) {
        var people = DemoPeople.at(port);
        var keeper = people.as("keeper");
        var plan = plan();
        var number = keeper.get(PLANS + "/" + plan).expect(200).number("/version");
        var version =
                step(people, "keeper", plan, number, "amend", Map.of("text", "增加一行"))
                        .number("/version");
        var added =
                keeper.post(
                                PLANS + "/" + plan + "/versions/" + version + "/lines",
                                Map.ofEntries(
                                        Map.entry("title", "抽查" + region),
                                        Map.entry("classes", List.of("key", "special")),
                                        Map.entry("regions", List.of(region)),
                                        Map.entry("items", List.of("1")),
                                        Map.entry("methods", List.of("on-site")),
                                        Map.entry("formula", formula),
                                        Map.entry("amount", amount),
                                        Map.entry("graded", graded),
                                        Map.entry("quarters", List.of(3, 4)),
                                        Map.entry("initiator", "生态环境综合执法支队")))
                        .expect(201);
        step(people, "keeper", plan, version, "compute", Map.of());
        step(people, "leader", plan, version, "approve", Map.of("text", "从县区借调执法人员"));
        return StreamSupport.stream(added.at("/lines").spliterator(), false)
                .filter(it -> it.at("/title").asText().equals("抽查" + region))
                .findFirst()
                .orElseThrow()
                .at("/key")
                .asLong();
    }

    private static ApiAnswer step(
            DemoPeople people,
            String who,
            long plan,
            long version,
            String step,
            Map<String, ?> input) {
        return people.as(who)
                .post(PLANS + "/" + plan + "/versions/" + version + "/steps/" + step, input)
                .expect(200);
    }

    private long plan() {
        return JdbcClient.create(database.owner())
                .sql("SELECT id FROM inspection_plan WHERE year = 2021 AND agency_id = ?")
                .param(organization.agencies().getFirst().id().value())
                .query(Long.class)
                .single();
    }

    private JsonNode due(long line, int quarter) {
        return of(DemoPeople.at(port).as("keeper").get(DUE), "/items", line, quarter);
    }

    private JsonNode carried(long line, int quarter) {
        return of(
                DemoPeople.at(port).as("keeper").get(PLANS + "/" + plan()),
                "/draws",
                line,
                quarter);
    }

    private JsonNode counted(long line, int quarter) {
        return of(
                DemoPeople.at(port).as("keeper").get(PLANS + "/" + plan()),
                "/feasibility/counts",
                line,
                quarter);
    }

    /** What another draw of the fourth quarter would draw from: nobody who was drawn is named. */
    private ApiAnswer pool(long line) {
        var keeper = DemoPeople.at(port).as("keeper");
        var version = keeper.get(PLANS + "/" + plan()).expect(200).number("/version");
        return keeper.get(
                        PLANS
                                + "/"
                                + plan()
                                + "/versions/"
                                + version
                                + "/lines/"
                                + line
                                + "/pool?quarter=4")
                .expect(200);
    }

    private static JsonNode of(ApiAnswer answer, String list, long line, int quarter) {
        return StreamSupport.stream(answer.expect(200).at(list).spliterator(), false)
                .filter(it -> it.at("/line").asLong() == line)
                .filter(it -> it.at("/quarter").asInt() == quarter)
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static Set<Long> visited(DrawCeremony ceremony) {
        var units = new HashSet<Long>();
        ceremony.people()
                .as("keeper")
                .get(ceremony.path("visits"))
                .expect(200)
                .at("/items")
                .forEach(it -> units.add(it.at("/unit/id").asLong()));
        return units;
    }

    private String page(DrawCeremony ceremony) {
        return DeskClient.at(port)
                .open("/draws/" + ceremony.read().text("/agency") + "/" + ceremony.seq())
                .text();
    }

    /** Nothing for axe to find, nothing beyond a narrow screen's edge; a picture of each. */
    private static void look(Page page, String name) {
        assertThat(Axe.findings(page)).as(name).isEmpty();
        Browser.photograph(page, "inspections-planned-" + name);
        page.setViewportSize(Browser.NARROW, 800);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as(name)
                .isLessThanOrEqualTo(Browser.NARROW);
        Browser.photograph(page, "inspections-planned-" + name + "-narrow");
        page.setViewportSize(Browser.WIDE, 800);
    }
}
