package org.gongkai.opengov.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
        assertThat(
                        step(idOf(number), Map.of("step", "corrected", "note", "已更正"))
                                .expect(409)
                                .text("/detail"))
                .contains("请起草告知书");
        var secret = sent.page().select("dd .number").text();
        var keys = Map.of("number", number, "secret", secret);
        var waiting =
                DeskClient.at(port)
                        .open("/requests/track")
                        .send("/requests/track", keys)
                        .expect(200);
        assertThat(waiting.text())
                .contains("正在办理", "条例第四十一条没有规定办理期限", "2021年8月27日", "处罚决定书里我的出生日期写错")
                .doesNotContain("欧阳");

        letterGoesOut(office, address);

        assertThat(office.open(address).text())
                .contains("审核属实，予以更正并告知", "现在没有需要您办理的环节", "银环公复〔2021〕");
        step(idOf(number), Map.of("step", "taken-back", "note", "撤回")).expect(409);
        assertThat(office.open("/desk").text()).doesNotContain(number);
        var ended = DeskClient.at(port).post("/requests/track", keys).expect(200);
        assertThat(ended.text()).contains("已经办结", "审核属实，予以更正", "政府信息更正告知书", "银环公复〔2021〕");
        assertThat(ended.response().headers().allValues("set-cookie")).isEmpty();
        var letter = ended.page().select("form[action^=/requests/claim/letters/]").attr("action");
        DeskClient.at(port).post(letter, Map.of("number", number, "secret", "x")).expect(422);
        assertThat(DeskClient.at(port).post(letter, keys).expect(200).body()).startsWith("%PDF");
        var large = Map.of("number", number, "secret", secret, "large", "true");
        assertThat(DeskClient.at(port).post(letter, large).expect(200).body()).startsWith("%PDF");

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
        DeskClient.at(port).post(letter, keys).expect(404);
    }

    /** Drafted, reviewed, signed, made and handed over, each by whoever may. */
    private void letterGoesOut(DeskClient office, String address) {
        office.open(address + "/letters/new?end=corrected")
                .expect(200)
                .send(address + "/letters", Map.of("record-before", "1979年"))
                .expect(422)
                .send(
                        address + "/letters",
                        Map.of("record-before", "1979年", "record-after", "1949年12月31日"))
                .expect(302);
        var letter = office.redirect().replaceAll("\\?.*", "");
        assertThat(office.follow().text()).contains("欧***", "1949年12月31日").doesNotContain("欧阳");
        walk("office", letter, "submit", Map.of(), 302);
        var head = DeskClient.at(port).signIn("office-head", DemoPeople.PASSWORD);
        assertThat(head.open("/desk").text()).contains("信息更正告知书");
        walk("office-head", letter, "review", Map.of(), 302);
        walk("leader", letter, "sign", Map.of(), 302);
        walk("office", letter, "make", Map.of(), 302);
        walk("office", letter, "deliver", Map.of("way", "当面领取"), 422);
        walk("office", letter, "deliver", Map.of("way", "当面领取", "evidence", "送达回证"), 302);
        assertThat(office.download(letter + "/letter.pdf"))
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(office.download(letter + "/receipt.pdf")).isNotEmpty();
        assertThat(office.download(letter + "/cover/envelope.pdf")).isNotEmpty();
        assertThat(office.download(letter + "/large.pdf")).isNotEmpty();
    }

    private void walk(
            String who, String letter, String step, Map<String, String> more, int status) {
        var desk = DeskClient.at(port).signIn(who, DemoPeople.PASSWORD);
        var page = desk.open(letter).expect(200);
        var typed = new HashMap<>(more);
        typed.put("sha256", page.page().select("input[name=sha256]").attr("value"));
        page.send(letter + "/steps/" + step, typed).expect(status);
    }

    @Test
    void areAskedForMoreEvidenceAndTakenBackWhereTheyAreFollowed() {
        var kept =
                people.reader()
                        .post(
                                "/api/v1/public/requests/corrections",
                                input("record-correction", Map.of("evidence", "户口簿")))
                        .expect(201);
        var keys = Map.of("number", kept.text("/number"), "secret", kept.text("/secret"));
        var id = idOf(kept.text("/number"));
        people.reader()
                .post(
                        "/api/v1/public/request-claims/track",
                        Map.of("number", kept.text("/number"), "secret", "AAAA"))
                .expect(422);
        var tracked = people.reader().post("/api/v1/public/request-claims/track", keys).expect(200);
        assertThat(tracked.text("/stage")).isEqualTo("in-hand");
        // 31 July to 27 August 2021: twenty working days among 28 days.
        assertThat(tracked.at("/days").size()).isEqualTo(28);
        evidence(keys, "户口簿第3页").expect(409);
        step(id, Map.of("step", "evidence-asked", "note", "请提供户口簿第3页")).expect(200);
        clock.set("2021-08-09T09:00:00+08:00");
        var page = DeskClient.at(port).post("/requests/track", keys).expect(200);
        assertThat(page.text()).contains("等您补充证据", "请提供户口簿第3页");
        page.send("/requests/claim/evidence", Map.of("evidence", "")).expect(422);
        assertThat(
                        page.send("/requests/claim/evidence", Map.of("evidence", "户口簿第3页"))
                                .expect(200)
                                .text())
                .contains("已收到您补充的证据", "2021年9月6日");
        people = DemoPeople.at(port);
        var receipt =
                people.as("office")
                        .post(
                                "/api/v1/request-claims/" + id + "/secret",
                                Map.of("reason", "窗口核对身份证"))
                        .expect(200);
        DeskClient.at(port).post("/requests/track", keys).expect(422);
        var again = Map.of("number", kept.text("/number"), "secret", receipt.text("/secret"));
        var taken = people.reader().post("/api/v1/public/request-claims/track/taking-back", again);
        assertThat(taken.expect(200).text("/stage")).isEqualTo("closed");
        people.as("office")
                .post(
                        "/api/v1/request-claims/" + id + "/letters",
                        Map.of("end", "corrected", "fields", Map.of()))
                .expect(409);
    }

    @Test
    void tellARefusalWithItsRemediesAndAComplaintWithItsResult() {
        var id = takeIn("record-correction", Map.of("evidence", "户口簿")).number("/id");
        var refusing = begin(id, "not-corrected", Map.of("reasons", "证据与记录一致"));
        assertThat(refusing.expect(201).at("/words").toString()).contains("行政复议", "证据与记录一致");
        begin(id, "corrected", Map.of("record-after", "x", "record-before", "y")).expect(409);
        begin(id, "upheld", Map.of("reasons", "x")).expect(422);
        var letter = refusing.number("/id");
        var path = "/api/v1/request-claims/" + id + "/letters/" + letter;
        people.as("office")
                .with("If-Match", refusing.etag())
                .put(path + "/text", Map.of("words", "不予更正。"))
                .expect(422);
        var filled =
                people.as("office")
                        .with("If-Match", refusing.etag())
                        .put(path + "/fields", Map.of("fields", Map.of("reasons", "证据不足")))
                        .expect(200);
        var sha = filled.text("/sha256");
        move(path, "office", "submit", Map.of()).expect(200);
        move(path, "clerk2", "review", Map.of("sha256", sha)).expect(403);
        move(path, "office-head", "review", Map.of("sha256", "0")).expect(409);
        move(path, "office-head", "review", Map.of("sha256", sha)).expect(200);
        move(path, "office", "dispatch", Map.of("way", "邮寄", "evidence", "XA1")).expect(409);
        var signed = move(path, "leader", "sign", Map.of("sha256", sha)).expect(200);
        assertThat(signed.text("/number")).startsWith("银环公复〔2021〕");
        move(path, "office", "make", Map.of()).expect(200);
        move(path, "office", "dispatch", Map.of("way", "邮寄", "evidence", "XA1")).expect(200);
        var ended = people.as("office").get("/api/v1/request-claims/" + id).expect(200);
        assertThat(ended.text("/closedOn")).isEqualTo("2021-07-30");
        assertThat(ended.at("/events").toString()).contains("not-corrected", "政府信息不予更正告知书");

        var complaint = takeIn("inaction-complaint", Map.of()).number("/id");
        step(complaint, Map.of("step", "upheld", "note", "市政府办公室督促整改通知")).expect(200);
        begin(complaint, "dismissed", Map.of("reasons", "x")).expect(409);
        assertThat(
                        begin(complaint, "upheld", Map.of("reasons", "已于8月2日公开"))
                                .expect(201)
                                .at("/words")
                                .toString())
                .contains("第四十七条", "经查证属实", "已于8月2日公开");
    }

    private ApiAnswer begin(long id, String end, Map<String, String> fields) {
        return people.as("office")
                .post(
                        "/api/v1/request-claims/" + id + "/letters",
                        Map.of("end", end, "fields", fields));
    }

    private ApiAnswer move(String path, String who, String step, Map<String, String> entry) {
        return people.as(who).post(path + "/steps/" + step, entry);
    }

    private ApiAnswer evidence(Map<String, String> keys, String words) {
        var sent = new HashMap<>(keys);
        sent.put("evidence", words);
        return people.reader().post("/api/v1/public/request-claims/track/evidence", sent);
    }

    @Test
    void countOurTargetAnewFromTheEvidenceThatWasAskedFor() {
        var id = takeIn("record-correction", Map.of("evidence", "户口簿")).number("/id");
        step(id, Map.of("step", "evidence-asked", "note", "请提供户口簿原件")).expect(200);
        clock.set("2021-08-09T09:00:00+08:00");
        people = DemoPeople.at(port);
        var given = step(id, Map.of("step", "evidence-given", "note", "原件")).expect(200);
        assertThat(given.text("/due")).isEqualTo("2021-09-06");
        step(id, Map.of("step", "taken-back", "note", "撤回", "on", "2021-08-02")).expect(422);
        step(id, Map.of("step", "upheld", "note", "属实")).expect(422);
        assertThat(
                        step(id, Map.of("step", "taken-back", "note", "本人来函撤回"))
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
