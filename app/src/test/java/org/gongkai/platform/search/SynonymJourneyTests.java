package org.gongkai.platform.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoAgencyTest
@DisplayName("The office keeps the words that mean the same, and readers find by them at once")
class SynonymJourneyTests {
    private static final String PATH = "/api/v1/search-words";

    @LocalServerPort int port;
    @Autowired Search search;
    @Autowired JdbcClient database;
    @Autowired SearchIndexer indexer;
    private DemoPeople people;

    @BeforeEach
    void enter() {
        people = DemoPeople.at(port);
    }

    private long found(String text) {
        return search.search(SearchQuery.of(text)).total();
    }

    @Test
    void worksWithTheNextQuestionUntilItIsRetired() {
        var office = people.as("office");
        people.step(
                "office",
                people.approved(DemoPeople.notice("关于银鸥湖的通知", "<p>正文</p>")),
                "publish",
                Map.of());
        indexer.catchUp();
        assertThat(found("喵呜令")).isZero();

        var effect = office.post(PATH + "/preview", Map.of("line", "喵呜令 => 银鸥湖")).expect(200);
        assertThat(effect.at("/items/0/before").asInt()).isZero();
        assertThat(found("喵呜令")).isZero();

        office.post(PATH, Map.of("line", "喵呜令 => 银鸥湖")).expect(201);
        assertThat(found("喵呜令")).isEqualTo(effect.at("/items/0/after").asLong()).isPositive();
        office.post(PATH, Map.of("line", "喵呜令=>银鸥湖")).expect(422);

        office.post(PATH + "/steps/retire", Map.of("line", "喵呜令 => 银鸥湖")).expect(200);
        assertThat(found("喵呜令")).isZero();
        assertThat(
                        database.sql(
                                        "SELECT action FROM audit_entry WHERE subject ="
                                                + " 'search-words:喵呜令 => 银鸥湖' ORDER BY 1")
                                .query(String.class)
                                .list())
                .containsExactly("search.word-added", "search.word-retired");
    }

    @Test
    void isRefusedToOthersAndWhereItIsNoLine() {
        people.as("clerk").post(PATH, Map.of("line", "甲乙 丙丁")).expect(403);
        people.as("office").post(PATH, Map.of("line", "独此一词")).expect(422);
    }

    @Test
    void hasAPageThatTriesALineBeforeItIsAdded() {
        var desk = DeskClient.at(port);
        desk.signIn("office", "gongkai-demo-2021");
        var page = desk.open("/desk/search-words").expect(200).page();

        assertThat(page.select("table tbody tr")).hasSizeGreaterThan(20);
        assertThat(page.text()).contains("随系统提供");
        var table = new String(desk.download("/desk/search-words/export.csv?q=环评"), UTF_8);
        assertThat(table.lines().findFirst()).contains("\uFEFF\"同义词\",\"来源\",\"状态\"");
        assertThat(table).contains("环境影响评价", "\"随系统提供\",\"在用\"").doesNotContain("双随机");
    }
}
