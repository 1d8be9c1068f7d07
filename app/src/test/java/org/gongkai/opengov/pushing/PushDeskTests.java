package org.gongkai.opengov.pushing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.UUID;
import org.gongkai.testing.Axe;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("The desk of the pushes — 推送台账")
class PushDeskTests extends PushingTest {
    @Autowired TestDatabase database;

    @Test
    void showsPushesWithTheirReceipts() {
        var id = published("台账上的公告");
        workOff();
        var push = newest(id);

        var office = as("office").open("/desk/pushes").expect(200);
        assertThat(office.text()).contains("推送台账").contains("已回执");
        office.open("/desk/pushes?state=received").expect(200);
        var page = office.open("/desk/pushes/" + push.at("/id").asLong()).expect(200);

        assertThat(page.text())
                .contains("台账上的公告")
                .contains(push.at("/externalIndexNumber").asString())
                .contains(push.at("/receipt").asString())
                .contains("第1次尝试：已收到回执");
    }

    @Test
    void keepsTheTitleOfWhatIsNotPublicToItself() {
        var id = published("撤回后不显示的标题");
        withdraw(id);
        workOff();

        var page = as("office").open("/desk/pushes/" + newest(id).at("/id").asLong()).expect(200);

        assertThat(page.text()).doesNotContain("撤回后不显示").contains("标题不显示");
        assertThat(newest(id).has("title")).isFalse();
        assertThat(as("office").open("/desk/pushes/export.csv").expect(200).body())
                .startsWith("\uFEFF索引号,")
                .doesNotContain("撤回后不显示");
    }

    @Test
    void letsTheOfficeRetryAndSkipWithAReason() {
        var id = refused("需要处理的公告");
        var number = newest(id).at("/id").asLong();
        var path = "/desk/pushes/" + number;
        var office = as("office").open(path).expect(200);

        office.send(path + "/steps/retry", Map.of("reason", " ")).expect(422);
        assertThat(office.text()).contains("请写明理由");
        CITY.then(CityServer.status(422, ""));
        office.send(path + "/steps/retry", Map.of("reason", "平台已改正")).expect(302);
        assertThat(office.follow().text()).contains("已安排立即重试").contains("平台已改正");
        workOff();
        assertThat(newest(id).at("/state").asString()).isEqualTo("dead");

        var skip = "/api/v1/pushes/" + number + "/steps/skip";
        people.as("office").post(skip, Map.of()).expectProblem(422, "invalid-input");
        people.as("office").post(skip, Map.of("reason", "字".repeat(501))).expect(422);
        var skipped = people.as("office").post(skip, Map.of("reason", "已由平台人工录入")).expect(200);
        assertThat(skipped.text("/state")).isEqualTo("skipped");
        assertThat(skipped.at("/allowedSteps").size()).isZero();
        assertThat(skipped.at("/stepsTaken").findValuesAsString("reason"))
                .containsExactly("平台已改正", "已由平台人工录入");
        people.as("office")
                .post(skip, Map.of("reason", "再来一次"))
                .expectProblem(409, "not-possible-in-this-state");
        assertThat(
                        people.as("auditor")
                                .get("/api/v1/audit?subject=push:" + number)
                                .expect(200)
                                .at("/items")
                                .findValuesAsString("action"))
                .containsExactly("pushing.skipped", "pushing.retried");
    }

    @Test
    void letsTheOperatorRetryButNotSkip() {
        var id = refused("操作员处理的公告");
        var path = "/api/v1/pushes/" + newest(id).at("/id").asLong();

        assertThat(people.as("operator").get(path).expect(200).at("/allowedSteps").size())
                .isEqualTo(1);
        people.as("operator")
                .post(path + "/steps/skip", Map.of("reason", "不推了"))
                .expectProblem(403, "not-allowed");
        people.as("auditor")
                .post(path + "/steps/retry", Map.of("reason", "再试"))
                .expectProblem(403, "not-allowed");
        people.as("operator").post(path + "/steps/retry", Map.of("reason", "网络已通")).expect(200);
        workOff();
        assertThat(newest(id).at("/state").asString()).isEqualTo("received");
    }

    @Test
    void catchesUpWithWhatWasPublicBefore() {
        var id = published("早已公开的公告");
        forget(id);
        var withdrawn = published("早已撤回的公告");
        withdraw(withdrawn);
        forget(withdrawn);
        var office = as("office").open("/desk/pushes").expect(200);

        office.send("/desk/pushes/catch-up", Map.of()).expect(302);

        assertThat(office.follow().text()).contains("此前公开的信息都已列入推送");
        workOff();
        assertThat(CITY.receivedOf(id)).hasSize(1);
        assertThat(CITY.receivedOf(withdrawn)).isEmpty();
        var again = people.as("operator").post("/api/v1/pushes/catch-up", Map.of()).expect(200);
        assertThat(again.number("/queued")).isZero();
        people.as("auditor")
                .post("/api/v1/pushes/catch-up", Map.of())
                .expectProblem(403, "not-allowed");
        assertThat(as("auditor").open("/desk/pushes").text()).doesNotContain("补推");
    }

