package org.gongkai.opengov.sitechecks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.PublicWork;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A self-check over the API: publishing facts 3.5. */
@DemoAgencyTest
@DisplayName("A self-check of the site")
class SiteCheckJourneyTests {
    private static final Duration SOON = Duration.ofMinutes(1);

    @LocalServerPort int port;
    @Autowired JdbcClient database;

    @Test
    void namesEachPageWithWhatIsWrongThere() {
        var work = PublicWork.at(port);
        var target = work.publish("notice", "自查链接的目标", "<p>目标。</p>", formed("2021-07-28"));
        var linking =
                work.publish(
                        "notice",
                        "自查有链接的公告",
                        "<p>见<a href=\"" + target.path() + "\">目标</a>。</p>",
                        formed("2021-07-28"));
        var later = work.publish("notice", "自查日期可疑的公告", "<p>正文。</p>", formed("2021-12-31"));
        work.withdraw(target, "自查", "《政府信息公开条例》第十八条");

        var check = checked();

        assertThat(check.at("/score").asInt()).isLessThan(100);
        assertThat(faults(check, "dead-link")).contains(linking.path() + " " + target.path());
        assertThat(faults(check, "doubtful-date"))
                .contains(later.path() + " 2021-12-31 / 2021-07-30");
        assertThat(faults(check, "column-blank")).isNotEmpty();
        assertThat(faults(check, "home-not-updated")).isEmpty();
    }

    /** Each tag where it is mended: what a column lacks is not told of each of its documents. */
    @Test
    void namesTheTagsThatAColumnLacks() {
        var office = DemoPeople.at(port).as("office");
        var column =
                Map.of(
                        "key", "check-tags",
                        "parent", "statutory",
                        "name", "自查标签的栏目",
                        "kind", "政务动态",
                        "description", "说明",
                        "keywords", "标签",
                        "position", 955);
        office.post("/api/v1/columns", column).expect(201);
        database.sql("UPDATE site_column SET keywords = ' ' WHERE key = 'check-tags'").update();
        var document =
                PublicWork.at(port)
                        .in("check-tags")
                        .publish("notice", "标签缺失栏目中的公告", "<p>正文。</p>", formed("2021-07-28"));
        assertThat(faults(checked(), "missing-tag"))
                .contains("/c/check-tags ColumnKeywords 为空")
                .noneMatch(it -> it.startsWith(document.path()));
    }

    @Test
    void isBegunByTheOfficeAlone() {
        var people = DemoPeople.at(port);
        people.as("clerk").post("/api/v1/site-checks", Map.of()).expect(403);
        var done = checked();

        people.as("office")
                .post("/api/v1/site-checks/" + done.at("/id").asLong() + "/steps/cancel", Map.of())
                .expect(409);
        people.as("office")
                .get("/api/v1/site-checks/" + done.at("/id").asLong() + "/faults?item=nothing")
                .expect(422);
    }

    private JsonNode checked() {
        var office = DemoPeople.at(port).as("office");
        long id = office.post("/api/v1/site-checks", Map.of()).expect(201).at("/id").asLong();
        await().atMost(SOON)
                .until(
                        () ->
                                office.get("/api/v1/site-checks/" + id)
                                        .expect(200)
                                        .text("/state")
                                        .equals("done"));
        return office.get("/api/v1/site-checks/" + id).expect(200).at("");
    }

    private List<String> faults(JsonNode check, String item) {
        var found = new ArrayList<String>();
        DemoPeople.at(port)
                .as("office")
                .get(
                        "/api/v1/site-checks/"
                                + check.at("/id").asLong()
                                + "/faults?limit=200&item="
                                + item)
                .expect(200)
                .at("/items")
                .forEach(
                        it ->
                                found.add(
                                        it.at("/path").asString()
                                                + " "
                                                + it.at("/detail").asString()));
        return found;
    }

    private static Map<String, String> formed(String day) {
        return Map.of("formedOn", day);
    }
}
