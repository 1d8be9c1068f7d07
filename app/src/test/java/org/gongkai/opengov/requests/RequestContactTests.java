package org.gongkai.opengov.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gongkai.testing.ApiAnswer;
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
@DisplayName("Applicant and office (往来) — 《政府信息公开条例》 arts. 30, 43")
class RequestContactTests {
    @LocalServerPort int port;
    @Autowired JdbcClient database;

    private DemoPeople people;

    @BeforeEach
    void aQuietHour() {
        database.sql("DELETE FROM request_try").update();
        people = DemoPeople.at(port);
    }

    @Test
    void takesTheReceiptAlongInLargePrintWithoutAName() throws IOException {
        var sent =
                DeskClient.at(port)
                        .post("/requests/new", RequestSamples.typed(Map.of("step", "send")))
                        .expect(200);
        var number = sent.page().select(".keep").text();
        var secret = sent.page().select("dd .number").text();
        assertThat(sent.page().select("form[action=/requests/track/receipt] button").eachText())
                .containsExactly("下载回执", "下载大字版回执");

        var usual = receipt(number, secret, false);
        var large = receipt(number, secret, true);

        for (var words : List.of(usual, large)) {
            assertThat(words.replaceAll("\\s", ""))
                    .contains("接收回执", number, secret, "某河断面的监测数据", "银川市生态环境局")
                    .doesNotContain("欧阳", RequestSamples.NUMBER);
        }
        DeskClient.at(port)
                .post("/requests/track/receipt", Map.of("number", number, "secret", "AAAA"))
                .expect(422);
    }

    private String receipt(String number, String secret, boolean large) throws IOException {
        var form = "number=%s&secret=%s&large=%s".formatted(number, secret, large);
        try (var client = HttpClient.newHttpClient()) {
            var answer =
                    client.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "http://127.0.0.1:"
                                                            + port
                                                            + "/requests/track/receipt"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(BodyPublishers.ofString(form))
                                    .build(),
                            BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            try (var pdf = Loader.loadPDF(answer.body())) {
                return new PDFTextStripper().getText(pdf);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void writeToEachOtherOnTheTrackingPage() {
        var receipt = takeIn(Map.of());
        var keys = Map.of("number", receipt.text("/number"), "secret", receipt.text("/secret"));
        var reader = DeskClient.at(port);
        var page = reader.post("/requests/track", keys).expect(200);
        var refused =
                page.send("/requests/track/write", Map.of("message", "x".repeat(2_001)))
                        .expect(422);
        assertThat(refused.page().select(".error-summary a").eachText()).containsExactly("最多2000字");
        assertThat(refused.page().select("#message").val()).hasSize(2_001);
        var sent =
                refused.send("/requests/track/write", Map.of("message", "电话改为0951-1234567"))
                        .expect(200);
        assertThat(sent.text()).contains("留言已发送", "您的留言", "电话改为0951-1234567");

        var office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);
        assertThat(office.open("/desk").text())
                .contains("申请" + receipt.text("/number") + "的申请人留言待回复");
        var address = "/desk/requests/" + receipt.text("/id") + "/messages";
        assertThat(office.open(address).expect(200).text()).contains("电话改为0951-1234567");
        office.send(address, Map.of("message", " ")).expect(422);
        office.open(address).send(address, Map.of("message", "已经更正，请补充企业名称")).expect(302);
        assertThat(office.open("/desk").text())
                .doesNotContain("申请" + receipt.text("/number") + "的申请人留言待回复");
        var answered = DeskClient.at(port).post("/requests/track", keys).expect(200);
        assertThat(answered.text()).contains("办理机关的回复", "已经更正，请补充企业名称");
        var api = people.reader().post("/api/v1/public/requests/track", keys).expect(200);
        assertThat(api.at("/messages").size()).isEqualTo(2);
        people.as("legal")
                .post(
                        "/api/v1/requests/" + receipt.text("/id") + "/messages",
                        Map.of("message", "x"))
                .expect(403);
    }

    @Test
    void areToldWhenEnoughHasBeenWrittenInADay() {
        var receipt = takeIn(Map.of());
        var message =
                Map.of(
                        "number", receipt.text("/number"),
                        "secret", receipt.text("/secret"),
                        "message", "又一条");
        for (var it = 0; it < 20; it++) {
            people.reader().post("/api/v1/public/requests/track/messages", message).expect(200);
        }
        people.reader().post("/api/v1/public/requests/track/messages", message).expect(429);
    }

    @Test
    void findALostNumberAgainAtTheWindow() {
        var receipt = takeIn(Map.of("name", "诸葛找回"));
        var asked =
                Map.<String, Object>of(
                        "name", "诸葛找回",
                        "identityKind", "id-card",
                        "identityNumber", RequestSamples.NUMBER.toLowerCase(),
                        "reason", "本人持身份证到窗口");
        var found = people.as("office").post("/api/v1/requests/lost", asked).expect(200);
        assertThat(found.at("/items").size()).isEqualTo(1);
        assertThat(found.text("/items/0/number")).isEqualTo(receipt.text("/number"));
        people.as("legal").post("/api/v1/requests/lost", asked).expect(403);
        assertThat(
                        database.sql(
                                        "SELECT count(*) FROM audit_entry WHERE action ="
                                                + " 'requests.number-looked-for' AND after::text"
                                                + " LIKE '%本人持身份证到窗口%' AND after::text NOT LIKE ?")
                                .param("%" + RequestSamples.NUMBER + "%")
                                .query(Long.class)
                                .single())
                .isEqualTo(1);

        var office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);
        var page =
                office.open("/desk/requests/lost")
                        .expect(200)
                        .send(
                                "/desk/requests/lost",
                                Map.of(
                                        "name", "诸葛找回",
                                        "identityKind", "id-card",
                                        "identityNumber", RequestSamples.NUMBER,
                                        "reason", "窗口"))
                        .expect(200);
        assertThat(page.text()).contains("找到1件申请", receipt.text("/number"));
        office.send(
                        "/desk/requests/lost",
                        Map.of("identityKind", "id-card", "identityNumber", "110105194912310029"))
                .expect(422);
    }

    private ApiAnswer takeIn(Map<String, Object> more) {
        var input = RequestSamples.input(more);
        input.put("channel", "in-person");
        return people.as("office").post("/api/v1/requests", input).expect(201);
    }
}
