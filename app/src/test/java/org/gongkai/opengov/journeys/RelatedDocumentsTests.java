package org.gongkai.opengov.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.Axe;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.PublicWork;
import org.gongkai.testing.PublicWork.Published;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Work plan 二.1 (plans, past ones too); publishing facts 3.7 (validity follows from repeals). */
@DemoAgencyTest
@DisplayName("Plans and normative documents (规划计划、规范性文件) and what belongs to them")
class RelatedDocumentsTests {
    @LocalServerPort int port;

    private PublicWork work;
    private DemoPeople people;

    @BeforeEach
    void open() {
        work = PublicWork.at(port).in("plans");
        people = DemoPeople.at(port);
    }

    @Test
    void linkADraftForCommentAndItsFinalPlanBothWaysThoughOnlyOneNamesTheOther() {
        var draft = work.publish("plan", "湿地规划（征求意见稿）", "<p>草案。</p>", plan("征求意见稿", Map.of()));
        var plan =
                work.publish(
                        "plan",
                        "湿地规划",
                        "<p>正文。</p>",
                        plan("正式稿", Map.of("finalOf", draft.indexNumber())));

        assertThat(related(draft)).containsExactly("final-plan " + plan.indexNumber());
        assertThat(related(plan)).containsExactly("draft-for-comment " + draft.indexNumber());
        var page = DeskClient.at(port).open(draft.path()).expect(200).page();
        assertThat(page.select("[aria-labelledby=related-title]").text()).contains("正式稿", "湿地规划");
        assertThat(page.select("[aria-labelledby=related-title] a").attr("href"))
                .isEqualTo(plan.path());

        work.withdraw(plan, "另行制定", "《政府信息公开条例》第十八条");
        assertThat(related(draft)).isEmpty();
    }

    @Test
    void keepPastPlansInARegisterOfTheirOwn() {
        var past =
                work.publish(
                        "plan",
                        "旧的五年规划",
                        "<p>正文。</p>",
                        plan("正式稿", Map.of("periodFrom", "2016-01-01", "periodTo", "2020-12-31")));
        var now = work.publish("plan", "现行规划", "<p>正文。</p>", plan("正式稿", Map.of()));

        assertThat(standing(past)).isEqualTo("historical");
        assertThat(standing(now)).isEqualTo("under-way");
        var column = DeskClient.at(port).open("/c/plans").expect(200).page();
        assertThat(column.select("a[href='/plans?standing=historical']").text()).isEqualTo("历史规划");
        var page = DeskClient.at(port).open("/plans?standing=historical").expect(200).page();
        assertThat(page.select("table").text()).contains("旧的五年规划").doesNotContain("现行规划");
        var csv = DeskClient.at(port).open("/plans.csv?standing=historical").expect(200).body();
        assertThat(csv).startsWith("\uFEFF名称,").contains("\"旧的五年规划\",\"历史规划\",\"2016-01-01\"");
        DeskClient.at(port).open("/plans?standing=nonsense").expect(404);
        people.reader().get("/api/v1/public/plans?standing=nonsense").expect(422);
        assertThat(people.reader().get("/api/v1/public/plans?limit=1").expect(200).text("/next"))
                .isNotBlank();
    }

    @Test
    void letValidityFollowFromEveryDocumentThatARepealNames() {
        var first = normative("扬尘办法", 61, Map.of());
        var second = normative("噪声办法", 62, Map.of());
        var still = normative("固废办法", 63, Map.of());
        var repealing =
                normative(
                        "综合办法",
                        64,
                        Map.of("repeals", "银环规发〔2021〕61号；《噪声办法》", "effectiveOn", "2021-07-20"));

        for (var repealed : List.of(first, second)) {
            assertThat(line(repealed).at("/validity").asString()).isEqualTo("repealed");
            assertThat(line(repealed).at("/repealedOn").asString()).isEqualTo("2021-07-20");
            assertThat(line(repealed).at("/repealedBy").asString())
                    .isEqualTo(repealing.indexNumber());
            assertThat(related(repealed)).containsExactly("repealed-by " + repealing.indexNumber());
        }
        assertThat(line(still).at("/validity").asString()).isEqualTo("in-force");
        assertThat(related(repealing))
                .containsExactly(
                        "repeals " + first.indexNumber(), "repeals " + second.indexNumber());
        var page = DeskClient.at(port).open("/normative-documents?validity=repealed").expect(200);
        assertThat(page.page().select("table").text())
                .contains("扬尘办法", "噪声办法", "2021-07-20", "综合办法")
                .doesNotContain("固废办法");
        var csv = DeskClient.at(port).open("/normative-documents.csv").expect(200).body();
        assertThat(csv).contains("\"扬尘办法\",\"银环规发〔2021〕61号\"").contains("\"固废办法\"");
        people.reader().get("/api/v1/public/normative-documents?validity=valid").expect(422);
    }