    /** As if it had been published before pushing was set up. */
    private void forget(String id) {
        JdbcClient.create(database.owner())
                .sql("DELETE FROM push WHERE document_id = ?")
                .param(UUID.fromString(id))
                .update();
    }

    @Test
    void setsNothingAgoingThatALaterPushHasOvertaken() {
        var id = refused("已被取代的公告");
        var dead = newest(id).at("/id").asLong();
        withdraw(id);

        people.as("office")
                .post("/api/v1/pushes/" + dead + "/steps/retry", Map.of("reason", "再试"))
                .expectProblem(409, "not-possible-in-this-state");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"clerk", "head", "secrecy", "leader", "principal", "legal"})
    void isNotForOthers(String account) {
        people.as(account).get("/api/v1/pushes").expectProblem(403, "not-allowed");
        people.as(account).get("/api/v1/pushes/1").expectProblem(403, "not-allowed");
        as(account).open("/desk/pushes").expect(403);
        as(account).open("/desk/pushes/export.csv").expect(403);
        assertThat(as(account).open("/desk/registers").page().select("a[href=/desk/pushes]"))
                .isEmpty();
    }

    @Test
    void answersWhatIsNotThereAsSuch() {
        people.as("office").get("/api/v1/pushes/999999").expectProblem(404, "not-found");
        people.as("office").get("/api/v1/pushes?state=lost").expectProblem(422, "invalid-input");
        people.reader().get("/api/v1/pushes").expect(401);
        as("office").open("/desk/pushes?state=lost").expect(404);
        as("office").open("/desk/pushes/999999").expect(404);
    }

    @Test
    void putsWhatFailedOnTheStartPageOfTheOffice() {
        var id = refused("工作台上的公告");
        var number = newest(id).at("/id").asLong();

        assertThat(as("office").open("/desk").page().select("a[href=/desk/pushes/" + number + "]"))
                .isNotEmpty();
        assertThat(as("clerk").open("/desk").page().select("a[href^=/desk/pushes]")).isEmpty();
    }

    @Test
    void showsThePlatformsNumberOnThePageOfTheDocument() {
        var id = published("有平台索引号的公告");
        var before = as("clerk").open("/desk/documents/" + id).expect(200);
        assertThat(before.text()).contains("最近一次推送").contains("待推送");
        workOff();
        var push = newest(id);

        var clerk = as("clerk").open("/desk/documents/" + id).expect(200);
        var office = as("office").open("/desk/documents/" + id).expect(200);

        assertThat(clerk.text()).contains(push.at("/externalIndexNumber").asString());
        assertThat(clerk.page().select("a[href^=/desk/pushes]")).isEmpty();
        assertThat(office.page().select("a[href=/desk/pushes/" + push.at("/id").asLong() + "]"))
                .isNotEmpty();
    }

    @Test
    void isPagedInTheApi() {
        published("第一页的公告");
        published("第二页的公告");
        var first = people.as("office").get("/api/v1/pushes?limit=1").expect(200);
        var second =
                people.as("office")
                        .get("/api/v1/pushes?limit=1&after=" + first.text("/next"))
                        .expect(200);

        assertThat(second.number("/items/0/id")).isLessThan(first.number("/items/0/id"));
    }

    @Test
    void isInOrderForEverybody() {
        var received = published("平台已收到的公告");
        workOff();
        var failed = newest(refused("看得清楚的公告")).at("/id").asLong();
        workOff();
        try (var window = Browser.open()) {
            var page = window.newPage();
            page.navigate(address("/desk/login"));
            page.fill("main input[name=username]", "office");
            page.fill("main input[name=password]", DemoPeople.PASSWORD);
            page.click("main button[type=submit]");
            look(page, "/desk/pushes", "list");
            look(page, "/desk/pushes?state=sending", "empty");
            look(page, "/desk/pushes/" + failed, "one");
            look(page, "/desk/documents/" + received, "document");
        }
    }

    private void look(Page page, String path, String name) {
        for (int width : new int[] {Browser.WIDE, Browser.NARROW}) {
            page.setViewportSize(width, 900);
            assertThat(page.navigate(address(path)).status()).isEqualTo(200);
            Browser.photograph(page, "pushes-" + name + "-" + width);
            assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                    .isLessThanOrEqualTo(width);
            assertThat(Axe.findings(page)).isEmpty();
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(Axe.findings(page)).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private String refused(String title) {
        var id = published(title);
        CITY.then(CityServer.status(422, "{\"message\":\"栏目不存在\"}"));
        workOff();
        return id;
    }

    private DeskClient as(String account) {
        return DeskClient.at(port).signIn(account, DemoPeople.PASSWORD);
    }
}
