package org.gongkai.opengov.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Levels of review are set per kind; this class sets those of reports and of nothing else. */
@DemoAgencyTest
@DisplayName("The route of review (审签流程) — 条例 art. 17; 保守国家秘密法 art. 35")
class RouteJourneyTests {
    private static final String REPORTS = "/api/v1/review-routes/report";

    @LocalServerPort int port;
    @Autowired JdbcClient database;

    private DemoPeople people;

    @BeforeEach
    void atThisProgram() {
        people = DemoPeople.at(port);
    }

    @AfterEach
    void reportsFollowTheAgencyAgain() {
        var none = new HashMap<String, Object>();
        none.put("levels", null);
        people.as("office").put(REPORTS, none).expect(200);
    }

    @Test
    void isSetForOneKindAndHoldsForWhatIsSentFromThenOn() {
        var before = report("设置之前送审的报告");
        people.as("office")
                .put(
                        REPORTS,
                        levels(
                                "section-head",
                                "legal-adviser",
                                "secrecy-reviewer",
                                "deputy-leader",
                                "principal-leader"))
                .expect(200);
        var after = report("设置之后送审的报告");
        var notice = people.submitted(DemoPeople.notice("其他种类不受影响", "<p>正文。</p>"));

        for (var id : List.of(before, after, notice)) {
            people.sign("head", id).expect(200);
        }
        assertThat(people.read(before).text("/awaiting")).isEqualTo("secrecy-reviewer");
        assertThat(people.read(after).text("/awaiting")).isEqualTo("legal-adviser");
        assertThat(people.read(notice).text("/awaiting")).isEqualTo("secrecy-reviewer");
        for (var level : List.of("legal", "secrecy", "leader", "principal")) {
            people.sign(level, after).expect(200);
        }
        assertThat(people.read(after).text("/state")).isEqualTo("approved");
        assertThat(
                        database.sql(
                                        "SELECT count(*) FROM audit_entry WHERE action = 'disclosures.route-set'"
                                                + " AND subject = 'review-route:report'")
                                .query(Long.class)
                                .single())
                .isPositive();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "section-head,deputy-leader",
                "secrecy-reviewer,section-head,deputy-leader",
                "section-head,secrecy-reviewer,deputy-leader,deputy-leader",
                "principal-leader",
                ""
            })
    void neverHasFewerLevelsThanTheLawNeeds(String written) {
        var levels = written.isEmpty() ? new String[0] : written.split(",");

        var refused = people.as("office").put(REPORTS, levels(levels)).expect(422);

        assertThat(refused.text("/errors/0/message")).contains("科室负责人、保密审查和分管领导三级");
    }

    @Test
    void isSetOnThePageByTheDisclosureOffice() {
        var office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);
        office.open("/desk/review-routes/report")
                .send(
                        "/desk/review-routes/report",
                        Map.of("follow", "false", "more", "PRINCIPAL_LEADER"))
                .expect(302);

        var row =
                office.open("/desk/review-routes").page().select("tr").stream()
                        .filter(it -> it.select("th").text().equals("报告"))
                        .findFirst()
                        .orElseThrow();
        assertThat(row.select("li").eachText())
                .containsExactly("科室负责人初审", "保密审查", "分管领导终审", "主要负责人审定");
        assertThat(row.text()).contains("单独设置", "苏雅琴");
    }

    @Test
    void isNotSetByAnybodyElse() {
        var least = levels("section-head", "secrecy-reviewer", "deputy-leader");

        people.as("head").put(REPORTS, least).expect(403);
        people.as("clerk").put(REPORTS, least).expect(403);
        people.as("operator").put(REPORTS, least).expect(200);
        people.as("office").put("/api/v1/review-routes/poem", least).expect(404);
    }

    private String report(String title) {
        var draft = DemoPeople.notice(title, "<p>正文。</p>");
        draft.put("kind", "report");
        return people.submitted(draft);
    }

    private static Map<String, Object> levels(String... levels) {
        return Map.of("levels", List.of(levels));
    }
}
