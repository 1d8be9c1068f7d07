package org.gongkai.opengov.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
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
@DisplayName("A third party (第三方) — 《政府信息公开条例》 art. 32: answers once and never learns who asked")
class ThirdPartyOpinionTests {
    @LocalServerPort int port;
    @Autowired JdbcClient database;
    @Autowired TestClock clock;

    private DemoPeople people;
    private String number;
    private long id;

    @BeforeEach
    void aRequestAboutACompany() {
        database.sql("DELETE FROM request_try").update();
        people = DemoPeople.at(port);
        var receipt =
                people.as("office")
                        .post(
                                "/api/v1/requests",
                                RequestSamples.input(Map.of("channel", "in-person")))
                        .expect(201);
        number = receipt.text("/number");
        id = receipt.number("/id");
        step(Map.of("type", "third-party-asked", "party", "甲公司", "note", "可能涉及商业秘密")).expect(200);
    }

    @Test
    void answersByTheLinkOfItsLetter() {
        var office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);
        assertThat(office.open("/desk/requests/" + id).expect(200).text()).contains("第三方网上答复");
        var opened =
                office.open("/desk/requests/" + id + "/opinions")
                        .expect(200)
                        .send(
                                "/desk/requests/" + id + "/opinions",
                                Map.of(
                                        "party", "甲公司",
                                        "shown", "甲公司2020年环评批复（投资额已遮盖）",
                                        "harm", "可能涉及商业秘密"))
                        .expect(200);
        var code = opened.page().select(".keep").text();
        assertThat(code).matches("([2-9A-Z]{4}-){4}[2-9A-Z]{4}");
        assertThat(opened.text()).contains("/requests/opinion/" + code, "甲公司");

        var reader = DeskClient.at(port);
        var page = reader.open("/requests/opinion/" + code).expect(200);
        assertThat(page.text())
                .contains("甲公司2020年环评批复（投资额已遮盖）", "可能涉及商业秘密", "银川市生态环境局")
                .doesNotContain("欧阳明月", number, RequestSamples.NUMBER, "7654321", "监测数据");
        assertThat(page.body()).doesNotContain("欧阳", number, "requests/" + id);
        var headers = page.response().headers();
        assertThat(headers.allValues("set-cookie")).isEmpty();
        assertThat(headers.firstValue("cache-control")).contains("no-store");
        assertThat(headers.firstValue("referrer-policy")).contains("no-referrer");
        assertThat(headers.firstValue("x-robots-tag").orElseThrow()).contains("noindex");

        var again =
                page.send("/requests/opinion/answer", Map.of("choice", "partly", "name", "王五"))
                        .expect(422);
        assertThat(again.page().select(".error-summary a").eachText())
                .containsExactly("请写明不同意公开的部分和理由");
        assertThat(again.page().select("input[name=name]").val()).isEqualTo("王五");
        var given =
                again.send(
                                "/requests/opinion/answer",
                                Map.of("choice", "partly", "name", "王五", "reasons", "工艺参数保密"))
                        .expect(200);
        assertThat(given.text()).contains("意见已提交");

