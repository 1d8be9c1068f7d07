package org.gongkai.opengov.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.ApiClient;
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
@DisplayName("A request (依申请公开) — 《政府信息公开条例》 ch. 4, from asking to the delivered answer")
class RequestJourneyTests {
    private static final String NUMBER = "11010519491231002X";
    private static final AtomicInteger COUNT = new AtomicInteger();

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
    void isAskedOnAPageConfirmedAnsweredAndFollowed() {
        var form = DeskClient.at(port).open("/requests/new").expect(200);
        var checked =
                form.post("/requests/new", typed("某厂的验收意见", Map.of("step", "check"))).expect(200);
        assertThat(checked.text()).contains("某厂的验收意见", NUMBER);
        var sent =
                checked.post("/requests/new", typed("某厂的验收意见", Map.of("step", "send"))).expect(200);
        var number = sent.page().select(".keep").text();
        var secret = sent.page().select("dd .number").text();
        assertThat(number).matches("YSQ-2021-\\d{5}");
        assertThat(secret).matches("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}");
        assertThat(sent.response().headers().allValues("set-cookie")).isEmpty();
        assertThat(sent.response().headers().firstValue("cache-control")).contains("no-store");

        var office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);
        assertThat(office.open("/desk").text()).contains("申请" + number + "还没有与申请人确认");
        var address = "/desk/requests/" + idOf(number);
        var open = office.open(address).expect(200);
        assertThat(open.text()).contains("待确认", "某厂的验收意见").doesNotContain(NUMBER);
        open.send(address + "/events/confirmed", Map.of("way", "电话")).expect(302);
        var confirmed = office.follow().expect(200);
        // Friday 30 July 2021; twenty working days later is Friday 27 August.
        assertThat(confirmed.text()).contains("待受理", "2021年8月27日");

        confirmed.send(address + "/events/accepted", Map.of()).expect(302);
        office.open(address)
                .send(address + "/events/assigned", Map.of("section", "water"))
                .expect(302);
        office.open(address).send(address + "/events/drafted", Map.of("note", "拟予以公开")).expect(302);
        step("head2", number, Map.of("type", "reviewed")).expect(200);
        step("leader", number, Map.of("type", "signed")).expect(200);
        step("office", number, Map.of("type", "made", "outcome", "disclosed")).expect(200);
        step("office", number, Map.of("type", "delivered", "way", "当面", "evidence", "送达回证"))
                .expect(200);

