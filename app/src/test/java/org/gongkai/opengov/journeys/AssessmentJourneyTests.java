package org.gongkai.opengov.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What is not public is looked at again; the test clock stands at 30 July 2021. */
@DemoAgencyTest
@DisplayName("Assessment of what is not public (定期评估) — 《政府信息公开条例》 art. 18")
class AssessmentJourneyTests {
    @LocalServerPort int port;

    private DemoPeople people;

    @BeforeEach
    void atThisProgram() {
        people = DemoPeople.at(port);
    }

    @Test
    void keepsTheOutcomeAndSetsTheNextDay() {
        var id = kept("内部工作规程");
        assertThat(line("later", id).at("/dueOn").asString()).isEqualTo("2022-07-30");

        var stays = Map.of("outcome", "stays", "reason", "情况没有变化", "next", "2021-08-20");
        assertThat(people.step("office", id, "assess", stays).expect(200).text("/state"))
                .isEqualTo("kept");

        assertThat(line("soon", id).at("/dueOn").asString()).isEqualTo("2021-08-20");
        var done = line("done", id);
        assertThat(done.at("/outcome").asString()).isEqualTo("stays");
        assertThat(done.at("/reason").asString()).isEqualTo("情况没有变化");
        var office = desk("office");
        assertThat(office.open("/desk/assessments?standing=soon").text()).contains("内部工作规程");
        assertThat(
                        new String(
                                office.download("/desk/assessments/export.csv?standing=done"),
                                StandardCharsets.UTF_8))
                .contains("\"内部工作规程\"", "\"仍不公开\"", "\"情况没有变化\"");
    }

    @Test
    void setsTwelveMonthsWhereNoDayIsNamed() {
        var id = kept("没写日期");

        people.step("office", id, "assess", Map.of("outcome", "stays", "reason", "依据仍在"))
                .expect(200);

        assertThat(line("later", id).at("/dueOn").asString()).isEqualTo("2022-07-30");
    }

    @Test
    void givesWhatMayBecomePublicBackToTheSection() {
        var id = kept("可以公开了");
        var page = desk("office").open("/desk/documents/" + id + "/steps/assess");

        page.send(
                        "/desk/documents/" + id + "/steps/assess",
                        Map.of("outcome", "opens", "reason", ""))
                .expect(422);
        assertThat(page.text()).contains("请写明评估的理由和依据");
        page.send(
                        "/desk/documents/" + id + "/steps/assess",
                        Map.of("outcome", "opens", "reason", "任务已经完成"))
                .expect(302);

        assertThat(people.read(id).text("/state")).isEqualTo("draft");
        assertThat(line("done", id).at("/outcome").asString()).isEqualTo("opens");
    }

    @Test
    void isClosedWhenTheSectionTakesTheDocumentUpFirst() {
        var id = kept("科室先办");

        people.step("clerk", id, "reopen", Map.of()).expect(422);
        people.step("clerk", id, "reopen", Map.of("reason", "改为主动公开")).expect(200);

        assertThat(line("done", id).at("/outcome").asString()).isEqualTo("reopened");
    }

    @Test
    void refusesWhatCannotBe() {
        var id = kept("不能这样评估");

        assess("clerk", id, "stays", "2021-12-01").expect(403);
        assess("office", id, "stays", "2022-07-31").expect(422);
        assess("office", id, "stays", "2021-07-30").expect(422);
        assess("office", id, "stays", "明年").expect(422);
        assess("office", id, "reopened", "2021-12-01").expect(422);
        assertThat(line("later", id).at("/dueOn").asString()).isEqualTo("2022-07-30");
    }

    private ApiAnswer assess(String who, String id, String outcome, String next) {
        return people.step(
                who, id, "assess", Map.of("outcome", outcome, "reason", "理由", "next", next));
    }

    private String kept(String title) {
        var draft = DemoPeople.notice(title, "<p>正文。</p>");
        draft.put("attribute", "不予公开");
        draft.put("legalGround", "《政府信息公开条例》第十六条第一款");
        draft.remove("article20Item");
        var id = people.approved(draft);
        people.step("office", id, "keep", Map.of()).expect(200);
        return id;
    }

    private JsonNode line(String standing, String id) {
        var query = "/api/v1/assessments?standing=" + standing + "&limit=100";
        String after = "";
        while (true) {
            var answer = people.as("office").get(query + after).expect(200);
            List<JsonNode> items = answer.at("/items").valueStream().toList();
            for (var it : items) {
                if (it.at("/document").asString().equals(id)) {
                    return it;
                }
            }
            assertThat(answer.at("/next").isNull()).as(id + " is not " + standing).isFalse();
            after = "&after=" + answer.text("/next");
        }
    }

    private DeskClient desk(String who) {
        return DeskClient.at(port).signIn(who, DemoPeople.PASSWORD);
    }
}
