package org.gongkai.opengov.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.TestClock;
import org.gongkai.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoAgencyTest
@DisplayName(
        "Bad input (错误和极端输入): what happened is recorded as a breach, what cannot be is refused")
class RequestBadInputTests {
    @LocalServerPort int port;
    @Autowired JdbcClient database;
    @Autowired TestDatabase tables;
    @Autowired TestClock clock;

    private DemoPeople people;

    @BeforeEach
    void aQuietHour() {
        database.sql("DELETE FROM request_try").update();
        people = DemoPeople.at(port);
    }

    @Test
    void anExtensionIsNotAskedForAfterTheFirstTwentyDaysAndOneThatWasToldThenIsABreach() {
        var id = takeIn();
        // Received on Friday 30 July; the twentieth working day is Friday 27 August.
        on("2021-08-30T09:00:00+08:00");
        var ask =
                Map.<String, Object>of("type", "extension-asked", "workingDays", 5, "note", "资料多");
        step("office", id, ask).expect(409);
        var told = step("office", id, Map.of("type", "extended", "workingDays", 5)).expect(200);
        assertThat(told.text("/due")).isEqualTo("2021-08-27");
        assertThat(breaches(told)).contains("extension-late");
    }

    @Test
    void anExtensionIsApprovedByTheHeadOfTheOfficeAlone() {
        var id = takeIn();
        step("office", id, Map.of("type", "extension-asked", "workingDays", 5, "note", "资料多"))
                .expect(200);
        for (var who : List.of("office", "legal", "principal")) {
            step(who, id, Map.of("type", "extension-approved", "workingDays", 5)).expect(403);
        }
    }

    @Test
    void aSecondCorrectionNoticeIsRecordedAsABreachAndGainsNothing() {
        var id = takeIn();
        askForCorrection(id, "2021-08-13").expect(200);
        step("office", id, Map.of("type", "corrected", "note", "补正")).expect(200);
        on("2021-08-02T09:00:00+08:00");
        var second = askForCorrection(id, "2021-08-16").expect(200);
        assertThat(breaches(second)).contains("second-correction-notice");
    }

    @Test
    void aCorrectionNoticeOfTheEighthDayIsABreachAndItsCorrectionDoesNotRestartTheClock() {
        var id = takeIn();
        // The seventh working day is Tuesday 10 August.
        on("2021-08-11T09:00:00+08:00");
        var late = askForCorrection(id, "2021-08-25").expect(200);
        assertThat(breaches(late)).contains("correction-notice-late");
        on("2021-08-16T09:00:00+08:00");
        var corrected = step("office", id, Map.of("type", "corrected", "note", "补正")).expect(200);
        assertThat(corrected.text("/due")).isEqualTo("2021-08-27");
    }

    @Test
    void whatCannotHaveHappenedIsRefusedWithItsReason() {
        var id = takeIn();
        refused(id, Map.of("type", "corrected", "note", "没有要求补正"), 409);
        refused(
                id,
                Map.of("type", "dispatched", "way", "邮寄", "evidence", "单号", "date", "2021-08-30"),
                422);
        refused(id, Map.of("type", "dispatched", "way", "邮寄", "evidence", "单号"), 409);
        refused(id, Map.of("type", "third-party-answered", "party", "甲公司", "note", "同意"), 409);
        step("office", id, Map.of("type", "third-party-asked", "party", "甲公司", "note", "秘密"))
                .expect(200);
        step("office", id, Map.of("type", "third-party-answered", "party", "甲公司", "note", "同意"))
                .expect(200);
        // An answer twice, and a receipt after the answer.
        refused(id, Map.of("type", "third-party-answered", "party", "甲公司", "note", "同意"), 409);
        refused(id, Map.of("type", "third-party-received", "party", "甲公司"), 409);
        assertThat(events(id)).isEqualTo(3);
    }

