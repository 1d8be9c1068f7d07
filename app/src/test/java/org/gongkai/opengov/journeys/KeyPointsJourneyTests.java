package org.gongkai.opengov.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.DemoPeople.PASSWORD;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.search.SearchAudit;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The main journey of the program: work plan 二, 四 and 五.3; publishing facts 3.6. */
@DemoAgencyTest
@DisplayName("The key points of 2021, from a clerk's draft to the public page")
class KeyPointsJourneyTests {
    private static final String MENDED = "每月监测一次，按月公开所有水源地监测结果。";

    @LocalServerPort int port;
    @Autowired SearchAudit search;
    @Autowired JdbcClient database;

    private DemoPeople people;

    @BeforeEach
    void open() {
        people = DemoPeople.at(port);
    }

    @Test
    void areReturnedOnceChangedSignedByThreePeoplePublishedAndFound() {
        var id = drafted();
        returned(id);
        var voided = changedAfterASignature(id);
        signedByThreePeople(id, voided);
        var number = publishedWithTheNextNumber(id);

        isReadOverTheApi(number);
        isReadOnItsPage(number);
        isFound(number, "饮用水水源地");
        isFound(number, "双随机");
        isPrinted(id);
    }

    private String drafted() {
        var draft = people.as("clerk").post("/api/v1/documents", KeyPoints.draft()).expect(201);
        assertThat(draft.text("/state")).isEqualTo("draft");
        assertThat(draft.text("/due")).isEqualTo("2021-08-25");
        assertThat(draft.json().at("/findings").findValuesAsString("severity"))
                .doesNotContain("blocking");
        return draft.text("/id");
    }

    private void returned(String id) {
        people.step("clerk", id, "submit", Map.of()).expect(200);
        var returned =
                people.step(
                                "head",
                                id,
                                "return",
                                Map.of(
                                        "reason",
                                        "第二部分第7点的周期请写明",
                                        "passages",
                                        List.of(Map.of("quote", "定期公开", "note", "改为按月"))))
                        .expect(200);
        assertThat(returned.text("/state")).isEqualTo("returned");
    }

    /** Sent again and signed once; then the clerk changes it, and that signature counts no more. */
    private String changedAfterASignature(String id) {
        people.step("clerk", id, "submit", Map.of()).expect(200);
        people.sign("head", id).expect(200);
        var voided = people.sha256(id);
        var read = people.as("clerk").get("/api/v1/documents/" + id).expect(200);
        var body = KeyPoints.draft();
        body.put("bodyHtml", KeyPoints.bodyHtml().replace("每月监测一次，定期公开所有水源地监测结果。", MENDED));
        var changed =
                people.as("clerk")
                        .with("If-Match", read.etag())
                        .put("/api/v1/documents/" + id, body)
                        .expect(200);
        assertThat(changed.text("/state")).isEqualTo("draft");
        assertThat(changed.text("/sha256")).isNotEqualTo(voided);
        assertThat(changed.text("/content/bodyHtml")).contains(MENDED);
        return voided;
    }

    private void signedByThreePeople(String id, String voided) {
        var sent = people.step("clerk", id, "submit", Map.of()).expect(200);
        assertThat(sent.text("/awaiting")).isEqualTo("section-head");
        people.step("head", id, "sign", DemoPeople.signature(voided))
                .expectProblem(409, "not-possible-in-this-state");
        assertThat(people.sign("head", id).expect(200).text("/awaiting"))
                .isEqualTo("secrecy-reviewer");
        assertThat(people.sign("secrecy", id).expect(200).text("/awaiting"))
                .isEqualTo("deputy-leader");
        assertThat(people.sign("leader", id).expect(200).text("/state")).isEqualTo("approved");
    }

    private String publishedWithTheNextNumber(String id) {
        int last =
                database.sql(
                                "SELECT coalesce(max(sequence), 0) FROM index_number"
                                        + " WHERE prefix = '640100-113' AND year = 2021")
                        .query(Integer.class)
                        .single();
        var published = people.step("office", id, "publish", Map.of()).expect(200);
        assertThat(published.text("/state")).isEqualTo("published");
        assertThat(published.text("/indexNumber"))
                .isEqualTo("640100-113/2021-%05d".formatted(last + 1));
        return published.text("/indexNumber");
    }

    private void isReadOverTheApi(String number) {
        var read = people.reader().get("/api/v1/public/documents/" + number).expect(200);
        assertThat(read.text("/document/title")).isEqualTo(KeyPoints.TITLE);
        assertThat(read.text("/document/agency")).isEqualTo("银川市生态环境局");
        assertThat(read.text("/document/section")).isEqualTo("办公室(政务公开办公室)");
        assertThat(read.text("/document/publishedAt")).isEqualTo("2021-07-30T09:00:00+08:00");
        assertThat(read.text("/document/path")).isEqualTo("/d/" + number);
        assertThat(read.text("/bodyHtml")).contains(MENDED);
    }

    private void isReadOnItsPage(String number) {
        var page = DeskClient.at(port).open("/d/" + number).expect(200).page();
        assertThat(page.select("nav.breadcrumb li:not(.breadcrumb-label)").eachText())
                .containsExactly("首页", "政府信息公开", "政府部门信息公开", "银川市生态环境局", "法定主动公开内容", "重点工作");
        assertThat(page.select(".paper-head dt").eachText())
                .containsExactly("索引号", "发布日期", "发布机构", "责任部门", "名称", "成文日期");
        assertThat(page.select(".paper-head dd").eachText())
                .containsExactly(
                        number,
                        "2021-07-30",
                        "银川市生态环境局",
                        "办公室(政务公开办公室)",
                        KeyPoints.TITLE,
                        "2021年7月28日");
        var expected =
                KeyPoints.paragraphs().stream()
                        .map(it -> it.replace("每月监测一次，定期公开所有水源地监测结果。", MENDED))
                        .toList();
        assertThat(page.select(".paper-body").first().children().eachText())
                .containsExactlyElementsOf(expected);
        assertThat(page.select(".paper-body h2").eachText())
                .containsExactly(
                        "一、总体要求",
                        "二、抓好重点领域，推进全过程政务公开",
                        "三、加强政策解读，推进全方位政务公开",
                        "四、规范公开平台建设",
                        "五、工作要求");
    }

    private void isFound(String number, String words) {
        assertThat(search.compare().agree()).isTrue();
        var q = URLEncoder.encode(words, StandardCharsets.UTF_8);
        assertThat(numbers(people.reader().get("/api/v1/public/documents?q=" + q).expect(200)))
                .contains(number);
        var page = DeskClient.at(port).open("/search?q=" + q).expect(200).page();
        var onward = ".pagination a[rel=next]";
        while (!links(page).contains("/d/" + number) && !page.select(onward).isEmpty()) {
            var next = page.select(onward).attr("href");
            page = DeskClient.at(port).open(next).expect(200).page();
        }
        assertThat(links(page)).contains("/d/" + number);
        assertThat(page.select(".document-list mark").text()).isNotBlank();
    }

    private static List<String> links(Document page) {
        return page.select(".document-list a").eachAttr("href");
    }

    private static List<String> numbers(ApiAnswer found) {
        return found.at("/items").findValuesAsString("indexNumber");
    }

    private void isPrinted(String id) {
        var clerk = DeskClient.at(port).signIn("clerk", PASSWORD);
        PrintedForm.isFilled(
                clerk.download("/desk/documents/" + id + "/review-form.pdf"),
                clerk.download("/desk/documents/" + id + "/review-form.docx"),
                people.sha256(id));
    }
}