        var read = people.as("office").get("/api/v1/requests/" + id).expect(200);
        var answer = read.at("/events/" + (read.at("/events").size() - 1));
        assertThat(answer.get("type").asString()).isEqualTo("third-party-answered");
        assertThat(answer.has("person")).isFalse();
        assertThat(answer.get("party").asString()).isEqualTo("甲公司");
        assertThat(answer.get("note").asString()).isEqualTo("同意公开一部分。理由：工艺参数保密");
        assertThat(answer.get("evidence").asString()).contains("署名：王五");
        assertThat(office.open("/desk/requests/" + id).text()).contains("第三方网上答复", "署名：王五");
        assertThat(
                        DeskClient.at(port)
                                .post("/requests/opinion", Map.of("code", code))
                                .expect(422)
                                .text())
                .contains("已经不能使用");
    }

    @Test
    void isKnownByItsCodeHoweverItIsTypedAndTheDatabaseKeepsAHash() {
        var code = link("甲公司").text("/code");
        var typed = code.replace("-", " ").toLowerCase(Locale.ROOT);
        assertThat(read(typed).expect(200).text("/party")).isEqualTo("甲公司");
        assertThat(
                        database.sql(
                                        "SELECT count(*) FROM request_opinion_link l WHERE l::text"
                                                + " LIKE ? OR l::text LIKE ?")
                                .params("%" + code + "%", "%" + code.replace("-", "") + "%")
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(
                        database.sql("SELECT count(*) FROM audit_entry WHERE after::text LIKE ?")
                                .param("%" + code + "%")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void isNotShownWordsThatNameWhoAsked() {
        for (var words : new String[] {"欧阳明月申请的环评批复", "电话0951-7654321的人要的批复"}) {
            people.as("office")
                    .post(path(), Map.of("party", "甲公司", "shown", words))
                    .expectProblem(422, "invalid-input");
        }
        people.as("office").post(path(), Map.of("party", "乙公司", "shown", "环评批复")).expect(422);
        people.as("head2").post(path(), Map.of("party", "甲公司", "shown", "环评批复")).expect(403);
        people.as("legal").post(path(), Map.of("party", "甲公司", "shown", "环评批复")).expect(403);
    }

    @Test
    void findsItsLinkEndedByANewerOneByPaperAndBySilence() {
        var first = link("甲公司").text("/code");
        var second = link("甲公司").text("/code");
        read(first).expect(422);
        read(second).expect(200);
        step(Map.of("type", "third-party-answered", "party", "甲公司", "note", "书面同意")).expect(200);
        read(second).expect(422);
        answer(second, "consent").expect(422);

        step(Map.of("type", "third-party-asked", "party", "乙公司", "note", "可能涉及商业秘密")).expect(200);
        step(Map.of("type", "third-party-received", "party", "乙公司")).expect(200);
        var silent = link("乙公司").text("/code");
        // Received on Friday 30 July; the fifteenth working day after it is Friday 20 August.
        assertThat(read(silent).expect(200).text("/due")).isEqualTo("2021-08-20");
        clock.set("2021-08-23T09:00:00+08:00");
        people = DemoPeople.at(port);
        step(Map.of("type", "third-party-silent", "party", "乙公司")).expect(200);
        answer(silent, "consent").expect(422);
    }

    @Test
    void mayAnswerAfterItsTermWhileNobodyHasNotedSilence() {
        step(Map.of("type", "third-party-received", "party", "甲公司")).expect(200);
        var code = link("甲公司").text("/code");
        clock.set("2021-08-24T09:00:00+08:00");
        answer(code, "consent").expect(200);
        people = DemoPeople.at(port);
        var read = people.as("office").get("/api/v1/requests/" + id).expect(200);
        // Twenty working days of the answer and the fifteen of the consultation, never more.
        assertThat(read.text("/due")).isEqualTo("2021-09-17");
        answer(code, "refuse").expect(422);
        assertThat(
                        database.sql(
                                        "SELECT count(*) FROM request_event WHERE case_id = ? AND"
                                                + " step = 'THIRD_PARTY_ANSWERED'")
                                .param(id)
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void movesTheDeadlineByTheNewCalendarBeforeItsAnswerIsTakenIn() {
        var code = link("甲公司").text("/code");
        // As if it had been counted by an older calendar that has not been counted again yet.
        database.sql(
                        "UPDATE request_case SET calendar_version = 'older', due = '2021-12-31'"
                                + " WHERE id = ?")
                .param(id)
                .update();

        answer(code, "consent").expect(200);

        var read = people.as("office").get("/api/v1/requests/" + id).expect(200);
        assertThat(read.text("/redatings/0/was")).isEqualTo("2021-12-31");
        assertThat(read.json().get("redatings")).hasSize(1);
    }

    @Test
    void isSlowedWhenItGuesses() {
        for (var it = 0; it < RequestTries.WRONG_SECRETS; it++) {
            read("AAAA-AAAA-AAAA-AAAA-AAAA").expect(422);
        }
        read("AAAA-AAAA-AAAA-AAAA-AAAA").expect(429);
        database.sql("DELETE FROM request_try").update();
    }

    private ApiAnswer link(String party) {
        return people.as("office")
                .post(path(), Map.of("party", party, "shown", "2020年环评批复（已遮盖）"))
                .expect(201);
    }

    private ApiAnswer read(String code) {
        return people.reader().post("/api/v1/public/requests/opinion", Map.of("code", code));
    }

    private ApiAnswer answer(String code, String choice) {
        return people.reader()
                .post(
                        "/api/v1/public/requests/opinion/answer",
                        Map.of("code", code, "choice", choice, "name", "王五", "reasons", "理由"));
    }

    private ApiAnswer step(Map<String, Object> event) {
        return people.as("office").post("/api/v1/requests/" + id + "/events", event);
    }

    private String path() {
        return "/api/v1/requests/" + id + "/opinions";
    }
}
