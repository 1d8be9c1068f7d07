package org.gongkai.opengov.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.TestClock;
import org.gongkai.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Spilled content is removed, and so are the backups that hold it; 30 July 2021, 09:00. */
@DemoAgencyTest
@DisplayName("A purge and the backups that still hold it (内容清除) — 保守国家秘密法 art. 57")
class PurgeJourneyTests {
    @LocalServerPort int port;
    @Autowired TestDatabase testDatabase;
    @Autowired TestClock clock;

    private DemoPeople people;

    @BeforeEach
    void atThisProgram() {
        people = DemoPeople.at(port);
    }

    @Test
    void listsTheBackupsThatHoldTheContentUntilTheyAreDestroyed() {
        var id = people.published(DemoPeople.notice("误传的名单", "<p>绝不能留的内容。</p>"));
        long without = backup("/backup/before.zip", clock.instant().minus(Duration.ofDays(1)));
        long holding = backup("/backup/while.zip", clock.instant());
        long later = backup("/backup/after.zip", clock.instant().plus(Duration.ofDays(1)));
        var office = desk("office");
        office.open("/desk/documents/" + id + "/steps/purge");
        assertThat(office.text()).contains("您是第一位", "/backup/while.zip");
        office.send("/desk/documents/" + id + "/steps/purge", Map.of("ground", "含个人隐私"))
                .expect(302);

        var secrecy = desk("secrecy");
        secrecy.open("/desk/documents/" + id + "/steps/purge");
        assertThat(secrecy.text()).contains("您确认后立即清除", "含个人隐私", "苏雅琴");
        secrecy.send("/desk/documents/" + id + "/steps/purge", Map.of("ground", "属实")).expect(302);
        assertThat(secrecy.redirect()).isEqualTo("/desk/purges?done=purged");
        assertThat(secrecy.follow().text()).contains("内容已从各处清除", "/backup/while.zip", "须销毁");
        assertThat(secrecy.body()).doesNotContain("误传的名单", "绝不能留的内容");

        assertThat(backupsOf(id)).contains(holding).doesNotContain(without, later);
        people.as("office")
                .post("/api/v1/backups/" + holding + "/destruction", Map.of("note", "已消磁"))
                .expect(403);
        people.as("operator")
                .post("/api/v1/backups/" + holding + "/destruction", Map.of("note", " "))
                .expect(422);
        var operator = desk("operator");
        operator.open("/desk/purges")
                .send("/desk/backups/" + holding + "/destroyed", Map.of("note", "硬盘已消磁"))
                .expect(302);
        assertThat(operator.follow().text()).contains("硬盘已消磁", "已销毁");
        people.as("operator")
                .post("/api/v1/backups/" + holding + "/destruction", Map.of("note", "再来一次"))
                .expect(409);
    }

    @Test
    void answersWithNothingLeftToShowOverTheApi() {
        var id = people.draft(DemoPeople.notice("接口清除", "<p>正文。</p>"));

        people.step("office", id, "purge", Map.of("ground", "误传")).expect(200);
        people.step("secrecy", id, "purge", Map.of("ground", "属实")).expect(204);

        people.as("office").get("/api/v1/documents/" + id).expect(404);
        assertThat(purge(id).at("/words").size()).isEqualTo(2);
        people.as("clerk").get("/api/v1/purges").expect(404);
    }

    @Test
    void showsEarlierSignersTheDifferenceAlone() {
        var id = people.submitted(DemoPeople.notice("再次确认", "<p>第一段不变。</p><p>第二段原文。</p>"));
        people.sign("head", id).expect(200);
        var version = people.as("clerk").get("/api/v1/documents/" + id).etag();
        people.as("clerk")
                .with("If-Match", version)
                .put(
                        "/api/v1/documents/" + id,
                        DemoPeople.notice("再次确认", "<p>第一段不变。</p><p>第二段改过。</p>"))
                .expect(200);
        people.step("clerk", id, "submit", Map.of()).expect(200);

        var page = desk("head").open("/desk/documents/" + id + "/review").page();
        assertThat(page.select(".difference").text()).contains("第二段原文", "第二段改过");
        assertThat(page.select(".difference").text()).doesNotContain("第一段不变");
        assertThat(page.select("details .paper-body").text()).contains("第一段不变");
        var told = people.as("head").get("/api/v1/documents/" + id + "/difference").expect(200);
        assertThat(told.number("/from")).isEqualTo(1);
        assertThat(told.at("/lines").valueStream().map(it -> it.at("/kind").asString()))
                .containsExactly("kept", "removed", "added");
        people.as("head").get("/api/v1/documents/" + id + "/difference?from=1&to=2").expect(200);
        people.as("head").get("/api/v1/documents/" + id + "/difference?from=7").expect(404);
        people.as("head").get("/api/v1/documents/" + id + "/paper-scans").expect(200);
    }

    private List<Long> backupsOf(String id) {
        return purge(id).at("/backups").valueStream().map(it -> it.at("/id").asLong()).toList();
    }

    private JsonNode purge(String id) {
        return people.as("office")
                .get("/api/v1/purges")
                .expect(200)
                .at("/items")
                .valueStream()
                .filter(it -> it.at("/document").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Enters a backup as the command does, with the right of the database's owner. */
    private long backup(String file, Instant takenAt) {
        return JdbcClient.create(testDatabase.owner())
                .sql("INSERT INTO backup_made (file, taken_at) VALUES (?, ?) RETURNING id")
                .param(file)
                .param(takenAt.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private DeskClient desk(String who) {
        return DeskClient.at(port).signIn(who, DemoPeople.PASSWORD);
    }
}
