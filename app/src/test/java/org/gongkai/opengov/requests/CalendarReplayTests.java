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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes the shipped amendment back for the length of the test; the days are the same afterwards.
 */
@DemoAgencyTest
@DisplayName("The amendment of 27 January 2020 (国办发明电〔2020〕1号), replayed on real cases")
class CalendarReplayTests {
    private static final String NOTICE = "国办发明电〔2020〕1号";
    private static final String BECAUSE =
            "2020年1月31日(周五)由“工作日”改为“春节放假”；2020年2月1日(周六)由“春节调休，上班”改为“春节放假”。";

    @LocalServerPort int port;
    @Autowired JdbcClient database;
    @Autowired TestClock clock;
    @Autowired Redatings redatings;

    private DemoPeople people;
    private DeskClient office;

    @BeforeEach
    void takeTheAmendmentBack() {
        on("2019-12-01");
        withdraw(counting());
    }

    @AfterEach
    void leaveTheCalendarAsItWas() {
        if (counting() == 0) {
            amend();
        }
    }

    @Test
    void movesOpenCasesLeavesClosedOnesAndKeepsAnAnswerInTime() {
        on("2019-12-20");
        var inTime = takeIn("节前最后一天答复的一件事");
        on("2020-01-02");
        var closed = takeIn("节前撤回的一件事");
        var late = takeIn("节后最后一天答复的一件事");
        var first = takeIn("元旦后收到的一件事");
        on("2020-01-19");
        var sunday = takeIn("调休的周日收到的一件事");
        answer(inTime, "2020-01-19");
        on("2020-01-22");
        var second = takeIn("节前收到的一件事");
        step("office", closed, Map.of("type", "withdrawn", "note", "书面撤回"));

        // Before: 24 to 30 January off, Sunday 19 January and Saturday 1 February worked.
        assertThat(due(inTime)).isEqualTo("2020-01-19");
        assertThat(due(closed)).isEqualTo("2020-02-04");
        assertThat(due(late)).isEqualTo("2020-02-04");
        assertThat(due(first)).isEqualTo("2020-02-04");
        assertThat(due(sunday)).isEqualTo("2020-02-20");
        assertThat(due(second)).isEqualTo("2020-02-25");
        assertThat(day(second, "2020-01-30")).isEqualTo("false holiday");
        assertThat(day(second, "2020-01-31")).isEqualTo("true working-day");
        assertThat(day(second, "2020-02-01")).isEqualTo("true make-up-day");
        assertThat(day(first, "2020-01-19")).isEqualTo("true make-up-day");

        on("2020-01-27");
        amend();
        redatings.redate();

        assertThat(due(late)).isEqualTo("2020-02-06");
        assertThat(due(first)).isEqualTo("2020-02-06");
        assertThat(due(sunday)).isEqualTo("2020-02-24");
        assertThat(due(second)).isEqualTo("2020-02-27");
        assertThat(day(second, "2020-02-01")).isEqualTo("false holiday");
        isMoved(first, "2020-02-04", "2020-02-06", "2020年2月4日(周二)改为2020年2月6日(周四)");
        isMoved(sunday, "2020-02-20", "2020-02-24", "2020年2月20日(周四)改为2020年2月24日(周一)");
        isMoved(second, "2020-02-25", "2020-02-27", "2020年2月25日(周二)改为2020年2月27日(周四)");
        isNotMoved(closed, "2020-02-04");
        isNotMoved(inTime, "2020-01-19");
        assertThat(read(inTime).at("/explanation/breaches")).isEmpty();
        theOfficeIsTold(List.of(first, sunday, second, late), List.of(closed, inTime));

        // In time by the days as amended, although later than the last day known before.
        answer(late, "2020-02-06");
        assertThat(read(late).at("/explanation/breaches")).isEmpty();
        on("2020-02-07");
        assertThat(read(first).text("/explanation/breaches/0/code")).isEqualTo("not-answered");
        assertThat(read(first).text("/explanation/breaches/0/date")).isEqualTo("2020-02-07");
        on("2020-02-10");
        assertThat(office.open("/desk").text()).doesNotContain(number(second) + "的答复期限由");
    }

    @Test
    void losesNoMoveWhenSomethingHappensBeforeTheCaseIsReached() {
        on("2020-01-22");
        var request = takeIn("日历调整时正在办理的一件事");
        database.sql(
                        "UPDATE request_case SET due = '2020-02-20', calendar_version = 'x' WHERE id = ?")
                .param(Long.valueOf(request.text("/id")))
                .update();

        step("office", request, Map.of("type", "accepted"));

        isMovedInTheApi(request, "2020-02-20", "2020-02-25");
        assertThat(read(request).text("/redatings/0/reason"))
                .isEqualTo("放假安排调整，答复期限由2020年2月20日(周四)改为2020年2月25日(周二)。");
        step("office", request, Map.of("type", "withdrawn", "note", "书面撤回"));
    }

    /** Both days and the reason: on the case, in the API and where the applicant follows it. */
    private void isMoved(ApiAnswer request, String was, String now, String words) {
        var reason = "2020年1月27日(周一)公布的国办发明电〔2020〕1号调整了放假安排，答复期限由" + words + "：" + BECAUSE;
        isMovedInTheApi(request, was, now);
        assertThat(read(request).text("/redatings/0/reason")).isEqualTo(reason);
        assertThat(office.open("/desk/requests/" + request.text("/id")).expect(200).text())
                .contains("期限因日历调整而变动", reason);
        assertThat(track(request).expect(200).text()).contains("期限因日历调整而变动", reason);
        assertThat(
                        people.reader()
                                .post(
                                        "/api/v1/public/requests/track",
                                        Map.of(
                                                "number",
                                                number(request),
                                                "secret",
                                                request.text("/secret")))
                                .expect(200)
                                .text("/redatings/0/reason"))
                .isEqualTo(reason);
    }