    @Test
    void overlappingConsultationsAreExcludedOnce() {
        var id = takeIn();
        on("2021-08-02T09:00:00+08:00");
        ask(id, "third-party-asked", "甲公司");
        on("2021-08-04T09:00:00+08:00");
        ask(id, "agency-asked", "水利部门");
        on("2021-08-06T09:00:00+08:00");
        step("office", id, Map.of("type", "agency-answered", "party", "水利部门", "note", "同意"))
                .expect(200);
        on("2021-08-09T09:00:00+08:00");
        var read =
                step(
                                "office",
                                id,
                                Map.of(
                                        "type",
                                        "third-party-answered",
                                        "party",
                                        "甲公司",
                                        "note",
                                        "同意"))
                        .expect(200);
        // One day used on 2 August; 3 to 9 August are excluded once; nineteen more from the 10th.
        assertThat(read.text("/due")).isEqualTo("2021-09-03");
    }

    @Test
    void fortyPagesAreTakenAndOneSignMoreIsTooMuch() {
        var pages = "请公开下列信息。".repeat(RequestEntry.MATTER / 8);
        var sent =
                people.reader()
                        .post(
                                "/api/v1/requests",
                                RequestSamples.input(Map.of("matters", List.of(pages))));
        var id = sent.expect(201).number("/id");
        assertThat(
                        database.sql("SELECT length(words) FROM request_matter WHERE case_id = ?")
                                .param(id)
                                .query(Integer.class)
                                .single())
                .isEqualTo(RequestEntry.MATTER);
        var page =
                DeskClient.at(port)
                        .post(
                                "/requests/new",
                                RequestSamples.typed(Map.of("matters", pages, "step", "check")))
                        .expect(200);
        assertThat(page.page().select("textarea[name=matters]").val()).hasSize(RequestEntry.MATTER);
        people.reader()
                .post(
                        "/api/v1/requests",
                        RequestSamples.input(Map.of("matters", List.of(pages + "。"))))
                .expect(422);
    }

