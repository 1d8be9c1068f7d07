package org.gongkai.opengov.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.gongkai.opengov.OpenGov;
import org.gongkai.platform.settings.DemoData;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.TestClock;
import org.gongkai.testing.TestInstallation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.SmartLifecycle;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** A program of its own, as {@code ./run.sh} starts it for the first time on 30 July 2021. */
@SpringBootTest(
        classes = OpenGov.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "gongkai.demo-data=true")
@ContextConfiguration(initializers = TestInstallation.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("The demo agency's published documents")
class DemoDocumentsTests {
    private static final String LIST = "/api/v1/public/documents?limit=200";
    private static final String REMEDIATION = "remediation";

    /** Columns of papers that come with a register of their own. */
    private static final Set<String> OF_REGISTERS =
            Set.of("key-projects", "budgets", "plans", "water-quality", REMEDIATION);

    @LocalServerPort int port;
    @Autowired TestClock clock;
    @Autowired List<DemoData> parts;
    @Autowired List<SmartLifecycle> lifecycle;
    @Autowired TransactionTemplate transaction;

    @Test
    @Order(1)
    void areThoseThatExistedOnTheDayOfTheFirstStart() {
        var shown = published();

        assertThat(values("indexNumber"))
                .containsExactlyInAnyOrder(
                        "640100-113/2021-00001", "640100-113/2021-00002", "640100-113/2021-00003");
        assertThat(values("column"))
                .containsExactlyInAnyOrder("rules", "documents", "interpretation");
        assertThat(shown.at("/items").findValuesAsString("column")).contains(REMEDIATION);
        assertThat(shown.at("/items").findValuesAsString("publishedAt"))
                .containsOnly("2021-07-30T09:00:00+08:00");
    }

    @Test
    @Order(2)
    void leaveTheWorkPlanOfTheYearToTheNewcomer() {
        assertThat(published().at("/items").findValuesAsString("title"))
                .doesNotContain(KeyPoints.TITLE);
    }

    @Test
    @Order(3)
    void wereSignedAtEveryLevelByDifferentPeople() {
        var office = DemoPeople.at(port).as("office");
        for (var id :
                office.get("/api/v1/documents?state=published")
                        .expect(200)
                        .at("/items")
                        .findValuesAsString("id")) {
            var review = office.get("/api/v1/documents/" + id + "/review").expect(200);
            assertThat(review.at("/signatures").findValuesAsString("signer"))
                    .hasSize(3)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    @Order(4)
    void areReadAndFoundLikeAllOthers() {
        var page = DeskClient.at(port).open("/d/640100-113/2021-00001").expect(200).page();

        assertThat(page.select(".paper-body h2").eachText()).contains("第一章 总则");
        var found = DeskClient.at(port).open("/search?q=信息公开情况的通报").expect(200).page();
        assertThat(found.select(".document-list a").eachText())
                .anyMatch(it -> it.contains("2017年度环境信息公开情况的通报"));
    }

    @Test
    @Order(5)
    void comeOnceHoweverOftenTheProgramStarts() {
        lifecycle.stream()
                .filter(it -> it.getClass().getSimpleName().equals("Installation"))
                .forEach(SmartLifecycle::start);

        assertThat(values("column")).hasSize(3);
        assertThat(projects().at("/items")).hasSize(6);
    }

    /** Projects come with their own papers, each in the column of remediation. */
    @Test
    @Order(5)
    void belongToProjectsInAllThreeMedia() {
        var shown = projects();

        assertThat(shown.at("/items").findValuesAsString("medium"))
                .containsOnly("water", "air", "soil");
        assertThat(shown.at("/items").findValuesAsString("state"))
                .contains("not-begun", "under-way", "overdue", "completed", "accepted", "closed");
        assertThat(shown.at("/items").findValuesAsString("openness"))
                .contains("published", "missing", "withheld", "not-owed")
                .doesNotContain("unsigned", "withdrawn");
    }

    /** All of them pass the machine's reading and the gates, the later ones too. */
    @Test
    @Order(6)
    void areFiveFromTheYear2023On() {
        clock.set("2026-11-23T09:00:00+08:00");

        transaction.executeWithoutResult(
                status ->
                        parts.stream()
                                .filter(it -> it.getClass().getSimpleName().startsWith("DemoDocu"))
                                .forEach(DemoData::load));

        var shown = published();
        assertThat(values("column")).hasSize(3 + 5);
        assertThat(shown.at("/items").findValuesAsString("column"))
                .contains("annual-reports", "documents");
        assertThat(shown.text("/items/0/indexNumber")).startsWith("640100-113/2026-");
    }

    /** Of the samples; key projects publish documents of their own. */
    private List<String> values(String field) {
        return StreamSupport.stream(published().at("/items").spliterator(), false)
                .filter(it -> !OF_REGISTERS.contains(it.at("/column").asString()))
                .map(it -> it.at("/" + field).asString())
                .toList();
    }

    private ApiAnswer published() {
        return DemoPeople.at(port).reader().get(LIST).expect(200);
    }

    private ApiAnswer projects() {
        return DemoPeople.at(port).reader().get("/api/v1/public/remediation").expect(200);
    }
}
