package org.gongkai.opengov.requests.disclosurelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.Axe;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.DeskWindow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoAgencyTest
@DisplayName("The disclosure log (依申请公开选登) — 《政府信息公开条例》 art. 44, without who asked")
class DisclosureLogJourneyTests {
    private static final String NAME = "西门吹雪";
    private static final String PHONE = "13912345678";

    @LocalServerPort int port;

    private DemoPeople people;

    @BeforeEach
    void start() {
        people = DemoPeople.at(port);
    }

    @Test
    void goesFromAnAnswerThroughReviewToThePublicRegisterAndBack() {
        var number = answered();
        var id = number.text("/id");
        var clerk = DeskClient.at(port).signIn("clerk2", DemoPeople.PASSWORD);
        var path = "/desk/requests/" + id + "/disclosure-log";
        var form = clerk.open(path).expect(200);
        assertThat(form.page().select("#question").val())
                .contains("申请人要求查阅")
                .doesNotContain(NAME, PHONE);
        assertThat(form.page().select("#answer").val()).contains("予以公开（第三十六条第二项）");
        form.send(path, Map.of("title", NAME + "申请的答复")).expect(422);
        assertThat(form.text()).contains("这里有申请人的姓名");
        form.send(path, Map.of("title", "关于选登试验的答复")).expect(302);
        var document = clerk.redirect().replaceAll(".*/", "");
        assertThat(log()).doesNotContain("关于选登试验的答复");

        var read = people.as("clerk2").get("/api/v1/documents/" + document).expect(200);
        assertThat(read.text("/content/legalGround")).contains("第四十四条");
        assertThat(read.body()).doesNotContain(NAME, PHONE);
        people.step("clerk2", document, "submit", Map.of()).expect(200);
        people.sign("head2", document).expect(200);
        people.sign("secrecy", document).expect(200);
        people.sign("leader", document).expect(200);
        people.step("office", document, "publish", Map.of()).expect(200);

        assertThat(log()).contains("关于选登试验的答复", number.text("/number"));
        var register = DeskClient.at(port).open("/requests/register").expect(200);
        assertThat(register.text()).contains("选登：关于选登试验的答复");
        assertThat(
                        people.as("office")
                                .get("/api/v1/requests/" + id + "/disclosure-log")
                                .expect(200)
                                .json()
                                .at("/documents/0/published")
                                .asBoolean())
                .isTrue();

        people.step(
                        "office",
                        document,
                        "withdraw",
                        Map.of("reason", "内容有误", "legalBasis", "条例第十五条"))
                .expect(200);
        assertThat(log()).doesNotContain("关于选登试验的答复");
        assertThat(DeskClient.at(port).open("/requests/register").text())
                .doesNotContain("关于选登试验的答复");
    }

    @Test
    void waitsForTheAnswerAndIsDraftedByTheSection() {
        var taken = takenIn();
        var id = taken.text("/id");
        var entry = Map.of("title", "关于某事的答复", "question", "某事", "answer", "予以公开");
        people.as("office").post("/api/v1/requests/" + id + "/disclosure-log", entry).expect(403);
        record("office", id, Map.of("type", "accepted"));
        record("office", id, Map.of("type", "assigned", "section", "water"));
        people.as("clerk2").post("/api/v1/requests/" + id + "/disclosure-log", entry).expect(409);
        people.as("clerk").get("/api/v1/requests/" + id + "/disclosure-log").expect(404);
        var done = answered().text("/id");
        people.as("clerk2")
                .post(
                        "/api/v1/requests/" + done + "/disclosure-log",
                        Map.of("title", "答复", "question", "请回电" + PHONE, "answer", ""))
                .expect(422);
    }

    @Test
    void isAccessibleWideAndNarrow() {
        var id = answered().text("/id");
        try (var window = Browser.open()) {
            var page = window.newPage();
            var base = "http://127.0.0.1:" + port;
            DeskWindow.signIn(page, base, "clerk2");
            for (var path : List.of("/requests/log", "/desk/requests/" + id + "/disclosure-log")) {
                for (int width : new int[] {Browser.WIDE, Browser.NARROW}) {
                    page.setViewportSize(width, 900);
                    assertThat(page.navigate(base + path).status()).isEqualTo(200);
                    Browser.photograph(
                            page,
                            "disclosure-log-" + (path.startsWith("/desk") ? "desk-" : "") + width);
                    var scroll = page.evaluate("document.documentElement.scrollWidth");
                    assertThat(((Number) scroll).intValue()).isLessThanOrEqualTo(width);
                    assertThat(Axe.findings(page)).isEmpty();
                }
            }
        }
    }

    private String log() {
        return DeskClient.at(port).open("/requests/log").expect(200).text();
    }

    private ApiAnswer answered() {
        var taken = takenIn();
        var id = taken.text("/id");
        record("office", id, Map.of("type", "accepted"));
        record("office", id, Map.of("type", "assigned", "section", "water"));
        record("office", id, Map.of("type", "drafted", "note", "拟稿"));
        record("head2", id, Map.of("type", "reviewed"));
        record("leader", id, Map.of("type", "signed"));
        record("office", id, Map.of("type", "made", "outcome", "disclosed"));
        record("office", id, Map.of("type", "delivered", "way", "当面", "evidence", "送达回证"));
        return taken;
    }

    private ApiAnswer takenIn() {
        var asked = new HashMap<String, Object>();
        asked.put("applicantClass", "natural-person");
        asked.put("name", NAME);
        asked.put("identityKind", "id-card");
        asked.put("identityNumber", "11010519491231002X");
        asked.put("phone", PHONE);
        asked.put("matters", List.of(NAME + "要求查阅某厂的批复，请回电" + PHONE));
        asked.put("form", "paper");
        asked.put("delivery", "in-person");
        asked.put("channel", "in-person");
        return people.as("office").post("/api/v1/requests", asked).expect(201);
    }

    private void record(String who, String id, Map<String, ?> event) {
        people.as(who).post("/api/v1/requests/" + id + "/events", event).expect(200);
    }
}
