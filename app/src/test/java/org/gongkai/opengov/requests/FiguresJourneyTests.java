package org.gongkai.opengov.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoAgencyTest
@DisplayName("Figures about requests at the desk (依申请公开统计) — tables 3 and 4 of the yearly report")
class FiguresJourneyTests {
    private static final String PATH = "/desk/requests/figures";

    @LocalServerPort int port;
    @Autowired TestClock clock;

    @Test
    void countARequestFromReceiptToItsReviewAndOpenToIt() {
        var people = DemoPeople.at(port);
        var taken = takenIn(people);
        var id = taken.text("/id");
        var number = taken.text("/number");
        assertThat(cases(people, "new", "business")).contains(number);
        assertThat(cases(people, "carried-on", "total")).contains(number);

        answered(people, id, "disclosed,state-secret");
        record(people, "office", id, Map.of("type", "review-filed", "note", "不服")).expect(200);

        assertThat(cases(people, "partly-disclosed", "business")).contains(number);
        assertThat(cases(people, "finished", "total")).contains(number);
        assertThat(cases(people, "carried-on", "total")).doesNotContain(number);
        var report = report(people, "");
        assertThat(report.json().at("/broken")).isEmpty();
        assertThat(report.json().at("/disputes/0/figures/pending/cases").toString())
                .contains(number);

        var office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);
        assertThat(office.open(PATH).expect(200).text())
                .contains("成立", "（二）部分公开", "尚未审结", "没有填写相关数字，未核对")
                .doesNotContain("不成立");
        assertThat(
                        office.open(PATH + "/cases?figure=t3.PARTLY_DISCLOSED.BUSINESS")
                                .expect(200)
                                .text())
                .contains(number, "，商业企业", "甲厂验收意见");
        assertThat(text(office, PATH + "/cases.csv?figure=t4.REVIEW.PENDING")).contains(number);
        assertThat(text(office, PATH + "/export.csv")).contains("一、本年新收政府信息公开申请数量");
        assertThat(office.download(PATH + "/export.xlsx")).startsWith('P', 'K');
        assertThat(office.download(PATH + "/export.docx")).startsWith('P', 'K');
        assertThat(text(office, PATH + "/print.pdf")).startsWith("%PDF");
        office.open(PATH + "/cases?figure=t3.NEW.NOBODY").expect(404);
        people.as("clerk").get("/api/v1/requests/report").expect(403);
        people.as("office").get("/api/v1/requests/report?asOf=2099-01-01").expect(422);
        people.as("office").get("/api/v1/requests/report?asOf=morgen").expect(422);
        people.as("office").get("/api/v1/requests/report?year=999999999").expect(422);
    }

    @Test
    void countAnAnswerThatWentOutTooLateAndSayWhereItLay() {
        var people = DemoPeople.at(port);
        var taken = takenIn(people);
        var id = taken.text("/id");
        record(people, "office", id, Map.of("type", "accepted")).expect(200);
        record(people, "office", id, Map.of("type", "assigned", "section", "water")).expect(200);
        // Received on Friday 30 July 2021: due on Friday 27 August.
        clock.set("2021-08-30T09:00:00+08:00");
        var late = report(DemoPeople.at(port), "");
        assertThat(late.json().at("/causes/section/cases").toString())
                .contains(taken.text("/number"));
        // On the day it was due it was not late yet.
        var then = report(DemoPeople.at(port), "&asOf=2021-08-27");
        assertThat(then.json().at("/late/cases").toString()).doesNotContain(taken.text("/number"));
    }

    @Test
    void holdWhatElseTheReportSaysAgainstTheTables() {
        var people = DemoPeople.at(port);
        takenIn(people);
        var wrong =
                report(
                        people,
                        "&quoted=999999&feesYuan=100&rulesMade=1&rulesRepealed=0&rulesInForce=1"
                                + "&normsMade=2&normsRepealed=1&normsInForce=5&normsInForceBefore=3"
                                + "&carriedBefore=77");
        assertThat(wrong.json().at("/broken").findValuesAsString("identity"))
                .contains("5", "6", "7", "8", "9");
        var office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);
        assertThat(office.open(PATH + "?carriedBefore=77").expect(200).text())
                .contains("总计：一边是" + carriedIn(people) + "，另一边是77");
        var again = office.open(PATH + "?quoted=many").expect(422);
        assertThat(again.page().select("#quoted").val()).isEqualTo("many");
        assertThat(again.page().select(".error-summary a").eachText())
                .containsExactly("请填写整数，没有的填0");
        people.as("office").get("/api/v1/requests/report?normsMade=1").expect(422);
    }

    @Test
    void areAccessibleWideAndNarrow() {
        var people = DemoPeople.at(port);
        answered(people, takenIn(people).text("/id"), "disclosed");
        try (var window = Browser.open()) {
            var page = window.newPage();
            DeskWindow.signIn(page, "http://127.0.0.1:" + port, "office");
            for (var path : List.of(PATH, PATH + "/cases?figure=t3.NEW.TOTAL")) {
                for (int width : new int[] {Browser.WIDE, Browser.NARROW}) {
                    page.setViewportSize(width, 900);
                    assertThat(page.navigate("http://127.0.0.1:" + port + path).status())
                            .isEqualTo(200);
                    Browser.photograph(page, "request-figures-" + path.length() + "-" + width);
                    var scroll = page.evaluate("document.documentElement.scrollWidth");
                    assertThat(((Number) scroll).intValue()).isLessThanOrEqualTo(width);
                    assertThat(Axe.findings(page)).isEmpty();
                }
            }
        }
    }

    private static void answered(DemoPeople people, String id, String outcome) {
        record(people, "office", id, Map.of("type", "accepted")).expect(200);
        record(people, "office", id, Map.of("type", "assigned", "section", "water")).expect(200);
        record(people, "office", id, Map.of("type", "drafted", "note", "拟稿")).expect(200);
        record(people, "head2", id, Map.of("type", "reviewed")).expect(200);
        record(people, "leader", id, Map.of("type", "signed")).expect(200);
        record(people, "office", id, Map.of("type", "made", "outcome", outcome)).expect(200);
        record(people, "office", id, Map.of("type", "dispatched", "way", "邮寄", "evidence", "EMS1"))
                .expect(200);
    }

    private static ApiAnswer takenIn(DemoPeople people) {
        var asked = new HashMap<String, Object>();
        asked.put("applicantClass", "business");
        asked.put("name", "银川某化工有限公司");
        asked.put("representative", "李四");
        asked.put("identityKind", "credit-code");
        asked.put("identityNumber", "91350100M000100Y43");
        asked.put("phone", "0951-0000000");
        asked.put("address", "银川市某街2号");
        asked.put("matters", List.of("甲厂验收意见", "乙厂验收意见"));
        asked.put("form", "paper");
        asked.put("delivery", "post");
        asked.put("channel", "signed-post");
        asked.put("evidence", "挂号单");
        return people.as("office").post("/api/v1/requests", asked).expect(201);
    }

    private static ApiAnswer record(
            DemoPeople people, String who, String id, Map<String, ?> event) {
        return people.as(who).post("/api/v1/requests/" + id + "/events", event);
    }

    private static ApiAnswer report(DemoPeople people, String more) {
        return people.as("office").get("/api/v1/requests/report?year=2021" + more).expect(200);
    }

    /** How many cases of the year before there are: other tests bring some in. */
    private static int carriedIn(DemoPeople people) {
        for (var it : report(people, "").json().at("/requests")) {
            if (it.at("/row").asString().equals("carried-in")) {
                return it.at("/figures/total/count").asInt();
            }
        }
        throw new AssertionError("carried-in");
    }

    /** The cases of one figure of table 3. */
    private static String cases(DemoPeople people, String row, String column) {
        for (var it : report(people, "").json().at("/requests")) {
            if (it.at("/row").asString().equals(row)) {
                return it.at("/figures/" + column + "/cases").toString();
            }
        }
        throw new AssertionError(row);
    }

    private static String text(DeskClient client, String path) {
        return new String(client.download(path), StandardCharsets.UTF_8);
    }
}