    @Test
    void tellBothOfAnAmendmentWhichLeavesTheAmendedOneInForce() {
        var first = normative("放射源办法", 65, Map.of());
        var amending = normative("放射源办法修正案", 66, Map.of("amends", "银环规发〔2021〕65号"));

        assertThat(related(first)).containsExactly("amended-by " + amending.indexNumber());
        assertThat(related(amending)).containsExactly("amends " + first.indexNumber());
        assertThat(line(first).at("/validity").asString()).isEqualTo("in-force");
        assertThat(DeskClient.at(port).open(first.path()).expect(200).page().text())
                .contains("修改本文件的文件");
    }

    @Test
    void keepTheAgencysOwnProcedureFromReadersAndPrograms() {
        var published = normative("内部程序办法", 81, Map.of("legalityReview", "合法性审核第八十一号意见"));

        var answer =
                people.reader()
                        .get("/api/v1/public/documents/" + published.indexNumber())
                        .expect(200);
        assertThat(answer.at("/fields").has("issuer")).isTrue();
        assertThat(answer.body()).doesNotContain("第八十一号意见");
        assertThat(DeskClient.at(port).open(published.path()).expect(200).body())
                .doesNotContain("第八十一号意见");
        var found = people.reader().get("/api/v1/public/documents?q=合法性审核第八十一号意见");
        assertThat(found.expect(200).body()).doesNotContain("内部程序办法");
    }

    @Test
    void areShownOnPagesThatEverybodyCanUse() {
        var draft = work.publish("plan", "湖泊规划（征求意见稿）", "<p>草案。</p>", plan("征求意见稿", Map.of()));
        var plan =
                work.publish(
                        "plan",
                        "湖泊规划",
                        "<p>正文。</p>",
                        plan("正式稿", Map.of("finalOf", draft.indexNumber())));
        normative("河道办法", 71, Map.of());
        normative("河道新办法", 72, Map.of("repeals", "河道办法"));
        try (var window = Browser.open()) {
            var page = window.newPage();
            for (var path : List.of("/plans", "/normative-documents", "/c/plans", plan.path())) {
                looksRight(page, path);
            }
        }
    }

    private void looksRight(Page page, String path) {
        for (var width : List.of(Browser.WIDE, Browser.NARROW)) {
            page.setViewportSize(width, 900);
            page.navigate("http://127.0.0.1:" + port + path);
            Browser.photograph(page, "registers" + path.replaceAll("\\W", "-") + "-" + width);
            assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                    .as(path)
                    .isLessThanOrEqualTo(width);
            assertThat(Axe.findings(page)).as(path).isEmpty();
        }
    }

    private List<String> related(Published published) {
        var answer =
                people.reader()
                        .get("/api/v1/public/documents/" + published.indexNumber())
                        .expect(200);
        return answer.at("/related")
                .valueStream()
                .map(it -> it.at("/relation").asString() + " " + it.at("/indexNumber").asString())
                .toList();
    }

    private String standing(Published published) {
        return find("/api/v1/public/plans?limit=200", published).at("/standing").asString();
    }

    private JsonNode line(Published published) {
        return find("/api/v1/public/normative-documents?limit=200", published);
    }

    private JsonNode find(String path, Published published) {
        return people.reader()
                .get(path)
                .expect(200)
                .at("/items")
                .valueStream()
                .filter(it -> it.at("/indexNumber").asString().equals(published.indexNumber()))
                .findFirst()
                .orElseThrow();
    }

    private Published normative(String title, int number, Map<String, String> more) {
        var fields =
                new HashMap<>(
                        Map.of(
                                "documentNumber", "银环规发〔2021〕" + number + "号",
                                "issuer", "银川市生态环境局",
                                "formedOn", "2021-07-01",
                                "printedOn", "2021-07-02",
                                "effectiveOn", "2021-07-05",
                                "topic", "环境保护",
                                "legalityReview", "已审核"));
        fields.putAll(more);
        return work.publish("normative-document", title, "<p>第一条。</p>", fields);
    }

    private static Map<String, String> plan(String stage, Map<String, String> more) {
        var fields =
                new HashMap<>(
                        Map.of(
                                "formedOn", "2021-07-01",
                                "periodFrom", "2021-01-01",
                                "periodTo", "2025-12-31",
                                "planStage", stage));
        fields.putAll(more);
        return fields;
    }
}
