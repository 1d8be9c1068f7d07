package org.gongkai.opengov.drinkingwater.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoAgencyTest
@DisplayName("Reports and terms on pages and over the API (水质状况报告页面与接口)")
class ReportPagesTests {
    private static final String REPORTS = "/api/v1/water/reports";

    @LocalServerPort int port;

    private DemoPeople people;

    @BeforeEach
    void open() {
        people = DemoPeople.at(port);
    }

    @Test
    void areWrittenByAFormReadAndDownloaded() {
        var clerk = desk("clerk2");
        var path = "/desk/water/reports/2020-08";
        clerk.open(path).expect(200);
        assertThat(clerk.text()).contains("2020年8月银川市", "未生成", "生成报告草稿");

        clerk.send(path, Map.of("introduction", "长".repeat(2001))).expect(422);
        assertThat(clerk.text()).contains("2000");
        clerk.open(path).send(path, Map.of("introduction", "", "remark", "铁超标属于地质原因。")).expect(302);
        clerk.follow();
        assertThat(clerk.text()).contains("报告草稿已生成", "起草中", "重新生成").contains("铁超标属于地质原因。");
        assertThat(
                        new String(
                                clerk.download(path + "/report.pdf"),
                                0,
                                4,
                                StandardCharsets.US_ASCII))
                .isEqualTo("%PDF");
        assertThat(
                        new String(
                                clerk.download("/desk/water/reports/export.csv?until=2020-12"),
                                StandardCharsets.UTF_8))
                .contains("\"2020-08\"", "起草中");

        clerk.open(path)
                .send(path + "/steps/rewrite", Map.of("remark", "本底值高。", "version", "99"))
                .expect(412);
        clerk.open(path).send(path + "/steps/rewrite", Map.of("remark", "本底值高。")).expect(302);
        assertThat(people.as("auditor").get(REPORTS + "/2020-08").expect(200).text("/remark"))
                .isEqualTo("本底值高。");
    }

    @Test
    void areNotSentForReviewWhereTheyDisagree() {
        var report = people.as("clerk2").post(REPORTS, Map.of("period", "2020-09")).expect(201);
        var document = report.text("/document");
        var read = people.as("clerk2").get("/api/v1/documents/" + document).expect(200);
        var body = new LinkedHashMap<String, Object>();
        for (var field : List.of("kind", "title", "section", "attribute", "legalGround")) {
            body.put(field, read.text("/content/" + field));
        }
        body.put("column", "water-quality");
        body.put("article20Item", 15);
        body.put("source", Map.of("own", true));
        body.put(
                "fields",
                Map.of(
                        "formedOn", "2021-07-30",
                        "periodFrom", "2020-09-01",
                        "periodTo", "2020-09-30"));
        body.put(
                "bodyHtml",
                read.text("/content/bodyHtml").replace("东郊水源地：监测 39 项", "东郊水源地：监测 29 项"));
        people.as("clerk2")
                .with("If-Match", read.etag())
                .put("/api/v1/documents/" + document, body)
                .expect(200);

        var refused = people.step("clerk2", document, "submit", Map.of()).expect(422);
        assertThat(refused.body()).contains("东郊水源地：项目数写的是“29”，应为 39。").contains("attachments");
        var clerk = desk("clerk2").open("/desk/water/reports/2020-09");
        assertThat(clerk.text()).contains("不一致", "东郊水源地：项目数写的是“29”，应为 39。");
    }

    @Test
    void areWrittenByClerksOfTheSectionAlone() {
        var period = Map.of("period", "2020-10");
        for (var who : List.of("clerk", "auditor", "office", "head2")) {
            people.as(who).post(REPORTS, period).expectProblem(403, "not-allowed");
        }
        people.as("clerk").get(REPORTS + "/2020-10").expectProblem(403, "not-allowed");
        people.as("clerk2").post(REPORTS, Map.of("period", "2021-13")).expect(422);
        people.as("clerk2").post(REPORTS, Map.of("period", "2021-08")).expect(422);
        people.as("clerk2").get(REPORTS + "/2021-08").expect(404);
        people.as("clerk2").post(REPORTS + "/2020-10/steps/rewrite", Map.of()).expect(404);
        people.as("clerk2").get(REPORTS + "?until=2020-12").expect(200);
    }

    @Test
    void sayWhyAMonthIsNotPublic() {
        var path = "/desk/water/reports/2020-11";
        var head = desk("head2");
        head.open(path).send(path + "/reason", Map.of("reason", " ")).expect(422);
        assertThat(head.text()).contains("请写明没有公开的原因");
        head.open(path).send(path + "/reason", Map.of("reason", "样品复测中")).expect(302);

        assertThat(people.as("clerk2").get(REPORTS + "/2020-11").expect(200).text("/month/reason"))
                .isEqualTo("样品复测中");
        people.as("head2")
                .put(REPORTS + "/2020-11/reason", Map.of("reason", "复测完成，报告审签中"))
                .expect(200);
        people.as("office")
                .put(REPORTS + "/2020-11/reason", Map.of("reason", "别人"))
                .expectProblem(403, "not-allowed");
    }

    /** From 2030 on, so that no other test is concerned. */
    @Test
    void keepTheTermsThatTheAgencySets() {
        var head = desk("head2");
        head.open("/desk/water/terms").expect(200);
        assertThat(head.page().getElementById("publication").val()).isEqualTo("20");
        head.send(
                        "/desk/water/terms",
                        Map.of("from", "2030-01", "publication", "5", "reason", "市政府督查要求"))
                .expect(422);
        assertThat(head.text()).contains("公开不能早于报告送审");
        head.open("/desk/water/terms")
                .send(
                        "/desk/water/terms",
                        Map.of("from", "2030-01", "publication", "15", "reason", "市政府督查要求"))
                .expect(302);
        head.follow();
        assertThat(head.text()).contains("2030年1月", "市政府督查要求");

        var terms = people.as("auditor").get("/api/v1/water/terms").expect(200);
        assertThat(terms.number("/publication")).isEqualTo(20);
        assertThat(terms.number("/versions/0/publication")).isEqualTo(15);
        var changed =
                Map.of(
                        "from",
                        "2030-02",
                        "sampling",
                        10,
                        "results",
                        31,
                        "report",
                        12,
                        "publication",
                        18,
                        "reason",
                        "试行");
        people.as("clerk2")
                .with("If-Match", "\"0\"")
                .put("/api/v1/water/terms", changed)
                .expectProblem(412, "changed-meanwhile");
        people.as("clerk2").put("/api/v1/water/terms", changed).expect(200);
        people.as("office").put("/api/v1/water/terms", changed).expectProblem(403, "not-allowed");
    }

    private DeskClient desk(String who) {
        return DeskClient.at(port).signIn(who, DemoPeople.PASSWORD);
    }
}
