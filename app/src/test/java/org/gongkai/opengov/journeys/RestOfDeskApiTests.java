package org.gongkai.opengov.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.PublicWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is done less often than drafting and signing: docs/rules/api.md. */
@DemoAgencyTest
@DisplayName("The rest of the desk over the API")
class RestOfDeskApiTests {
    private static final String NOTICES = "/api/v1/calendar/notices";

    /** An invented arrangement for a year that has none yet. */
    private static final List<String> DAYS_OFF_2027 =
            List.of(
                    "2027-01-01",
                    "2027-02-05",
                    "2027-02-06",
                    "2027-02-07",
                    "2027-02-08",
                    "2027-02-09",
                    "2027-04-05",
                    "2027-05-01",
                    "2027-05-02",
                    "2027-06-09",
                    "2027-09-15",
                    "2027-10-01",
                    "2027-10-02",
                    "2027-10-03");

    @LocalServerPort int port;

    private DemoPeople people;

    @BeforeEach
    void open() {
        people = DemoPeople.at(port);
    }

    @Test
    void explainsAYearOfTheCalendar() {
        var year = people.as("clerk").get("/api/v1/calendar/years/2021").expect(200);

        assertThat(year.number("/workingDays")).isEqualTo(250);
        assertThat(year.at("/days")).hasSize(365);
        assertThat(year.text("/days/0/explanation")).contains("元旦");
        people.as("clerk").get("/api/v1/calendar/years/2021?calendar=US").expect(404);
    }

    @Test
    void entersANoticeOnlyAfterItsExaminationAndTakesItBack() {
        var office = people.as("office");
        var notice = amendmentOf2090();
        people.as("clerk").post(NOTICES + "/examination", notice).expect(403);
        office.post(NOTICES, notice).expectProblem(412, "changed-meanwhile");
        var review = office.post(NOTICES + "/examination", notice).expect(200);
        assertThat(review.text("/changes/0/after/reason")).isEqualTo("holiday");

        var entered = office.post(NOTICES, review.at("/input").toString()).expect(201);

        assertThat(entered.text("/enteredBy")).isEqualTo("苏雅琴");
        var numbers = office.get(NOTICES).expect(200).at("/items").findValuesAsString("number");
        assertThat(numbers).contains("国办发明电〔2090〕1号");
        var entry = entered.header("Location");
        office.post(entry + "/withdrawal", Map.of("reason", "")).expect(422);
        office.post(entry + "/withdrawal", Map.of("reason", "接口测试")).expect(200);
        office.post(entry + "/withdrawal", Map.of("reason", "接口测试")).expect(409);
        assertThat(office.get(entry).text("/withdrawal/reason")).isEqualTo("接口测试");
    }

    @Test
    void saysEverythingThatIsMissingInANotice() {
        var refused = people.as("office").post(NOTICES + "/examination", Map.of()).expect(422);

        assertThat(refused.at("/errors").findValuesAsString("field"))
                .containsExactly("calendar", "year", "validFrom", "certainty", "wholeYear");
    }

    @Test
    void readsAYearFileInTheFormatOfHolidayCn() {
        var file = Map.of("year", 2021, "days", List.of());
        var asked = new HashMap<String, Object>();
        asked.put("calendar", "CN");
        asked.put("number", "国办发明电〔2021〕99号");
        asked.put("validFrom", "2021-01-05");
        asked.put("certainty", "UNCHECKED");
        asked.put("file", file);
        var address = "/api/v1/calendar/year-files/examination";
        people.as("office").post(address, asked).expect(422);

        asked.put(
                "file",
                Map.of(
                        "year",
                        2027,
                        "days",
                        DAYS_OFF_2027.stream()
                                .map(it -> Map.of("name", "放假", "date", it, "isOffDay", true))
                                .toList()));
        asked.put("number", "国办发明电〔2026〕9号");
        asked.put("validFrom", "2026-11-05");
        var review = people.as("office").post(address, asked).expect(200);

        assertThat(review.text("/notice/kind")).isEqualTo("ANNUAL");
        assertThat(review.at("/input/days")).hasSize(DAYS_OFF_2027.size());
    }

