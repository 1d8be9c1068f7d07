package org.gongkai.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoAgencyTest
@DisplayName("Questions are counted without who asks — 个人信息保护法 arts. 4–6")
class QuestionCountsTests {
    @LocalServerPort int port;
    @Autowired QuestionCounts counts;
    @Autowired JdbcClient database;

    private void ask(String question, int times) {
        for (int i = 0; i < times; i++) {
            DeskClient.at(port)
                    .open("/search?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8))
                    .expect(200);
        }
    }

    private long kept(String question) {
        return database.sql(
                        "SELECT coalesce(sum(asked), 0) FROM search_question WHERE question = ?")
                .param(question)
                .query(Long.class)
                .single();
    }

    @Test
    void areKeptOnceFivePeopleAskedOnOneDay() {
        ask("统计用词甲", 4);
        counts.write();
        assertThat(kept("统计用词甲")).isZero();

        ask("统计用词甲", 2);
        DemoPeople.at(port)
                .reader()
                .post("/api/v1/public/search-clicks", java.util.Map.of("q", "统计用词甲"))
                .expect(204);
        counts.write();
        ask("统计用词甲", 1);
        counts.write();

        assertThat(kept("统计用词甲")).isEqualTo(7);
        var office = DemoPeople.at(port).as("office");
        var line =
                office.get(
                                "/api/v1/search-questions?missing=true&q="
                                        + URLEncoder.encode("统计用词甲", StandardCharsets.UTF_8))
                        .expect(200)
                        .at("/items/0");
        assertThat(line.at("/unanswered").asInt()).isEqualTo(7);
        assertThat(line.at("/opened").asInt()).isEqualTo(1);
        DemoPeople.at(port).as("clerk").get("/api/v1/search-questions").expect(403);
    }

    @Test
    void areNotKeptWithPersonalDataInThem() {
        for (int i = 0; i < 9; i++) {
            counts.asked("张三 13812345678", false);
            counts.asked("110101199003074610", false);
        }
        counts.write();

        assertThat(database.sql("SELECT question FROM search_question").query(String.class).list())
                .noneMatch(it -> it.contains("138123") || it.contains("110101"));
    }
}