    @Test
    void twoWhoCloseAtOnceCloseOnce() throws Exception {
        var id = takeIn();
        var office = people.as("office");
        var close = Map.of("type", "withdrawn", "note", "书面撤回");
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    both.invokeAll(
                            List.of(
                                    () ->
                                            office.post("/api/v1/requests/" + id + "/events", close)
                                                    .status(),
                                    () ->
                                            office.post("/api/v1/requests/" + id + "/events", close)
                                                    .status()));
            assertThat(List.of(answers.getFirst().get(), answers.getLast().get()))
                    .containsExactlyInAnyOrder(200, 409);
        }
        assertThat(events(id)).isEqualTo(2);
    }

    @Test
    void tenThousandOfOneApplicantInADayAreShownAsManyAndShutNobodyOut() {
        var first = takeIn();
        var owner = JdbcClient.create(tables.owner());
        try {
            owner.sql(
                            """
                            WITH made AS (INSERT INTO request_case (agency_id, number, channel, applicant_class,
                                applicant_mask, applicant_key, wanted_form, delivery, fingerprint, arrived_on,
                                entered_at, stage, received_on, due, answered_on, calendar_version)
                                SELECT agency_id, 'YSQ-1999-' || lpad(n::text, 6, '0'), channel, applicant_class,
                                    applicant_mask, applicant_key, wanted_form, delivery, 'many-' || n, arrived_on,
                                    entered_at, 'CLOSED', received_on, due, arrived_on, calendar_version
                                FROM request_case, generate_series(1, 10000) n WHERE id = ? RETURNING id)
                            INSERT INTO request_matter (case_id, edition, position, words)
                                SELECT id, 1, 1, repeat('某河断面的监测数据', 200) FROM made
                            """)
                    .param(first)
                    .update();
            var other =
                    people.as("office")
                            .post(
                                    "/api/v1/requests",
                                    RequestSamples.input(
                                            Map.of("channel", "in-person", "name", "旁人")))
                            .expect(201);
            people.as("office").get("/api/v1/requests/" + other.number("/id")).expect(200);
            var same = takeIn();
            people.as("office").get("/api/v1/requests/" + same).expect(200);
            var page =
                    DeskClient.at(port)
                            .signIn("office", DemoPeople.PASSWORD)
                            .open("/desk/requests/" + same)
                            .expect(200);
            assertThat(page.text()).contains("超过10件");
        } finally {
            owner.sql(
                            "DELETE FROM request_matter WHERE case_id IN (SELECT id FROM request_case WHERE number LIKE 'YSQ-1999-%')")
                    .update();
            owner.sql("DELETE FROM request_case WHERE number LIKE 'YSQ-1999-%'").update();
        }
    }

    @Test
    void aRepeatIsSeenWhenItIsTakenIn() {
        var name = "端木重复";
        var office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);
        var typed =
                RequestSamples.typed(
                        Map.of("name", name, "channel", "in-person", "matters", "2020年某园区排污许可证副本"));
        var first = office.open("/desk/requests/new").send("/desk/requests/new", typed).expect(200);
        assertThat(first.text()).doesNotContain("可能是重复申请");
        typed.put("matters", "2020年度某园区排污许可证副本。");
        var second =
                office.open("/desk/requests/new").send("/desk/requests/new", typed).expect(200);
        assertThat(second.text()).contains("可能是重复申请", first.page().select(".keep").text());
    }

    @Test
    void aSecondExtensionIsAskedForByNobodyAndNoLetterSaysIt() {
        var id = takeIn();
        var ask =
                Map.<String, Object>of("type", "extension-asked", "workingDays", 5, "note", "资料多");
        step("office", id, ask).expect(200);
        step("office-head", id, Map.of("type", "extension-approved", "workingDays", 5)).expect(200);
        step("office", id, Map.of("type", "extended", "workingDays", 5)).expect(200);

        refused(id, ask, 409);
        var letter =
                people.as("office")
                        .post(
                                "/api/v1/requests/" + id + "/letters",
                                Map.of("kind", "extension-notice"))
                        .expect(409);
        assertThat(letter.text("/detail")).contains("不能再次延期");
        var page =
                atTheDesk(id, "extension-asked", Map.of("workingDays", "5", "note", "资料仍多"), 409);
        assertThat(page.text()).contains("不能再次延期");
        var again = atTheDesk(id, "extended", Map.of("workingDays", "5"), 302).follow().expect(200);
        assertThat(again.text()).contains("2021年9月3日");
    }

    @Test
    void anExtensionIsNotApprovedByTheDeputyWhoAskedForItInTheOffice() {
        var id = takeIn();
        // A day of its own: whoever stands in does so in the whole program.
        on("2021-08-17T09:00:00+08:00");
        step("office", id, Map.of("type", "extension-asked", "workingDays", 5, "note", "资料多"))
                .expect(200);
        people.as("office-head")
                .post(
                        "/api/v1/covers",
                        Map.of(
                                "deputy", "office",
                                "reason", "出差",
                                "from", "2021-08-17",
                                "to", "2021-08-17"))
                .expect(201);

        var refused = step("office", id, Map.of("type", "extension-approved", "workingDays", 5));

        assertThat(refused.expect(403).text("/detail")).contains("提出延期的人不能自己同意延期");
    }

    @Test
    void anAnswerAfterTheSilenceLimitIsRecordedAndGainsNoDay() {
        var id = takeIn();
        ask(id, "third-party-asked", "甲公司");
        step("office", id, Map.of("type", "third-party-received", "party", "甲公司")).expect(200);
        // Its fifteenth working day is Friday 20 August; until then the twenty days do not run.
        on("2021-08-20T09:00:00+08:00");
        refused(id, Map.of("type", "third-party-silent", "party", "甲公司"), 422);
        on("2021-08-30T09:00:00+08:00");
        var late =
                step(
                                "office",
                                id,
                                Map.of(
                                        "type",
                                        "third-party-answered",
                                        "party",
                                        "甲公司",
                                        "note",
                                        "不同意"))
                        .expect(200);
        assertThat(late.text("/due")).isEqualTo("2021-09-17");
        refused(id, Map.of("type", "third-party-silent", "party", "甲公司"), 409);
    }

    @Test
    void aNestedConsultationIsExcludedWithTheOneAroundIt() {
        var id = takeIn();
        on("2021-08-02T09:00:00+08:00");
        ask(id, "third-party-asked", "甲公司");
        ask(id, "co-author-asked", "某厅");
        on("2021-08-03T09:00:00+08:00");
        step("office", id, Map.of("type", "co-author-answered", "party", "某厅", "note", "同意"))
                .expect(200);
        on("2021-08-09T09:00:00+08:00");
        var read =
                step(
                                "office",
                                id,
                                Map.of(
                                        "type",
                                        "third-party-answered",
                                        "party",
                                        "甲公司",
                                        "note",
                                        "同意"))
                        .expect(200);
        assertThat(read.text("/due")).isEqualTo("2021-09-03");
    }

    @Test
    void aFeeIsCountedByOneMethodAndPaidOnlyAfterItsNotice() {
        refused(takeIn(), Map.of("type", "fee-paid", "evidence", "收据"), 409);
        people.reader().get("/api/v1/public/requests/fee?method=piece&to=35&pages=250").expect(422);
        var page = DeskClient.at(port).open("/request-fee?method=page&pages=250&to=35").expect(422);
        assertThat(page.text()).contains("一件申请只能按一种方式计收");
    }

    @Test
    void anIdentityNumberWithAWrongCheckSignIsTakenNowhere() {
        var wrong = "110105194912310021";
        people.reader()
                .post("/api/v1/requests", RequestSamples.input(Map.of("identityNumber", wrong)))
                .expect(422);
        var typed = RequestSamples.typed(Map.of("identityNumber", wrong, "channel", "in-person"));
        typed.put("step", "check");
        var asked = DeskClient.at(port).post("/requests/new", typed).expect(422);
        var taken =
                DeskClient.at(port)
                        .signIn("office", DemoPeople.PASSWORD)
                        .open("/desk/requests/new")
                        .send("/desk/requests/new", typed)
                        .expect(422);
        for (var page : List.of(asked.page(), taken.page())) {
            assertThat(page.select("#identityNumber").attr("aria-invalid")).isEqualTo("true");
            assertThat(page.select("#identityNumber").val()).isEqualTo(wrong);
        }
    }

    @Test
    void thePagesOfTheDeskRefuseTheSameWithItsReasonAndKeepWhatWasTyped() {
        var id = takeIn();
        var early = Map.of("way", "邮寄", "evidence", "单号1");
        assertThat(atTheDesk(id, "dispatched", early, 409).text()).contains("还没有或者不会发生“发出答复书”");
        assertThat(atTheDesk(id, "corrected", Map.of("note", "没人要的补正"), 409).text())
                .contains("还没有或者不会发生“收到补正”");
        var future = Map.of("note", "请写明年份", "term", "2021-08-20", "date", "2021-08-02");
        var page = atTheDesk(id, "correction-asked", future, 422).page();
        assertThat(page.select("#correction-asked-note").val()).isEqualTo("请写明年份");
        assertThat(page.select("#correction-asked-date").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select(".error-summary a").attr("href"))
                .isEqualTo("#correction-asked-date");
        assertThat(events(id)).isEqualTo(1);
    }

    @Test
    void aFormOpenedBeforeSomebodyElseWorkedIsNotTakenAndKeepsWhatWasTyped() {
        var id = takeIn();
        var office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);
        office.open("/desk/requests/" + id).expect(200);
        step("office", id, Map.of("type", "accepted")).expect(200);

        var form = "/desk/requests/" + id + "/events/withdrawn";
        var stale = office.send(form, Map.of("note", "书面撤回")).expect(412);

        assertThat(stale.text()).contains("刚刚有人办理过");
        assertThat(stale.page().select("#withdrawn-note").val()).isEqualTo("书面撤回");
        assertThat(events(id)).isEqualTo(2);
    }

    @Test
    void sentSeveralTimesAtOnceARequestIsTakenOnce() throws Exception {
        var input = RequestSamples.input(Map.of());
        try (var clicks = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    clicks.invokeAll(
                            Collections.<Callable<ApiAnswer>>nCopies(
                                    5, () -> people.reader().post("/api/v1/requests", input)));
            var numbers = new HashSet<String>();
            for (var answer : answers) {
                numbers.add(answer.get().expect(201).text("/number"));
            }
            assertThat(numbers).hasSize(1);
        }
    }

    @Test
    void textsThatNobodySeesAreNoTexts() {
        for (var unseen : List.of("\u200b", "\u2060 \ufeff", "\u202e", "\u0000")) {
            people.reader()
                    .post("/api/v1/requests", RequestSamples.input(Map.of("name", unseen)))
                    .expect(422);
            people.reader()
                    .post(
                            "/api/v1/requests",
                            RequestSamples.input(Map.of("matters", List.of(unseen))))
                    .expect(422);
        }
        var turned = RequestSamples.input(Map.of("channel", "in-person", "name", "欧\u202e阳"));
        var id = people.as("office").post("/api/v1/requests", turned).expect(201).number("/id");
        var who =
                people.as("office")
                        .post("/api/v1/requests/" + id + "/applicant", Map.of("reason", "核对"));
        assertThat(who.text("/name")).isEqualTo("欧阳");
    }

    @Test
    void eachFieldHasItsLongestAndATelephoneHasDigits() {
        var agent = Map.<String, Object>of("agentName", "代理人", "mandate", "委托书");
        for (var field :
                List.of(
                        "name",
                        "representative",
                        "phone",
                        "email",
                        "address",
                        "agentName",
                        "agentNumber",
                        "agentPhone",
                        "mandate")) {
            var input = RequestSamples.input(agent);
            input.put(field, "1".repeat(70_000));
            var refused = people.reader().post("/api/v1/requests", input).expect(422);
            assertThat(refused.at("/errors").findValuesAsString("field")).as(field).contains(field);
        }
        for (var phone : List.of("无", "../../etc/passwd", "<script>")) {
            people.reader()
                    .post("/api/v1/requests", RequestSamples.input(Map.of("phone", phone)))
                    .expect(422);
        }
        for (var phone : List.of("12369", "0951-7654321转8001", "+86 139 0000 0000")) {
            people.as("office")
                    .post(
                            "/api/v1/requests",
                            RequestSamples.input(Map.of("phone", phone, "channel", "in-person")))
                    .expect(201);
        }
    }

    @Test
    void whatHappenedBeforeItWasAcceptedCanBeEnteredAfterIt() {
        on("2021-08-20T09:00:00+08:00");
        var input = RequestSamples.input(Map.of("channel", "in-person"));
        input.putAll(Map.of("arrivedOn", "2021-08-05", "evidence", "登记簿", "lateReason", "漏录"));
        var id = people.as("office").post("/api/v1/requests", input).expect(201).number("/id");
        step("office", id, Map.of("type", "accepted")).expect(200);

        var before =
                Map.<String, Object>of(
                        "type", "third-party-asked",
                        "party", "甲公司",
                        "note", "商业秘密",
                        "date", "2021-08-11",
                        "evidence", "挂号单",
                        "lateReason", "漏录");
        var read = step("office", id, before).expect(200);

        assertThat(read.text("/stage")).isEqualTo("consulting");
        assertThat(read.at("/events").findValuesAsString("type"))
                .containsExactly("registered", "third-party-asked", "accepted");
    }

    @Test
    void anAddressThatNoFormWritesIsRefusedAndIsNoFault() {
        for (var page : List.of("/request-fee", "/request-clock", "/requests/register")) {
            var answer = DeskClient.at(port).open(page + "?%00=%00").response();
            assertThat(answer.statusCode()).as(page).isIn(200, 400);
        }
        DeskClient.at(port)
                .signIn("office", DemoPeople.PASSWORD)
                .open("/desk/requests?%00=%00")
                .expect(400);
    }

    @Test
    void nothingIsGivenToNobody() {
        var none = new HashMap<String, Object>();
        none.put("ids", Collections.singletonList(null));
        none.put("section", "water");
        people.as("office").post("/api/v1/requests/assignments", none).expect(422);
    }

    @Test
    void readersBehindTheProxyOfThisMachineAreSlowedOneByOne() {
        for (var it = 0; it < RequestTries.AN_HOUR; it++) {
            asking("198.51.100.7, 203.0.113.7").expect(201);
        }
        asking("203.0.113.7").expect(429);
        // What the reader sends in front of what the proxy adds is nobody's address.
        asking("192.0.2.1, 203.0.113.7").expect(429);
        asking("203.0.113.8").expect(201);
    }

    @Test
    void nobodyMakesUpTheFiguresOfHints() {
        var before = hints();
        var found = RequestSamples.typed(Map.of("step", "found", "shown", "3"));
        for (var it = 0; it < RequestTries.HINTS_AN_HOUR + 5; it++) {
            DeskClient.at(port).post("/requests/new", found).expect(200);
        }
        assertThat(hints()).isEqualTo(before + RequestTries.HINTS_AN_HOUR);
    }

    private long hints() {
        return database.sql("SELECT count(*) FROM request_hint").query(Long.class).single();
    }

    @Test
    void anIpv6LineCountsAsOneHoweverManyAddressesItHas() {
        for (var it = 0; it < RequestTries.AN_HOUR; it++) {
            asking("2001:db8:0:7::" + it).expect(201);
        }
        asking("2001:db8:0:7:ffff::1").expect(429);
        asking("2001:db8:0:8::1").expect(201);
    }

    private ApiAnswer asking(String from) {
        return people.reader()
                .with("X-Forwarded-For", from)
                .post("/api/v1/requests", RequestSamples.input(Map.of()));
    }

    /** Opens the case and sends the form of this step, or what it would send if it were there. */
    private DeskClient atTheDesk(long id, String step, Map<String, String> typed, int status) {
        var office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);
        office.open("/desk/requests/" + id).expect(200);
        var sent = new HashMap<>(Map.of("date", LocalDate.now(clock).toString()));
        sent.put("_csrf", office.page().select("input[name=_csrf]").first().val());
        sent.putAll(typed);
        return office.post("/desk/requests/" + id + "/events/" + step, sent).expect(status);
    }

    private void on(String moment) {
        clock.set(moment);
        people = DemoPeople.at(port);
    }

    private void ask(long id, String type, String party) {
        step("office", id, Map.of("type", type, "party", party, "note", "征求意见")).expect(200);
    }

    private ApiAnswer askForCorrection(long id, String term) {
        return step(
                "office", id, Map.of("type", "correction-asked", "note", "请写明年份", "term", term));
    }

    private void refused(long id, Map<String, Object> event, int status) {
        assertThat(step("office", id, event).expect(status).text("/detail")).isNotBlank();
    }

    private static String breaches(ApiAnswer read) {
        return read.at("/explanation/breaches").toString();
    }

    private long takeIn() {
        return people.as("office")
                .post("/api/v1/requests", RequestSamples.input(Map.of("channel", "in-person")))
                .expect(201)
                .number("/id");
    }

    private ApiAnswer step(String who, long id, Map<String, Object> event) {
        return people.as(who).post("/api/v1/requests/" + id + "/events", event);
    }

    private long events(long id) {
        return database.sql("SELECT count(*) FROM request_event WHERE case_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }
}
