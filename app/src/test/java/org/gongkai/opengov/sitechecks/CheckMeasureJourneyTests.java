package org.gongkai.opengov.sitechecks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.ApiClient;
import org.gongkai.testing.Axe;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.DeskWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@DemoAgencyTest
@DisplayName("By what the agency measures its site (自查尺度)")
class CheckMeasureJourneyTests {
    private static final String PATH = "/api/v1/site-checks/measure";
    private static final Duration SOON = Duration.ofMinutes(1);

    @LocalServerPort int port;

    /** As it was for whoever comes next. */
    @AfterEach
    void asUsual() {
        office().put(
                        PATH,
                        Map.of(
                                "homeDays",
                                14,
                                "items",
                                Map.of("column-blank", Map.of("points", 2, "most", 20, "veto", 5)),
                                "reason",
                                "恢复"))
                .expect(200);
    }

    @Test
    void countsFromTheNextCheckOnAndLeavesEarlierOnesAsTheyWere() {
        var before = checked();
        var blank = line(before, "column-blank");
        assertThat(blank.at("/lost").asInt())
                .isEqualTo((int) Math.min(20, 2 * blank.at("/faults").asLong()));

        office().put(
                        PATH,
                        Map.of(
                                "homeDays",
                                7,
                                "items",
                                Map.of(
                                        "column-blank",
                                        Map.of("points", 100, "most", 100, "veto", 1)),
                                "reason",
                                "市里的检查方案要求首页每周更新"))
                .expect(200);
        var after = checked();

        assertThat(line(after, "column-blank").at("/lost").asInt()).isEqualTo(100);
        assertThat(line(after, "column-blank").at("/veto").asBoolean()).isTrue();
        assertThat(after.at("/score").asInt()).isZero();
        assertThat(one(before.at("/id").asLong()).at("/items")).isEqualTo(before.at("/items"));
        assertThat(office().get(PATH).expect(200).at("/homeDays").asInt()).isEqualTo(7);
    }

    @Test
    void isSetOnItsPageByTheOfficeWithAReason() {
        var office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);
        var page = office.open("/desk/site-checks").expect(200);
        assertThat(page.page().select("a[href='/desk/site-checks/measure']").text())
                .isEqualTo("自查尺度");
        office.open("/desk/site-checks/measure").expect(200);
        var refused =
                office.send(
                                "/desk/site-checks/measure",
                                Map.of("homeDays", "15", "dead-link.points", "两分", "reason", ""))
                        .expect(422);
        assertThat(refused.page().select(".error-summary a").eachText())
                .containsExactly("请填写1至14的整数", "请填写0至100的整数", "请写明调整理由，不超过500个字");
        assertThat(refused.page().select("[name='dead-link.points']").val()).isEqualTo("两分");

        refused.send(
                        "/desk/site-checks/measure",
                        Map.of("homeDays", "10", "dead-link.points", "1", "reason", "每旬更新"))
                .expect(302);
        assertThat(office.follow().expect(200).text()).contains("已保存");
        assertThat(office().get(PATH).expect(200).at("/homeDays").asInt()).isEqualTo(10);

        var people = DemoPeople.at(port);
        people.as("clerk").get(PATH).expect(200);
        people.as("clerk").put(PATH, Map.of("homeDays", 7, "reason", "试")).expect(403);
        people.as("office").put(PATH, Map.of("newsDays", 30, "reason", "放宽")).expect(422);
        var read = DeskClient.at(port).signIn("clerk", DemoPeople.PASSWORD);
        assertThat(read.open("/desk/site-checks/measure").expect(200).page().select("main button"))
                .isEmpty();
    }

    @Test
    void standsOnPagesThatFitWithWhatWasFound() {
        var id = checked().at("/id").asLong();
        try (var window = Browser.open()) {
            var page = window.newPage();
            DeskWindow.signIn(page, "http://127.0.0.1:" + port, "office");
            for (var path :
                    List.of(
                            "/desk/site-checks",
                            "/desk/site-checks/" + id,
                            "/desk/site-checks/" + id + "/faults",
                            "/desk/site-checks/measure")) {
                looksRight(page, path, path.replaceAll("\\d+", "one"));
            }
        }
    }

    private void looksRight(Page page, String path, String name) {
        page.navigate("http://127.0.0.1:" + port + path);
        for (var width : List.of(Browser.WIDE, Browser.NARROW)) {
            page.setViewportSize(width, 900);
            Browser.photograph(page, "checks" + name.replaceAll("\\W", "-") + "-" + width);
            assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                    .as(path)
                    .isLessThanOrEqualTo(width);
            assertThat(Axe.findings(page)).as(path).isEmpty();
        }
    }

    private JsonNode checked() {
        long id = office().post("/api/v1/site-checks", Map.of()).expect(201).at("/id").asLong();
        await().atMost(SOON).until(() -> one(id).at("/state").asString().equals("done"));
        return one(id);
    }

    private JsonNode one(long id) {
        return office().get("/api/v1/site-checks/" + id).expect(200).at("");
    }

    private static JsonNode line(JsonNode check, String item) {
        return check.at("/items")
                .valueStream()
                .filter(it -> it.at("/item").asString().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private ApiClient office() {
        return DemoPeople.at(port).as("office");
    }
}