        var followed =
                DeskClient.at(port)
                        .post(
                                "/requests/track",
                                Map.of("number", number, "secret", secret.toLowerCase()))
                        .expect(200);
        assertThat(followed.text())
                .contains("答复书已经送达", "收到申请之日为2021年7月30日", "2021年8月27日")
                .doesNotContain("水生态", NUMBER);
        DeskClient.at(port)
                .post("/requests/track", Map.of("number", number, "secret", "AAAA-AAAA-AAAA"))
                .expect(422);
        var api =
                ApiClient.at(port)
                        .post(
                                "/api/v1/public/requests/track",
                                Map.of("number", number, "secret", secret))
                        .expect(200);
        assertThat(api.text("/stage")).isEqualTo("delivered");
        assertThat(api.text("/due")).isEqualTo("2021-08-27");
        assertThat(office.open("/desk").text()).doesNotContain(number);
    }

    @Test
    void keepsEverythingTypedWhenSomethingIsMissing() {
        var again =
                DeskClient.at(port)
                        .post(
                                "/requests/new",
                                typed(
                                        "某厂的验收意见",
                                        Map.of(
                                                "step",
                                                "check",
                                                "identityNumber",
                                                "110105194912310029")))
                        .expect(422);
        assertThat(again.page().select("#matters").val()).isEqualTo("某厂的验收意见");
        assertThat(again.page().select(".error-summary a").eachText())
                .containsExactly("身份证号码不对，请逐位核对（末位可能是X）");
    }

    @Test
    void isOneRequestWhenItIsSentTwiceAndTwoWhenItIsSplit() {
        var text = "1.甲厂罚单\n2.乙厂罚单";
        var checked =
                DeskClient.at(port)
                        .post("/requests/new", typed(text, Map.of("step", "check")))
                        .expect(200);
        assertThat(checked.text()).contains("看起来有2件事");
        var fields = typed(text, Map.of("step", "send", "split", "each"));
        var first = DeskClient.at(port).post("/requests/new", fields).expect(200);
        var again = DeskClient.at(port).post("/requests/new", fields).expect(200);
        assertThat(first.page().select(".keep")).hasSize(2);
        assertThat(again.page().select(".keep").eachText())
                .isEqualTo(first.page().select(".keep").eachText());
    }

    @Test
    void isTakenInWithTheDayOfReceiptDerived() {
        var post =
                takeIn(
                        Map.of(
                                "channel",
                                "signed-post",
                                "arrivedOn",
                                "2021-07-28",
                                "evidence",
                                "挂号单XA12",
                                "lateReason",
                                "收发室转来"));
        var read = people.as("office").get(path(post.text("/number"))).expect(200);
        assertThat(read.text("/receivedOn")).isEqualTo("2021-07-28");
        assertThat(read.text("/events/0/lateReason")).isEqualTo("收发室转来");

        var mail = takeIn(Map.of("channel", "email"));
        assertThat(mail.json().get("due").isNull()).isTrue();
        people.as("office")
                .post(
                        "/api/v1/requests",
                        input(Map.of("channel", "fax", "arrivedOn", "2021-07-29")))
                .expect(422);
        people.as("office")
                .post(
                        "/api/v1/requests",
                        input(Map.of("channel", "fax", "arrivedOn", "2021-07-31")))
                .expect(422);
        people.as("clerk").post("/api/v1/requests", input(Map.of("channel", "fax"))).expect(403);
    }

    @Test
    void showsWhoAsksToTheOfficeAloneAndWritesItDown() {
        var number = takeIn(Map.of("channel", "in-person")).text("/number");
        var who = path(number) + "/applicant";
        people.as("office").post(who, Map.of("reason", " ")).expect(422);
        people.as("legal").post(who, Map.of("reason", "想知道")).expect(403);
        assertThat(
                        people.as("office")
                                .post(who, Map.of("reason", "电话确认"))
                                .expect(200)
                                .text("/identityNumber"))
                .isEqualTo(NUMBER);
        assertThat(
                        count(
                                "audit_entry WHERE action = 'requests.applicant-read' AND subject = 'request:"
                                        + idOf(number)
                                        + "'"))
                .isEqualTo(1);
        assertThat(count("audit_entry WHERE before::text || after::text LIKE '%" + NUMBER + "%'"))
                .isZero();
        assertThat(
                        count(
                                "request_identity WHERE case_id = "
                                        + idOf(number)
                                        + " AND position('"
                                        + NUMBER
                                        + "'::bytea IN sealed) > 0"))
                .isZero();
    }

    @Test
    void opensToANewSecretAloneOnceItIsGivenAgain() {
        var first = takeIn(Map.of("channel", "in-person"));
        var number = first.text("/number");
        var again =
                people.as("office")
                        .post(path(number) + "/secret", Map.of("reason", "带身份证到窗口"))
                        .expect(200);
        assertThat(track(number, first.text("/secret")).status()).isEqualTo(422);
        assertThat(track(number, again.text("/secret")).status()).isEqualTo(200);
    }

    @Test
    void isRefusedAVersionThatIsNotCurrentAndASecondClosing() {
        var number = takeIn(Map.of("channel", "in-person")).text("/number");
        var read = people.as("office").get(path(number)).expect(200);
        step("office", number, Map.of("type", "withdrawn", "note", "书面撤回")).expect(200);
        people.as("office")
                .with("If-Match", read.etag())
                .post(path(number) + "/events", Map.of("type", "withdrawn", "note", "书面撤回"))
                .expect(412);
        step("office", number, Map.of("type", "withdrawn", "note", "书面撤回")).expect(409);
        assertThat(count("request_event WHERE step = 'WITHDRAWN' AND case_id = " + idOf(number)))
                .isEqualTo(1);
        assertThat(
                        count(
                                "audit_entry WHERE action = 'requests.refused' AND subject = 'request:"
                                        + idOf(number)
                                        + "'"))
                .isEqualTo(2);
    }

    @Test
    void isCorrectedByTheApplicantOnTheTrackingPageAndCountsAnew() {
        var receipt = takeIn(Map.of("channel", "in-person"));
        var number = receipt.text("/number");
        step(
                        "office",
                        number,
                        Map.of("type", "correction-asked", "note", "请写明年份", "term", "2021-08-13"))
                .expect(200);
        step("office", number, Map.of("type", "not-corrected", "note", "没有补正")).expect(422);
        clock.set("2021-08-09T09:00:00+08:00");
        var reader = DeskClient.at(port);
        var page =
                reader.post(
                                "/requests/track",
                                Map.of("number", number, "secret", receipt.text("/secret")))
                        .expect(200);
        assertThat(page.text()).contains("请写明年份");
        var corrected =
                page.post(
                                "/requests/track/correct",
                                Map.of(
                                        "number",
                                        number,
                                        "secret",
                                        receipt.text("/secret"),
                                        "matters",
                                        "某河断面2020年的监测数据"))
                        .expect(200);
        // Received on Monday 9 August 2021 anew; twenty working days later is Monday 6 September.
        assertThat(corrected.text()).contains("收到您的补正", "2021年9月6日", "某河断面2020年的监测数据");
    }

    @Test
    void isExtendedByConsentOfAnotherThanWhoAsked() {
        var number = takeIn(Map.of("channel", "in-person")).text("/number");
        var ask =
                Map.<String, Object>of("type", "extension-asked", "workingDays", 20, "note", "资料多");
        step("office", number, Map.of("type", "extension-asked", "workingDays", 21, "note", "资料多"))
                .expect(422);
        step("office", number, ask).expect(200);
        step("office", number, Map.of("type", "extension-approved", "workingDays", 20)).expect(403);
        step("office-head", number, Map.of("type", "extension-approved", "workingDays", 20))
                .expect(200);
        var extended =
                step("office", number, Map.of("type", "extended", "workingDays", 20)).expect(200);
        // Twenty more, with 18 September (Saturday) and 26 September (Sunday) worked for the
        // holidays.
        assertThat(extended.text("/due")).isEqualTo("2021-09-26");
        step("office", number, ask).expect(409);
        var second =
                step("office", number, Map.of("type", "extended", "workingDays", 5)).expect(200);
        assertThat(second.text("/due")).isEqualTo("2021-09-26");
        assertThat(second.text("/explanation/breaches/0/code")).isEqualTo("second-extension");
    }

    @Test
    void isAskedWithoutAccountOverTheApiToo() {
        var receipt =
                people.reader()
                        .post("/api/v1/requests", input(Map.of("name", "李四", "channel", "online")))
                        .expect(201);
        assertThat(track(receipt.text("/number"), receipt.text("/secret")).text("/stage"))
                .isEqualTo("arrived");
        people.reader()
                .with("Authorization", "Bearer no-such-token")
                .post("/api/v1/requests", input(Map.of("channel", "fax")))
                .expect(401);
    }

    @Test
    void slowsAFloodAndNamesTheOtherWays() {
        for (var it = 0; it < RequestTries.AN_HOUR; it++) {
            people.reader()
                    .post("/api/v1/requests", input(Map.of("matters", List.of("第" + it + "件"))))
                    .expect(201);
        }
        var refused =
                people.reader()
                        .post("/api/v1/requests", input(Map.of("matters", List.of("又一件"))))
                        .expect(429);
        assertThat(refused.text("/detail")).contains("当面、邮寄、传真");
        takeIn(Map.of("channel", "in-person"));
    }

    private ApiAnswer takeIn(Map<String, Object> more) {
        return people.as("office").post("/api/v1/requests", input(more)).expect(201);
    }

    private static Map<String, Object> input(Map<String, Object> more) {
        var input = new HashMap<String, Object>();
        input.put("applicantClass", "natural-person");
        input.put("name", "张三");
        input.put("identityKind", "id-card");
        input.put("identityNumber", NUMBER);
        input.put("phone", "0951-0000000");
        input.put("matters", List.of("某河断面的监测数据" + COUNT.incrementAndGet()));
        input.put("form", "paper");
        input.put("delivery", "in-person");
        input.putAll(more);
        return input;
    }

    private static Map<String, String> typed(String matters, Map<String, String> more) {
        var fields = new HashMap<String, String>();
        fields.put("applicantClass", "natural-person");
        fields.put("name", "张三");
        fields.put("identityKind", "id-card");
        fields.put("identityNumber", NUMBER);
        fields.put("phone", "0951-0000000");
        fields.put("matters", matters);
        fields.put("form", "paper");
        fields.put("delivery", "in-person");
        fields.putAll(more);
        return fields;
    }

    private ApiAnswer step(String who, String number, Map<String, Object> event) {
        return people.as(who).post(path(number) + "/events", event);
    }

    private ApiAnswer track(String number, String secret) {
        return people.reader()
                .post("/api/v1/public/requests/track", Map.of("number", number, "secret", secret));
    }

    private String path(String number) {
        return "/api/v1/requests/" + idOf(number);
    }

    private long idOf(String number) {
        return database.sql("SELECT id FROM request_case WHERE number = ?")
                .param(number)
                .query(Long.class)
                .single();
    }

    private long count(String what) {
        return database.sql("SELECT count(*) FROM " + what).query(Long.class).single();
    }
}
