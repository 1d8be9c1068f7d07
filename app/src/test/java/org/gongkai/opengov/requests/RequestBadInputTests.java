package org.gongkai.opengov.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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
