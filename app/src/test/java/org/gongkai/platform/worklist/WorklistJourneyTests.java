package org.gongkai.platform.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.StreamSupport;
import org.gongkai.testing.ApiClient;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@DemoAgencyTest
@DisplayName("工作台 over page and API")
class WorklistJourneyTests {
    @LocalServerPort int port;

    private DemoPeople people;

    @BeforeEach
    void people() {
        people = DemoPeople.at(port);
    }

    @Test
    void tellsAProgramWhatThePageTellsAPerson() {
        var id = people.submitted(urgent("重污染天气应急响应通告"));

        var item = item("head", id);
        assertThat(item.get("what").asString()).isEqualTo("《重污染天气应急响应通告》等待您签署");
        assertThat(item.get("why").asString()).isEqualTo("现在到科室负责人初审");
        assertThat(item.get("due").asString()).isEqualTo("2021-08-25");
        assertThat(item.get("workingDaysLeft").asInt()).isEqualTo(18);
        assertThat(item.get("urgent").asBoolean()).isTrue();

        var line = line("head", item.get("link").asString());
        assertThat(line)
                .contains("紧急：《重污染天气应急响应通告》等待您签署")
                .contains("办公室(政务公开办公室)，现在到科室负责人初审，应于2021年8月25日(周三)前完成")
                .contains("剩18个工作日")
                .contains("审签");
    }

    @Test
    void opensEachFigureToTheListBehindIt() {
        people.draft(urgent("有数可查"));
        var clerk = DeskClient.at(port).signIn("clerk", DemoPeople.PASSWORD);

        var figures = clerk.open("/desk").expect(200).page().select("ul.counts a");
        assertThat(figures.eachText()).anyMatch(it -> it.endsWith("起草中"));
        figures.eachAttr("href").forEach(it -> clerk.open(it).expect(200));
    }

    @Test
    void isNobodysBusinessWithoutSigningIn() {
        ApiClient.at(port).get("/api/v1/worklist").expect(401);
    }

    @Test
    void hasNothingOfDocumentsForTheOperator() {
        var operator = people.as("operator").get("/api/v1/worklist").expect(200);

        assertThat(operator.body()).doesNotContain("/desk/documents");
    }

    private JsonNode item(String who, String id) {
        var items = people.as(who).get("/api/v1/worklist").expect(200).at("/items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(it -> it.get("link").asString().contains(id))
                .findFirst()
                .orElseThrow();
    }

    private String line(String who, String link) {
        var page =
                DeskClient.at(port)
                        .signIn(who, DemoPeople.PASSWORD)
                        .open("/desk")
                        .expect(200)
                        .page();
        return page.select("ol.task-list li").stream()
                .filter(it -> it.select("a").attr("href").equals(link))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static Map<String, Object> urgent(String title) {
        var notice = DemoPeople.notice(title, "<p>正文。</p>");
        notice.put("emergency", true);
        return notice;
    }
}