    private void isMovedInTheApi(ApiAnswer request, String was, String now) {
        assertThat(read(request).at("/redatings")).hasSize(1);
        assertThat(read(request).text("/redatings/0/was")).isEqualTo(was);
        assertThat(read(request).text("/redatings/0/now")).isEqualTo(now);
    }

    private void isNotMoved(ApiAnswer request, String due) {
        assertThat(due(request)).isEqualTo(due);
        assertThat(read(request).at("/redatings")).isEmpty();
        assertThat(track(request).expect(200).text()).doesNotContain("日历调整");
    }

    /** On the start page, and on the page that shows how far it came. */
    private void theOfficeIsTold(List<ApiAnswer> moved, List<ApiAnswer> others) {
        var start = office.open("/desk").text();
        var page = office.open("/desk/requests/redatings").expect(200).text();
        assertThat(page)
                .contains("2020年1月27日", "其中4件的期限变动", "共4件")
                .contains("公布的国办发明电〔2020〕1号调整了放假安排：" + BECAUSE);
        moved.forEach(it -> assertThat(start).contains("申请" + number(it) + "的答复期限由"));
        moved.forEach(it -> assertThat(page).contains(number(it)));
        others.forEach(it -> assertThat(start).doesNotContain(number(it) + "的答复期限由"));
        others.forEach(it -> assertThat(page).doesNotContain(number(it)));
        var clerk = DeskClient.at(port).signIn("clerk", DemoPeople.PASSWORD);
        assertThat(clerk.open("/desk/requests/redatings").expect(200).text())
                .contains("这一次没有申请的期限变动");
    }

    private DeskClient track(ApiAnswer request) {
        return DeskClient.at(port)
                .post(
                        "/requests/track",
                        Map.of("number", number(request), "secret", request.text("/secret")));
    }

    private void amend() {
        office.open("/desk/calendar/enter").expect(200);
        var notice = new HashMap<String, String>();
        notice.put("calendar", "CN");
        notice.put("year", "2020");
        notice.put("number", NOTICE);
        notice.put("title", "国务院办公厅关于延长2020年春节假期的通知");
        notice.put("issuedBy", "国务院办公厅");
        notice.put("validFrom", "2020-01-27");
        notice.put("certainty", "CHECKED");
        notice.put("source", "通知原文");
        notice.put("extent", "CHANGES");
        notice.put(
                "days", "2020-01-31 放假 春节\n2020-02-01 放假 春节\n2020-02-02 放假 春节\n2020-02-03 上班 春节");
        office.send("/desk/calendar/examine", notice).expect(200);
        office.send("/desk/calendar/enter", Map.of("step", "enter")).expect(302);
    }

    private void withdraw(long notice) {
        var page = "/desk/calendar/notices/" + notice;
        office.open(page).expect(200);
        office.send(page + "/withdraw", Map.of("reason", "重演2020年春节")).expect(302);
    }

    /** The entry of the amendment that counts; 0 without one. */
    private long counting() {
        return database.sql(
                        """
                        SELECT coalesce(max(id), 0) FROM calendar_notice n WHERE number = ? AND NOT EXISTS
                            (SELECT 1 FROM calendar_notice_withdrawal w WHERE w.notice_id = n.id)
                        """)
                .param(NOTICE)
                .query(Long.class)
                .single();
    }

    /** From draft to the signature for it. */
    private void answer(ApiAnswer request, String day) {
        on(day);
        step("office", request, Map.of("type", "accepted"));
        step("office", request, Map.of("type", "assigned", "section", "water"));
        step("office", request, Map.of("type", "drafted", "note", "拟予以公开"));
        step("head2", request, Map.of("type", "reviewed"));
        step("leader", request, Map.of("type", "signed"));
        step("office", request, Map.of("type", "made", "outcome", "disclosed"));
        step("office", request, Map.of("type", "delivered", "way", "当面", "evidence", "送达回证"));
    }

    private void step(String who, ApiAnswer request, Map<String, Object> event) {
        people.as(who)
                .post("/api/v1/requests/" + request.text("/id") + "/events", event)
                .expect(200);
    }

    private ApiAnswer takeIn(String matter) {
        return people.as("office")
                .post(
                        "/api/v1/requests",
                        Map.of(
                                "applicantClass", "natural-person",
                                "name", "欧阳修文",
                                "identityKind", "other-paper",
                                "identityNumber", "E12345678",
                                "phone", "0951-7654321",
                                "matters", List.of(matter),
                                "form", "paper",
                                "delivery", "in-person",
                                "channel", "in-person"))
                .expect(201);
    }

    private ApiAnswer read(ApiAnswer request) {
        return people.as("office").get("/api/v1/requests/" + request.text("/id")).expect(200);
    }

    private String due(ApiAnswer request) {
        return read(request).text("/due");
    }

    /** Whether the case counts this day, and why. */
    private String day(ApiAnswer request, String day) {
        for (var it : read(request).at("/explanation/days")) {
            if (it.get("date").asString().equals(day)) {
                return it.get("counted").asBoolean() + " " + it.get("reason").asString();
            }
        }
        throw new AssertionError("Not a day of the count: " + day);
    }

    private static String number(ApiAnswer request) {
        return request.text("/number");
    }

    /** Nine in the morning of this day, everybody signed in anew. */
    private void on(String day) {
        clock.set(day + "T09:00:00+08:00");
        people = DemoPeople.at(port);
        office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);
    }
}
