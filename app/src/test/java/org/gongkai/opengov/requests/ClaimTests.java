package org.gongkai.opengov.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
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
@DisplayName(
        "Corrections of one's own record and complaints (更正本人信息、投诉) — 《政府信息公开条例》 arts. 41, 47, 51")
class ClaimTests {
    @LocalServerPort int port;
    @Autowired JdbcClient database;
    @Autowired TestClock clock;

    private DemoPeople people;

    @BeforeEach
    void aQuietHour() {
        database.sql("DELETE FROM request_try").update();
        people = DemoPeople.at(port);
    }

    @Test
    void areAskedOnAPageCorrectedAndTold() {
        var form = DeskClient.at(port).open("/requests/correction").expect(200);
        var typed = new HashMap<String, String>();
        typed.put("name", "欧阳明月");
        typed.put("identityKind", "id-card");
        typed.put("identityNumber", RequestSamples.NUMBER);
        typed.put("phone", "0951-7654321");
        typed.put("about", "处罚决定书里我的出生日期写错");
        var without = form.send("/requests/correction", typed).expect(422);
        assertThat(without.page().select(".error-summary a").eachText())
                .containsExactly("请写明证据：条例第四十一条要求有证据证明记录不准确");
        typed.put("evidence", "身份证");
        var sent = without.send("/requests/correction", typed).expect(200);
        var number = sent.page().select(".keep").text();
        assertThat(number).matches("GZ-2021-\\d{5}");
        // Friday 30 July 2021; our target is twenty working days later.
        assertThat(sent.text()).contains("2021年8月27日");
        assertThat(sent.response().headers().allValues("set-cookie")).isEmpty();

        var office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);
        assertThat(office.open("/desk").text()).contains("更正申请" + number + "等待办理");
        assertThat(office.open("/desk/request-claims").expect(200).text()).contains(number);
        var address = "/desk/request-claims/" + idOf(number);
        var page = office.open(address).expect(200);
        assertThat(page.text()).contains("出生日期写错", "第四十一条").doesNotContain("欧阳明月");
        assertThat(page.send(address + "/person", Map.of("reason", "电话核实")).expect(200).text())
                .contains("欧阳明月", RequestSamples.NUMBER);
        office.open(address).send(address + "/steps", Map.of("step", "corrected")).expect(422);
        office.open(address)
                .send(address + "/steps", Map.of("step", "corrected", "note", "已更正，告知书当面送达"))
                .expect(302);
        assertThat(office.follow().text()).contains("审核属实，已经更正并告知", "现在没有需要您办理的环节");
        step(idOf(number), Map.of("step", "forwarded", "note", "转送")).expect(409);
        assertThat(office.open("/desk").text()).doesNotContain(number);

        var head = DeskClient.at(port).signIn("office-head", DemoPeople.PASSWORD);
        head.open(address).send(address + "/erasure", Map.of()).expect(422);
        head.open(address).send(address + "/erasure", Map.of("erasing", "保存期限已满")).expect(302);
        assertThat(
                        head.follow()
                                .send(address + "/person", Map.of("reason", "核对"))
                                .expect(200)
                                .text())
                .contains("申请人信息已经清除")
                .doesNotContain("欧阳");
    }

    @Test
    void countOurTargetAnewFromTheEvidenceThatWasAskedFor() {
        var id = takeIn("record-correction", Map.of("evidence", "户口簿")).number("/id");
        step(id, Map.of("step", "evidence-asked", "note", "请提供户口簿原件")).expect(200);
        clock.set("2021-08-09T09:00:00+08:00");
        people = DemoPeople.at(port);
        var given = step(id, Map.of("step", "evidence-given", "note", "原件")).expect(200);
        assertThat(given.text("/due")).isEqualTo("2021-09-06");
        step(id, Map.of("step", "corrected", "note", "更正", "on", "2021-08-02")).expect(422);
        step(id, Map.of("step", "upheld", "note", "属实")).expect(422);
        assertThat(
                        step(id, Map.of("step", "forwarded", "note", "转送公安机关"))
                                .expect(200)
                                .text("/closedOn"))
                .isEqualTo("2021-08-09");
    }

    @Test
    void holdTheDayThatTheAuthoritySetForAComplaint() {
        var taken = takeIn("inaction-complaint", Map.of("receivedOn", "2021-07-28"));
        assertThat(taken.text("/number")).startsWith("TS-2021-");
        assertThat(taken.json().has("due")).isFalse();
        var id = taken.number("/id");
        step(id, Map.of("step", "term-set", "note", "市政府办公室来函")).expect(422);
        var set =
                step(id, Map.of("step", "term-set", "note", "市政府办公室来函", "term", "2021-08-06"))
                        .expect(200);
        assertThat(set.text("/due")).isEqualTo("2021-08-06");
        step(id, Map.of("step", "corrected", "note", "更正")).expect(422);
        step(id, Map.of("step", "explained", "note", "书面说明")).expect(200);
        var upheld = step(id, Map.of("step", "upheld", "note", "督促整改通知")).expect(200);
        assertThat(upheld.text("/closedOn")).isEqualTo("2021-07-30");
        assertThat(upheld.at("/allowedSteps").size()).isZero();
    }

    @Test
    void areForTheOfficeAndThoseWhoSeeAllRequests() {
        var id = takeIn("rights-complaint", Map.of()).number("/id");
        people.as("auditor").get("/api/v1/request-claims/" + id).expect(200);
        people.as("clerk2").get("/api/v1/request-claims/" + id).expect(403);
        for (var who : List.of("office", "office-head")) {
            people.as(who)
                    .post("/api/v1/request-claims/" + id + "/erasure", Map.of("reason", "x"))
                    .expect(who.equals("office") ? 403 : 409);
        }
        people.as("auditor").get("/api/v1/request-claims").expect(200);
        people.as("auditor")
                .post("/api/v1/request-claims/" + id + "/person", Map.of("reason", "想知道"))
                .expect(403);
        people.as("legal")
                .post(
                        "/api/v1/request-claims/" + id + "/steps",
                        Map.of("step", "upheld", "note", "x"))
                .expect(403);
        people.reader()
                .post("/api/v1/public/requests/corrections", input("rights-complaint", Map.of()))
                .expect(422);
        assertThat(
                        people.reader()
                                .post(
                                        "/api/v1/public/requests/corrections",
                                        input("record-correction", Map.of("evidence", "户口簿")))
                                .expect(201)
                                .text("/due"))
                .isEqualTo("2021-08-27");
        assertThat(
                        people.as("office")
                                .post(
                                        "/api/v1/request-claims/" + id + "/person",
                                        Map.of("reason", "核实"))
                                .expect(200)
                                .text("/name"))
                .isEqualTo("欧阳明月");
    }

    private ApiAnswer takeIn(String kind, Map<String, Object> more) {
        return people.as("office").post("/api/v1/request-claims", input(kind, more)).expect(201);
    }

    private static Map<String, Object> input(String kind, Map<String, Object> more) {
        var input = new HashMap<String, Object>();
        input.put("kind", kind);
        input.put("name", "欧阳明月");
        input.put("identityKind", "id-card");
        input.put("identityNumber", RequestSamples.NUMBER);
        input.put("phone", "0951-7654321");
        input.put("about", "记录不准确");
        input.putAll(more);
        return input;
    }

    private ApiAnswer step(long id, Map<String, Object> step) {
        return people.as("office").post("/api/v1/request-claims/" + id + "/steps", step);
    }

    private long idOf(String number) {
        return database.sql("SELECT id FROM request_claim WHERE number = ?")
                .param(number)
                .query(Long.class)
                .single();
    }
}
