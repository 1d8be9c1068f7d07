package org.gongkai.opengov.disclosures.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.microsoft.playwright.options.ColorScheme;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.Axe;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.DeskWindow;
import org.gongkai.testing.PublicWork;
import org.gongkai.testing.PublicWork.Published;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoAgencyTest
@DisplayName("What became of plans (规划落实情况、历史规划总结) — key points 二.1")
class ProgressJourneyTests {
    private static final String PLANS = "/api/v1/plans/";

    @Autowired JdbcClient database;
    @Autowired TestClock clock;
    @LocalServerPort int port;

    private DemoPeople people;
    private PublicWork work;

    @BeforeEach
    void open() {
        people = DemoPeople.at(port);
        work = PublicWork.at(port).in("plans");
    }

    @Test
    void isToldByAPublishedReportAndReleasedByASecondPerson() {
        var plan = plan("落实规划甲");
        var report = report("落实规划甲评估报告");
        var task = target("污水处理率", 95);
        assertThat(
                        write(plan, task, status(96, "2021-06-30", "640100-113/2021-99999"))
                                .expect(422)
                                .body())
                .contains("s1.report");
        assertThat(write(plan, task, status(96, "2021-06-30", "")).expect(422).body())
                .contains("s1.report");
        write(plan, task, status(96, "2021-06-30", report.indexNumber())).expect(200);
        assertThat(page(plan)).contains("还没有公布落实情况").doesNotContain("污水处理率");
        assertThat(read(plan).expect(200).at("/tasks")).isEmpty();

        release("clerk", plan).expectProblem(403, "not-allowed");
        release("head2", plan).expect(404);
        release("head", plan).expect(200);

        assertThat(page(plan)).contains("污水处理率", "落实规划甲评估报告", "共 1 项，已达到 1 项");
        assertThat(read(plan).number("/met")).isEqualTo(1);
        assertThat(read(plan).at("/statuses/0/withdrawn").asBoolean()).isFalse();

        work.withdraw(report, "内容有误", "《政府信息公开条例》第六条");
        assertThat(page(plan)).contains("原报告已撤回", "共 1 项，已达到 0 项").doesNotContain("落实规划甲评估报告");
        assertThat(read(plan).at("/statuses/0/withdrawn").asBoolean()).isTrue();
        assertThat(file("csv")).contains("原报告已撤回");
    }

    @Test
    void isToldByPeriodEachWithItsDocument() {
        var plan = plan("落实规划己");
        var first = report("落实规划己年初通报");
        var second = report("落实规划己半年通报");
        var task = target("地表水优良率", 80);
        var earlier = status("地表水优良率", 85, "2021-03-31", first.indexNumber());
        var later = status("地表水优良率", 79, "2021-06-30", second.indexNumber());

        write(plan, task, later, earlier, later).expect(422);
        write(plan, task, later, earlier).expect(200);
        release("head", plan).expect(200);

        var read = read(plan).expect(200);
        assertThat(read.number("/met")).isZero();
        assertThat(read.text("/tasks/0/asOf")).isEqualTo("2021-06-30");
        assertThat(read.text("/statuses/0/report")).isEqualTo(second.indexNumber());
        assertThat(read.text("/statuses/1/asOf")).isEqualTo("2021-03-31");
        assertThat(page(plan)).contains("落实规划己年初通报", "落实规划己半年通报", "85 %", "79 %");
        assertThat(file("csv"))
                .contains("\"地表水优良率\",\"不低于目标\",\"80\",\"%\",\"2021-03-31\",\"85\",\"已达到\"")
                .contains("\"2021-06-30\",\"79\",\"尚未达到\"");
        assertThat(file("json")).contains("落实规划己", "\"reached\":79");
        assertThat(DeskClient.at(port).open("/plans/progress.xlsx").expect(200).body())
                .startsWith("PK");
    }

    @Test
    void isAskedForWhenTheStatusIsDue() {
        var plan = plan("落实规划庚");
        assertThat(due("clerk", plan)).isEmpty();

        moveTo("2022-01-01T09:00:00+08:00");
        assertThat(due("clerk", plan)).containsExactly("2022-03-31");
        assertThat(due("head", plan)).isEmpty();
        assertThat(
                        people.as("clerk")
                                .get("/api/v1/plans?standing=due&limit=200")
                                .expect(200)
                                .body())
                .contains("落实规划庚");
        moveTo("2022-04-01T09:00:00+08:00");
        assertThat(due("head", plan)).containsExactly("2022-03-31");

        var report = report("落实规划庚年度通报");
        var progress = status("绿化率", 40, "2021-12-31", report.indexNumber());
        write(plan, target("绿化率", 40), progress).expect(200);
        assertThat(due("clerk", plan)).isEmpty();
        assertThat(due("head", plan)).isEmpty();
    }

