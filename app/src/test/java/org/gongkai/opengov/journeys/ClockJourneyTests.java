package org.gongkai.opengov.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The clock of 条例 art. 26 over all documents; the test clock stands at Friday, 30 July 2021. */
@DemoAgencyTest
@DisplayName("The term of publication (公开期限) — 《政府信息公开条例》 art. 26")
class ClockJourneyTests {
    private static final String PATH = "/api/v1/publication-clock";

    @LocalServerPort int port;

    private DemoPeople people;

    @BeforeEach
    void atThisProgram() {
        people = DemoPeople.at(port);
    }

    @Test
    void isCountedByStandingAndOpenedToTheDocuments() {
        var before = counts("water");
        var late = waterDraft("水源地水质一季度", "2019-06-03");
        var soon = waterDraft("水源地水质二季度", "2021-07-05");
        var inTime = waterDraft("水源地水质三季度", "2021-07-29");
        var undated = waterDraft("水源地水质未到日期", "2021-08-30");

        var after = counts("water");

        for (var standing : List.of("late", "due-soon", "in-time", "undated")) {
            assertThat(after.number("/counts/" + standing))
                    .as(standing)
                    .isEqualTo(before.number("/counts/" + standing) + 1);
        }
        assertThat(line("water", "late", late).at("/workingDays").asInt()).isNegative();
        assertThat(line("water", "due-soon", soon).at("/due").asString()).isEqualTo("2021-08-04");
        assertThat(line("water", "due-soon", soon).at("/workingDays").asInt()).isEqualTo(3);
        assertThat(line("water", "in-time", inTime).at("/countedFrom").asString())
                .isEqualTo("2021-07-29");
        assertThat(line("water", "undated", undated).at("/due").isMissingNode()).isTrue();
    }

    @Test
    void isShownOnPageAndTakenHomeAsATable() {
        var id = waterDraft("逾期的水质公报", "2019-05-20");
        var office = desk("office");

        var page = office.open("/desk/publication-clock?section=water&standing=late");
        assertThat(page.page().select("a[href=/desk/documents/" + id + "]").text())
                .isEqualTo("逾期的水质公报");
        assertThat(page.page().select(".counts a[aria-current=true]").text()).contains("逾期未公开");
        var csv =
                new String(
                        office.download(
                                "/desk/publication-clock/export.csv?section=water&standing=late"),
                        StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFF\"标题\"").contains("\"逾期的水质公报\"", "\"2019-05-20\"");
        assertThat(
                        new String(
                                office.download(
                                        "/desk/documents/export.csv?q=%E9%80%BE%E6%9C%9F%E7%9A%84%E6%B0%B4%E8%B4%A8%E5%85%AC%E6%8A%A5"),
                                StandardCharsets.UTF_8))
                .contains("\"逾期的水质公报\"");
        assertThat(office.open("/desk/documents/" + id).text())
                .contains("公开期限", "逾期未公开", "自形成之日2019年5月20日(周一)起20个工作日");
    }

    @Test
    void ofAChangeRunsFromTheDayItWasBegun() {
        var id = people.published(noticeFormedOn("早已形成的公告", "2020-03-02"));
        assertThat(line("office", "published-late", id).at("/edition").asInt()).isEqualTo(1);

        people.step("clerk", id, "correct", Map.of("note", "更正电话")).expect(200);

        var change = line("office", "in-time", id);
        assertThat(change.at("/edition").asInt()).isEqualTo(2);
        assertThat(change.at("/countedFrom").asString()).isEqualTo("2021-07-30");
        assertThat(people.read(id).text("/due")).isEqualTo("2021-08-27");
        assertThat(desk("office").open("/desk/documents/" + id).text())
                .contains("自开始更正的2021年7月30日(周五)起20个工作日");
    }

    @Test
    void isSeenByASectionForItselfAlone() {
        var id = people.draft(noticeFormedOn("办公室的文件", "2019-04-01"));
        var clerk2 = people.as("clerk2");

        assertThat(items(clerk2.get(PATH + "?limit=100").expect(200)))
                .noneMatch(it -> it.at("/document").asString().equals(id));
        assertThat(items(people.as("operator").get(PATH).expect(200))).isEmpty();
        people.as("office").get(PATH + "?standing=tomorrow").expect(422);
        people.as("office").get(PATH + "/counts?year=1900").expect(422);
    }

    @Test
    void ordersWhatIsToBeSignedByUrgency() {
        var mark = UUID.randomUUID().toString().substring(0, 8);
        var later = people.submitted(noticeFormedOn("后形成" + mark, "2021-07-20"));
        var earlier = people.submitted(noticeFormedOn("先形成" + mark, "2021-07-01"));
        var urgent = noticeFormedOn("紧急的" + mark, "2021-07-29");
        urgent.put("emergency", true);
        var first = people.submitted(urgent);

        var listed =
                items(people.as("head").get("/api/v1/documents?state=in-review&q=" + mark)).stream()
                        .map(it -> it.at("/id").asString())
                        .toList();

        assertThat(listed).containsExactly(first, earlier, later);
        assertThat(readOneByOne("/api/v1/documents?state=in-review&q=" + mark)).isEqualTo(listed);
        var page = desk("head").open("/desk/review").text();
        assertThat(page.indexOf("紧急的" + mark)).isNotNegative();
        assertThat(page.indexOf("紧急的" + mark)).isLessThan(page.indexOf("先形成" + mark));
    }

    private List<String> readOneByOne(String path) {
        var read = new ArrayList<String>();
        var next = "";
        do {
            var answer = people.as("head").get(path + "&limit=1" + next).expect(200);
            items(answer).forEach(it -> read.add(it.at("/id").asString()));
            next = answer.at("/next").isNull() ? "" : "&after=" + answer.text("/next");
        } while (!next.isEmpty());
        return read;
    }

    private ApiAnswer counts(String section) {
        return people.as("office").get(PATH + "/counts?section=" + section).expect(200);
    }

    /** The line of a document, wherever in the list it stands. */
    private JsonNode line(String section, String standing, String id) {
        var query = PATH + "?section=" + section + "&standing=" + standing + "&limit=100";
        String after = "";
        while (true) {
            var answer = people.as("office").get(query + after).expect(200);
            for (var it : items(answer)) {
                if (it.at("/document").asString().equals(id)) {
                    return it;
                }
            }
            assertThat(answer.at("/next").isNull()).as(id + " is not " + standing).isFalse();
            after = "&after=" + answer.text("/next");
        }
    }

    private static List<JsonNode> items(ApiAnswer answer) {
        return answer.at("/items").valueStream().toList();
    }

    private String waterDraft(String title, String formedOn) {
        var draft = noticeFormedOn(title, formedOn);
        draft.put("section", "water");
        return people.as("clerk2").post("/api/v1/documents", draft).expect(201).text("/id");
    }

    private static Map<String, Object> noticeFormedOn(String title, String formedOn) {
        var draft = DemoPeople.notice(title, "<p>正文。</p>");
        draft.put("fields", Map.of("formedOn", formedOn));
        return draft;
    }

    private DeskClient desk(String who) {
        return DeskClient.at(port).signIn(who, DemoPeople.PASSWORD);
    }
}