    @Test
    void keepsTheWordingListsOfTheAgency() {
        var office = people.as("office");
        var line = Map.of("kind", "WORDING", "subject", "接口错词", "right", "接口正词");
        people.as("clerk").get("/api/v1/wording").expect(403);
        var added = office.post("/api/v1/wording", line).expect(201);
        office.post("/api/v1/wording", line).expect(422);
        var steps = added.header("Location") + "/steps/";

        assertThat(office.post(steps + "retire", Map.of()).expect(200).at("/active").asBoolean())
                .isFalse();
        assertThat(office.post(steps + "restore", Map.of()).expect(200).at("/active").asBoolean())
                .isTrue();
        office.post(steps + "drop", Map.of()).expect(404);
        var shown = office.get("/api/v1/wording?kind=WORDING&active=true&limit=1").expect(200);
        assertThat(shown.at("/items")).hasSize(1);
        office.get("/api/v1/wording?limit=1&after=" + shown.text("/next")).expect(200);

        var csv = office.get("/api/v1/wording/export.csv").expect(200).body();
        assertThat(csv).contains("\"接口错词\",\"接口正词\"");
        var more = csv.lines().findFirst().orElseThrow() + "\r\n用词,接口错字,接口正字,,\r\n";
        var bytes = more.getBytes(StandardCharsets.UTF_8);
        var imported = office.upload("/api/v1/wording/import", "more.csv", bytes, Map.of());
        assertThat(imported.expect(200).number("/added")).isEqualTo(1);
    }

    @Test
    void handsTheAuditTrailToTheAuditor() {
        people.as("office");
        var auditor = people.as("auditor");

        assertThat(auditor.get("/api/v1/audit/export.json?who=苏雅琴").expect(200).json().size())
                .isPositive();
        assertThat(auditor.get("/api/v1/audit/export.csv?who=苏雅琴").expect(200).body())
                .contains("苏雅琴");
        people.as("clerk").get("/api/v1/audit/export.csv").expect(403);
    }

    @Test
    void tellsEverybodyWhatWasCorrectedAndWithdrawn() {
        var work = PublicWork.at(port);
        var first = Map.of("formedOn", "2021-07-28");
        var published = work.publish("notice", "登记接口测试", "<p>第一版</p>", first);
        work.correct(published, "更正日期", "<p>第二版</p>");
        var editions = "/api/v1/public/documents/" + published.indexNumber() + "/editions/";
        var reader = people.reader();

        assertThat(reader.get(editions + 1).expect(200).text("/bodyHtml")).contains("第一版");
        assertThat(reader.get(editions + 2).expect(200).text("/correctionNote")).isEqualTo("更正日期");
        reader.get(editions + 3).expect(404);
        work.withdraw(published, "含有个人信息", "《政府信息公开条例》第十五条");

        reader.get(editions + 1).expect(404);
        var line =
                reader.get("/api/v1/public/register?limit=200")
                        .expect(200)
                        .at("/items")
                        .valueStream()
                        .filter(
                                it ->
                                        it.get("indexNumber")
                                                .asString()
                                                .equals(published.indexNumber()))
                        .findFirst()
                        .orElseThrow();
        assertThat(line.get("what").asString()).isEqualTo("withdrawn");
        assertThat(line.has("title")).isFalse();
    }

    private static Map<String, Object> amendmentOf2090() {
        var notice = new HashMap<String, Object>();
        notice.put("calendar", "CN");
        notice.put("year", 2090);
        notice.put("number", "国办发明电〔2090〕1号");
        notice.put("title", "国务院办公厅关于调整2090年放假安排的通知");
        notice.put("issuedBy", "国务院办公厅");
        notice.put("validFrom", "2090-01-20");
        notice.put("certainty", "UNCHECKED");
        notice.put("source", "接口测试");
        notice.put("wholeYear", false);
        notice.put("days", List.of(Map.of("day", "2090-03-07", "kind", "OFF", "festival", "测试假日")));
        return notice;
    }
}