    @Test
    void isNotReleasedByWhoWroteAnyOfIt() {
        var plan = plan("落实规划乙");
        write(plan, target("绿化率", 40)).expect(200);
        people.as("head")
                .put(PLANS + plan.id(), Map.of("tasks", List.of(target("绿化率", 41))))
                .expect(200);
        release("head", plan).expectProblem(403, "not-allowed");
        step(plan, "office", "give-back", "").expect(422);
        step(plan, "office", "give-back", "目标写错了").expect(200);
        release("office", plan).expectProblem(409, "not-possible-in-this-state");
        write(plan, target("绿化率", 42)).expect(200);
        release("office", plan).expect(200);
        assertThat(page(plan)).contains("42 %").doesNotContain("41 %");
    }

    @Test
    void isHeldByTheDatabaseToo() {
        var plan = plan("落实规划丙");
        write(plan, target("绿化率", 40)).expect(200);
        var verdict =
                """
                INSERT INTO plan_progress_verdict (document_id, number, sha256, released, person_id, at)
                SELECT document_id, number, %s, true, %s, at FROM plan_progress_revision WHERE document_id = :id
                """;

        assertThat(state(verdict.formatted("sha256", "person_id"), plan)).isEqualTo("GK207");
        assertThat(state(verdict.formatted("repeat('0', 64)", "person_id + 1"), plan))
                .isEqualTo("GK206");
        assertThat(state("DELETE FROM plan_progress_revision WHERE document_id = :id", plan))
                .isEqualTo("42501");
        assertThat(
                        state(
                                "UPDATE plan_progress_revision SET content = '{}' WHERE document_id = :id",
                                plan))
                .isEqualTo("42501");
        assertThat(state(verdict.formatted("sha256", "person_id + 1"), plan)).isNull();
    }

    @Test
    void isSummedUpForPastPlansInADraftThatIsReviewed() {
        var fields = new HashMap<>(PERIOD);
        fields.put("periodFrom", "2016-01-01");
        fields.put("periodTo", "2020-12-31");
        var plan = work.publish("plan", "历史规划丁", "<p>正文。</p>", fields);
        var report = report("历史规划丁评估");
        write(plan, target("优良天数", 300), status("优良天数", 310, "2020-12-31", report.indexNumber()))
                .expect(200);
        release("head", plan).expect(200);

        people.as("office").post("/api/v1/plans/summary", Map.of()).expect(403);
        var draft = people.as("clerk").post("/api/v1/plans/summary", Map.of()).expect(201);

        var read =
                people.as("clerk").get("/api/v1/documents/" + draft.text("/document")).expect(200);
        assertThat(read.text("/state")).isEqualTo("draft");
        assertThat(read.text("/content/title")).endsWith("（截至2021年7月30日）");
        assertThat(read.text("/content/bodyHtml"))
                .contains("历史规划丁", "优良天数不低于 300", "共 1 项，已达到 1 项")
                .contains(plan.indexNumber(), report.indexNumber());
        assertThat(read.text("/column")).isEqualTo("plans");

        renamePlans("plans", "zhongwei-plans");
        try {
            var elsewhere = people.as("clerk").post("/api/v1/plans/summary", Map.of()).expect(201);
            assertThat(
                            people.as("clerk")
                                    .get("/api/v1/documents/" + elsewhere.text("/document"))
                                    .expect(200)
                                    .text("/column"))
                    .isEqualTo("zhongwei-plans");
        } finally {
            renamePlans("zhongwei-plans", "plans");
        }
    }

    /** At every agency but the first, the agency's key stands before that of a fixed column. */
    private void renamePlans(String from, String to) {
        database.sql("UPDATE site_column SET key = ? WHERE key = ?").params(to, from).update();
    }

