package org.gongkai.opengov.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoAgencyTest
@DisplayName(
        "How a deadline was counted (期限说明) is the same text for citizen, clerk, paper and program")
class DeadlineExplanationTests {
    private static final String PARTY = "银川某化工有限公司";

    /**
     * Received on Friday 30 July 2021; a third party asked on Monday 2 August answered on Thursday
     * 5 August: three days are left out.
     */
    private static final List<String> COUNT =
            List.of(
                    "收到申请之日为2021年7月30日(周五)，当日不计，从次日起计算20个工作日（条例第三十一条、第三十三条）。",
                    "本期共计算20个工作日，至2021年9月1日(周三)届满。");

    private static final String FOR_ALL = "2021年8月3日(周二)至2021年8月5日(周四)不计入期限：征求第三方意见（条例第三十三条）。";
    private static final String FOR_THE_DESK =
            "2021年8月3日(周二)至2021年8月5日(周四)不计入期限：征求第三方“" + PARTY + "”的意见（条例第三十三条）。";

    @LocalServerPort int port;
    @Autowired JdbcClient database;
    @Autowired TestClock clock;

    private DemoPeople people;
    private String number;
    private String secret;

    @BeforeEach
    void aRequestOnWhichAThirdPartyWasAsked() {
        database.sql("DELETE FROM request_try").update();
        people = DemoPeople.at(port);
        clock.set("2021-07-30T09:00:00+08:00");
        var receipt = people.as("office").post("/api/v1/requests", request()).expect(201);
        number = receipt.text("/number");
        secret = receipt.text("/secret");
        on("2021-08-02", Map.of("type", "third-party-asked", "party", PARTY, "note", "请提出意见"));
        on("2021-08-03", Map.of("type", "third-party-received", "party", PARTY));
        on("2021-08-05", Map.of("type", "third-party-answered", "party", PARTY, "note", "同意公开"));
    }

    @Test
    void isReadByTheClerkOnThePageThePaperAndTheApi() throws IOException {
        var page = people.as("office").get(path()).expect(200);
        var said = texts(page, "/explanation/sentences");
        assertThat(said).containsExactly(COUNT.getFirst(), FOR_THE_DESK, COUNT.getLast());

        var office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);
        assertThat(office.open("/desk/requests/" + id()).expect(200).text())
                .contains(said.toArray(String[]::new));
        assertThat(plain(office.download("/desk/requests/" + id() + "/clock.pdf")))
                .contains(said.stream().map(DeadlineExplanationTests::plain).toList())
                .contains(number, "第20天");
    }

    @Test
    void isReadByTheApplicantWithoutTheNameOfWhoWasAsked() throws Exception {
        var tracked =
                people.reader()
                        .post(
                                "/api/v1/public/requests/track",
                                Map.of("number", number, "secret", secret))
                        .expect(200);
        var said = texts(tracked, "/explanation/sentences");
        assertThat(said).containsExactly(COUNT.getFirst(), FOR_ALL, COUNT.getLast());
        assertThat(tracked.json().toString()).doesNotContain(PARTY);

        var page =
                DeskClient.at(port)
                        .post("/requests/track", Map.of("number", number, "secret", secret))
                        .expect(200);
        assertThat(page.text()).contains(said.toArray(String[]::new)).doesNotContain(PARTY);
        assertThat(plain(paper(secret).body()))
                .contains(said.stream().map(DeadlineExplanationTests::plain).toList())
                .doesNotContain(PARTY);
        assertThat(paper("AAAA-AAAA-AAAA").statusCode()).isEqualTo(422);
    }

    @Test
    void saysOfEachDayWhetherItCountsAndWhy() {
        var read = people.as("office").get(path()).expect(200);
        assertThat(read.text("/explanation/days/0/date")).isEqualTo("2021-07-31");
        assertThat(read.text("/explanation/days/0/text")).isEqualTo("周末休息");
        assertThat(read.json().at("/explanation/days/2/number").asInt()).isEqualTo(1);
        assertThat(read.text("/explanation/days/3/text")).isEqualTo("征求第三方“" + PARTY + "”的意见");
        assertThat(read.text("/explanation/days/3/ground")).isEqualTo("《政府信息公开条例》第三十三条");
    }

    private java.net.http.HttpResponse<byte[]> paper(String with) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var form = "number=" + number + "&secret=" + with;
            return http.send(
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://127.0.0.1:" + port + "/requests/track/clock"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.ofByteArray());
        }
    }

    private static String plain(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return plain(new PDFTextStripper().getText(document));
        }
    }

    /** Lines are broken where the paper is full. */
    private static String plain(String text) {
        return text.replaceAll("\\s", "");
    }

    private static List<String> texts(ApiAnswer answer, String at) {
        var texts = new ArrayList<String>();
        answer.json().at(at).forEach(it -> texts.add(it.asText()));
        return texts;
    }

    private void on(String day, Map<String, Object> event) {
        clock.set(day + "T09:00:00+08:00");
        people = DemoPeople.at(port);
        people.as("office").post(path() + "/events", event).expect(200);
    }

    private static Map<String, Object> request() {
        var input = new HashMap<String, Object>();
        input.put("channel", "in-person");
        input.put("applicantClass", "natural-person");
        input.put("name", "张三");
        input.put("identityKind", "id-card");
        input.put("identityNumber", "11010519491231002X");
        input.put("phone", "0951-0000000");
        input.put("matters", List.of("某化工厂的验收意见"));
        input.put("form", "paper");
        input.put("delivery", "in-person");
        return input;
    }

    private String path() {
        return "/api/v1/requests/" + id();
    }

    private long id() {
        return database.sql("SELECT id FROM request_case WHERE number = ?")
                .param(number)
                .query(Long.class)
                .single();
    }
}