    @Test
    void isWrittenOnPagesThatAreInOrder() {
        var plan = plan("落实规划戊");
        var place = "/desk/plans/" + plan.id();
        var clerk = DeskClient.at(port).signIn("clerk", DemoPeople.PASSWORD);
        clerk.open(place)
                .send(place, Map.of("1.name", "绿化率", "1.unit", "%", "1.target", "四十"))
                .expect(422);
        assertThat(clerk.text()).contains("请填写数字");
        clerk.send(place, Map.of("1.target", "40", "1.direction", "at-least")).expect(302);
        var report = report("落实规划戊通报");
        clerk.open(place)
                .send(
                        place,
                        Map.of(
                                "s1.asOf", "2021-06-30",
                                "s1.report", report.indexNumber(),
                                "s1.figure1", "38.5"))
                .expect(302);
        release("head", plan).expect(200);
        assertThat(clerk.open("/desk/plans/export.csv?standing=released").expect(200).body())
                .contains("落实规划戊");

        for (var width : new int[] {Browser.NARROW, Browser.WIDE}) {
            try (var window = Browser.open(width, ColorScheme.LIGHT, true)) {
                var page = window.newPage();
                DeskWindow.signIn(page, "http://127.0.0.1:" + port, "clerk");
                for (var path : List.of("/desk/plans", place, path(plan), "/plans")) {
                    page.navigate("http://127.0.0.1:" + port + path);
                    Browser.photograph(
                            page,
                            "plans" + path.replaceAll("[0-9a-f-]{20,}|\\W+", "-") + "-" + width);
                    assertThat(Axe.findings(page)).as(path).isEmpty();
                    assertThat(
                                    page.evaluate(
                                            "document.documentElement.scrollWidth <= window.innerWidth"))
                            .as(path)
                            .isEqualTo(true);
                }
            }
        }
    }

    private static final Map<String, String> PERIOD =
            Map.of(
                    "formedOn", "2021-07-01",
                    "periodFrom", "2021-01-01",
                    "periodTo", "2025-12-31",
                    "planStage", "正式稿");

    private Published plan(String title) {
        return work.publish("plan", title, "<p>正文。</p>", PERIOD);
    }

    private static Map<String, Object> target(String name, int target) {
        return Map.of("name", name, "unit", "%", "direction", "at-least", "target", target);
    }

    /** Whoever signed in before has to do so again. */
    private void moveTo(String moment) {
        clock.set(moment);
        people = DemoPeople.at(port);
    }

    private Published report(String title) {
        return work.publish("report", title, "<p>正文。</p>", Map.of("formedOn", "2021-07-01"));
    }

    private static Map<String, Object> status(int reached, String asOf, String report) {
        return status("污水处理率", reached, asOf, report);
    }

    private static Map<String, Object> status(
            String task, int reached, String asOf, String report) {
        return Map.of(
                "asOf", asOf,
                "report", report,
                "figures", List.of(Map.of("task", task, "reached", reached)));
    }

    @SafeVarargs
    private ApiAnswer write(
            Published plan, Map<String, Object> task, Map<String, Object>... statuses) {
        return people.as("clerk")
                .put(
                        PLANS + plan.id(),
                        Map.of("tasks", List.of(task), "statuses", List.of(statuses)));
    }

    /** The last days by which this person is to tell of the plan. */
    private List<String> due(String who, Published plan) {
        var items = people.as(who).get("/api/v1/worklist").expect(200).at("/items");
        var found = new ArrayList<String>();
        for (var it : items) {
            if (it.path("link").asString().equals("/desk/plans/" + plan.id())
                    && !it.path("due").asString().isEmpty()) {
                found.add(it.path("due").asString());
            }
        }
        return found;
    }

    private String file(String ending) {
        return DeskClient.at(port).open("/plans/progress." + ending).expect(200).body();
    }

    private ApiAnswer release(String who, Published plan) {
        return step(plan, who, "release", "");
    }

    private ApiAnswer step(Published plan, String who, String step, String reason) {
        var sha256 = people.as("clerk").get(PLANS + plan.id()).expect(200).text("/sha256");
        return people.as(who)
                .post(
                        PLANS + plan.id() + "/steps/" + step,
                        Map.of("sha256", sha256, "reason", reason));
    }

    private ApiAnswer read(Published plan) {
        return people.reader().get("/api/v1/public/plans/" + plan.indexNumber());
    }

    private String page(Published plan) {
        return DeskClient.at(port).open(path(plan)).expect(200).body();
    }

    private static String path(Published plan) {
        return "/plans/" + plan.indexNumber();
    }

    private String state(String statement, Published plan) {
        var failure =
                catchThrowable(
                        () ->
                                database.sql(statement)
                                        .param("id", java.util.UUID.fromString(plan.id()))
                                        .update());
        return failure == null
                ? null
                : ((SQLException) ((DataAccessException) failure).getMostSpecificCause())
                        .getSQLState();
    }
}
