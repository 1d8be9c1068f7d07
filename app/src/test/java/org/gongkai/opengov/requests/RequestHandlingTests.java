package org.gongkai.opengov.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
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
@DisplayName("Requests at the desk (办件看板、分办、交接、催办、检索): whose they are and where they stand")
class RequestHandlingTests {
    private static final String LIST = "/api/v1/requests?limit=200&";

    @LocalServerPort int port;
    @Autowired JdbcClient database;
    @Autowired TestClock clock;

    private DemoPeople people;

    private record Taken(long id, String number) {
        String path() {
            return "/api/v1/requests/" + id;
        }
    }

    @BeforeEach
    void start() {
        people = DemoPeople.at(port);
    }

    @Test
    void areCountedOnTheBoardAsTheListsThatItsNumbersOpen() {
        people.as("office").get("/api/v1/requests/board?scope=nobody").expect(422);
        var before = board("clerk", "section");
        var one = takeIn("看板上的一件事");
        var two = takeIn("看板上的另一件事");
        assign(List.of(one, two), "office", null);
        step(one, Map.of("type", "accepted"));

        var board = board("clerk", "section");

        assertThat(count(board, "received", "more"))
                .isEqualTo(count(before, "received", "more") + 1);
        assertThat(count(board, "in-hand", "more")).isEqualTo(count(before, "in-hand", "more") + 1);
        for (var cell : board.entrySet()) {
            var at = cell.getKey().split(" ");
            assertThat(ids(people.as("clerk"), "scope=section&stage=" + at[0] + "&due=" + at[1]))
                    .as(cell.getKey())
                    .hasSize(cell.getValue().intValue());
        }
        clock.set("2021-08-20T09:00:00+08:00");
        var later = DemoPeople.at(port).as("clerk");
        // Received on Friday 30 July 2021, due on Friday 27 August; five working days are left.
        assertThat(ids(later, "scope=section&due=5")).contains(one.id(), two.id());
        clock.set("2021-08-28T09:00:00+08:00");
        assertThat(ids(DemoPeople.at(port).as("clerk"), "scope=section&due=over"))
                .contains(one.id(), two.id());
    }

    @Test
    void openTheirListFromEveryNumberOfTheBoardsPage() {
        var taken = takeIn("看板页上的一件事");
        assign(List.of(taken), "office", null);
        var clerk = DeskClient.at(port).signIn("clerk", DemoPeople.PASSWORD);
        var page = clerk.open("/desk/requests/board?scope=section").expect(200).page();
        var link = page.select("table.board tr:contains(待受理) a.count").last();
        var listed = clerk.open(link.attr("href")).expect(200);
        assertThat(listed.text()).contains("共" + link.text() + "件", taken.number());
        assertThat(listed.page().select(".tabs").text()).contains("剩4至5个工作日");
    }

    @Test
    void areSeenAndSignedByADeputyLeaderWhileNoSectionHasThem() {
        var taken = takeIn("政务公开办公室自己答复的一件事");
        people.as("clerk2").get(taken.path()).expect(404);
        people.as("head2").get(taken.path()).expect(404);
        people.as("leader").get(taken.path()).expect(200);
        assertThat(ids(people.as("leader"), "state=open&q=" + taken.number())).contains(taken.id());
        assertThat(ids(people.as("leader"), "section=water&q=" + taken.number())).isEmpty();
        assertThat(ids(people.as("head2"), "q=" + taken.number())).isEmpty();
        step(taken, Map.of("type", "accepted"));
        step(taken, Map.of("type", "drafted", "note", "拟稿"));
        people.as("office-head")
                .post(taken.path() + "/events", Map.of("type", "reviewed"))
                .expect(200);

        var signed = people.as("leader").post(taken.path() + "/events", Map.of("type", "signed"));

        assertThat(signed.expect(200).text("/stage")).isEqualTo("signed");
    }

    @Test
    void areGivenToManyAtOnceAndWhatCannotBeGivenSaysWhy() {
        var open = takeIn("批量分办的一件事");
        var closed = takeIn("批量分办时已经撤回的一件事");
        step(closed, Map.of("type", "withdrawn", "note", "撤回"));

        var answer =
                people.as("office")
                        .post(
                                "/api/v1/requests/assignments",
                                Map.of(
                                        "ids", List.of(closed.id(), open.id(), 999_999_999),
                                        "section", "water",
                                        "holder", "clerk2",
                                        "note", "请三日内回复"))
                        .expect(200);

        assertThat(answer.text("/done/0")).isEqualTo(open.number());
        assertThat(answer.json().get("done")).hasSize(1);
        assertThat(answer.text("/refused/0/number")).isEqualTo(closed.number());
        assertThat(answer.text("/refused/0/why")).contains("已终止");
        assertThat(answer.json().get("refused")).hasSize(2);
        var read = people.as("clerk2").get(open.path()).expect(200);
        assertThat(read.text("/holder")).isEqualTo("clerk2");
        assertThat(read.text("/events/1/type")).isEqualTo("assigned");
        assertThat(read.text("/events/1/note")).isEqualTo("请三日内回复");
        assertThat(ids(people.as("clerk2"), "scope=mine")).contains(open.id());
        assertThat(ids(people.as("head2"), "scope=mine")).doesNotContain(open.id());
        assertThat(ids(people.as("office"), "holder=clerk2")).contains(open.id());
        assertThat(audited("requests.given", open)).isEqualTo(1);
        assertThat(audited("requests.refused", closed)).isEqualTo(1);
    }

    @Test
    void areGivenByWhoMayAndToWhoCanHandleThem() {
        var taken = takeIn("谁能交办的一件事");
        assign(List.of(taken), "water", null);
        assertThat(refusal("clerk2", taken, "head2")).contains("不能转交");
        assertThat(refusal("office", taken, "clerk")).contains("不在承办科室");
        assertThat(refusal("clerk", taken, "clerk")).contains("没有");
        assertThat(refusal("clerk2", taken, "clerk2")).isEmpty();
        assertThat(refusal("clerk2", taken, "head2")).isEmpty();
        assertThat(refusal("clerk2", taken, "clerk2")).contains("不能转交");
        assertThat(refusal("head2", taken, "clerk2")).isEmpty();
        assertThat(refusal("office", taken, "clerk2")).contains("已经由");
        // Another section begins without anybody.
        assign(List.of(taken), "office", null);
        assertThat(people.as("clerk").get(taken.path()).expect(200).json().has("holder")).isFalse();
    }

    @Test
    void areChosenFromTheListAndKeepWhatWasTyped() {
        var taken = takeIn("列表上勾选的一件事");
        var office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);
        var address = "/desk/requests?state=open&q=" + taken.number();
        var list = office.open(address).expect(200);
        var wrong = list.send("/desk/requests/assign", Map.of("note", "请快办")).expect(422);
        assertThat(wrong.page().select(".error-summary a").attr("href")).isEqualTo("#ids");
        assertThat(wrong.page().select("#note").val()).isEqualTo("请快办");
        var done =
                wrong.send(
                                "/desk/requests/assign",
                                Map.of("ids", String.valueOf(taken.id()), "toHolder", "office"))
                        .expect(200);
        assertThat(done.text()).contains("已经分办1件申请", taken.number());
        assertThat(office.open(address).text()).contains("苏雅琴");
    }

    @Test
    void goToTheDeputyOnTheDaysOfAnAbsenceAlone() {
        var taken = takeIn("经办人外出的一件事");
        assign(List.of(taken), "office", "clerk");
        var cover =
                people.as("clerk")
                        .post(
                                "/api/v1/covers",
                                Map.of(
                                        "deputy", "head",
                                        "reason", "出差",
                                        "from", "2021-08-02",
                                        "to", "2021-08-03"))
                        .expect(201);
        assertThat(ids(people.as("head"), "scope=mine")).doesNotContain(taken.id());
        clock.set("2021-08-02T09:00:00+08:00");
        assertThat(ids(DemoPeople.at(port).as("head"), "scope=mine")).contains(taken.id());
        clock.set("2021-08-04T09:00:00+08:00");
        assertThat(ids(DemoPeople.at(port).as("head"), "scope=mine")).doesNotContain(taken.id());
        assertThat(cover.status()).isEqualTo(201);
    }

    @Test
    void areHandedOverTogetherWithANote() {
        var one = takeIn("交接的一件事");
        var two = takeIn("交接的另一件事");
        assign(List.of(one, two), "office", "clerk");
        var handOver = "/api/v1/requests/hand-over";
        people.as("clerk").post(handOver, handOver("clerk", "head", " ")).expect(422);
        people.as("head").post(handOver, handOver("clerk", "head", "调离")).expect(403);
        var done = people.as("clerk").post(handOver, handOver("clerk", "head", "调离")).expect(200);
        assertThat(done.json().get("done").toString()).contains(one.number(), two.number());
        assertThat(ids(people.as("head"), "scope=mine")).contains(one.id(), two.id());
        people.as("clerk").post(handOver, handOver("clerk", "head", "调离")).expect(409);
        var page =
                DeskClient.at(port)
                        .signIn("head", DemoPeople.PASSWORD)
                        .open("/desk/requests/" + one.id() + "/handling")
                        .expect(200);
        assertThat(page.text()).contains("调离");
    }

    @Test
    void areChasedUntilThatIsAnsweredAndTheLogStays() {
        var taken = takeIn("催办的一件事");
        assign(List.of(taken), "water", "clerk2");
        var chases = taken.path() + "/chases";
        people.as("clerk2").post(chases, chase("chase", "head2", "请快办")).expect(403);
        people.as("office").post(chases, chase("chase", "clerk", "请快办")).expect(422);
        people.as("office").post(chases, chase("escalate", "clerk2", "请快办")).expect(422);
        people.as("office").post(chases, chase("chase", "clerk2", "")).expect(422);
        var sent = people.as("office").post(chases, chase("chase", "clerk2", "请今天回复")).expect(201);
        // Friday 30 July 2021; the next working day is Monday.
        assertThat(sent.text("/answerBy")).isEqualTo("2021-08-02");
        people.as("head2").post(chases, chase("escalate", "leader", "水科人手不够")).expect(201);

        var clerk = DeskClient.at(port).signIn("clerk2", DemoPeople.PASSWORD);
        assertThat(clerk.open("/desk").text()).contains("申请" + taken.number() + "催办：请今天回复");
        var answer = chases + "/" + sent.text("/id") + "/answer";
        people.as("office").post(answer, Map.of("words", "知道了")).expect(403);
        var handling = "/desk/requests/" + taken.id() + "/handling";
        var form = "/desk/requests/" + taken.id() + "/chases/" + sent.text("/id") + "/answer";
        clerk.open(handling).send(form, Map.of("words", " ")).expect(422);
        clerk.open(handling).send(form, Map.of("words", "正在查档，明天回复")).expect(302);
        people.as("clerk2").post(answer, Map.of("words", "再答一次")).expect(409);

        assertThat(clerk.open("/desk").text()).doesNotContain(taken.number() + "催办");
        var log = people.as("office").get(chases).expect(200);
        assertThat(log.text("/0/answer")).isEqualTo("正在查档，明天回复");
        assertThat(log.text("/0/answeredBy")).isEqualTo("clerk2");
        assertThat(log.text("/1/kind")).isEqualTo("escalate");
        assertThat(clerk.open(handling).text()).contains("催办", "苏雅琴", "请今天回复", "正在查档，明天回复", "督办");
        assertThat(audited("requests.chased", taken)).isEqualTo(2);
        assertThat(audited("requests.chase-answered", taken)).isEqualTo(1);
    }

    @Test
    void areListedAsTheirReaderKeptIt() {
        var head = DeskClient.at(port).signIn("head2", DemoPeople.PASSWORD);
        var page =
                head.open("/desk/requests/filters?query=due%3Dover%26scope%3Dsection").expect(200);
        page.send("/desk/requests/filters", Map.of("name", " ")).expect(422);
        page.send("/desk/requests/filters", Map.of("name", "本科室逾期的", "first", "true")).expect(302);
        assertThat(head.redirect()).isEqualTo("/desk/requests?due=over&scope=section");
        assertThat(head.open("/desk/requests").expect(302).redirect())
                .isEqualTo("/desk/requests?due=over&scope=section");
        assertThat(head.follow().expect(200).text()).contains("本科室逾期的");
        var other = people.as("clerk2");
        var kept = people.as("head2").get("/api/v1/requests/filters").expect(200);
        other.delete("/api/v1/requests/filters/" + kept.text("/0/id")).expect(404);
        assertThat(other.get("/api/v1/requests/filters").expect(200).json()).isEmpty();
        people.as("head2")
                .post(
                        "/api/v1/requests/filters",
                        Map.of("name", "别处", "query", "state=open\r\nSet-Cookie: a=b"))
                .expect(422);
        people.as("head2").delete("/api/v1/requests/filters/" + kept.text("/0/id")).expect(204);
        head.open("/desk/requests").expect(200);
    }

    @Test
    void areExportedAsTheyAreListed() {
        var one = takeIn("导出的一件甲事");
        var two = takeIn("导出的一件乙事");
        assign(List.of(one, two), "office", null);
        var clerk = DeskClient.at(port).signIn("clerk", DemoPeople.PASSWORD);
        var csv = csv(clerk, "q=%E5%AF%BC%E5%87%BA%E7%9A%84%E4%B8%80%E4%BB%B6&order=oldest");
        assertThat(csv.indexOf(one.number())).isPositive().isLessThan(csv.indexOf(two.number()));
        var turned = csv(clerk, "q=%E5%AF%BC%E5%87%BA%E7%9A%84%E4%B8%80%E4%BB%B6&order=newest");
        assertThat(turned.indexOf(two.number()))
                .isPositive()
                .isLessThan(turned.indexOf(one.number()));
        assertThat(csv.lines().count()).isEqualTo(3);
    }

    @Test
    void areFoundByWhatIsAskedAndNotedAndNeverByWhoAsks() {
        var taken = takeIn("戈壁湿地补水工程的环评批复");
        assign(List.of(taken), "office", null);
        people.as("clerk")
                .post(
                        taken.path() + "/events",
                        Map.of("type", "section-answered", "note", "司马长风要的批复在二号柜，档号ＮＸ-77"))
                .expect(200);

        assertThat(found("clerk", "戈壁湿地")).containsExactly(taken.id());
        assertThat(found("office", "湿地 批复 二号柜")).containsExactly(taken.id());
        assertThat(found("office", "nx-77")).contains(taken.id());
        assertThat(found("office", taken.number().toLowerCase())).containsExactly(taken.id());
        assertThat(found("office", "补水批复")).doesNotContain(taken.id());
        assertThat(found("office", "司马长风")).doesNotContain(taken.id());
        assertThat(found("office", "E87654321")).doesNotContain(taken.id());
        assertThat(found("clerk2", "戈壁湿地")).isEmpty();
        var office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);
        var page =
                office.open("/desk/requests?state=all&q=%E4%BA%8C%E5%8F%B7%E6%9F%9C").expect(200);
        assertThat(page.page().select("mark").text()).isEqualTo("二号柜");
        assertThat(page.text()).doesNotContain("司马长风");
    }

    @Test
    void areShownBesideLaterOnesThatAskForMuchTheSame() {
        var earlier = takeIn("沙湖旅游区2020年度水质自动监测站的监测数据", "皇甫敏", "E11112222");
        step(earlier, Map.of("type", "accepted"));
        step(earlier, Map.of("type", "drafted", "note", "拟公开"));
        step("office-head", earlier, Map.of("type", "reviewed"));
        step("principal", earlier, Map.of("type", "signed"));
        step(earlier, Map.of("type", "made", "outcome", "disclosed"));
        var later = takeIn("沙湖旅游区水质自动监测站2020年度监测数据", "公孙胜", "E33334444");

        var similar = people.as("office").get(later.path() + "/similar").expect(200);

        assertThat(similar.text("/0/number")).isEqualTo(earlier.number());
        assertThat(similar.text("/0/standing")).isEqualTo("予以公开");
        assertThat(similar.number("/0/percent")).isBetween(40L, 100L);
        assertThat(people.as("office").get(earlier.path() + "/similar").expect(200).json())
                .isEmpty();
        assertThat(
                        DeskClient.at(port)
                                .signIn("office", DemoPeople.PASSWORD)
                                .open("/desk/requests/" + later.id())
                                .text())
                .contains("相似的以前申请", earlier.number(), "予以公开");
        // A section is shown what it may see.
        assign(List.of(later), "office", null);
        assertThat(people.as("clerk").get(later.path() + "/similar").expect(200).json()).isEmpty();
    }

    private List<Long> found(String who, String words) {
        return ids(people.as(who), "q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }

    private static String csv(DeskClient reader, String query) {
        return new String(
                reader.download("/desk/requests/export.csv?state=all&" + query),
                StandardCharsets.UTF_8);
    }

    private static Map<String, Object> chase(String kind, String to, String words) {
        return Map.of("kind", kind, "to", to, "words", words);
    }

    private static Map<String, Object> handOver(String from, String to, String note) {
        return Map.of("from", from, "to", to, "note", note);
    }

    /** Why it was not given; empty when it was. */
    private String refusal(String who, Taken taken, String holder) {
        var answer =
                people.as(who)
                        .post(
                                "/api/v1/requests/assignments",
                                Map.of("ids", List.of(taken.id()), "holder", holder))
                        .expect(200);
        return answer.json().get("refused").isEmpty() ? "" : answer.text("/refused/0/why");
    }

    private Map<String, Long> board(String who, String scope) {
        var counts = new HashMap<String, Long>();
        people.as(who)
                .get("/api/v1/requests/board?scope=" + scope)
                .expect(200)
                .json()
                .get("counts")
                .forEach(
                        it ->
                                counts.put(
                                        it.get("stage").asString() + " " + it.get("due").asString(),
                                        it.get("count").asLong()));
        return counts;
    }

    private static long count(Map<String, Long> board, String stage, String due) {
        return board.getOrDefault(stage + " " + due, 0L);
    }

    private static List<Long> ids(ApiClient reader, String query) {
        return StreamSupport.stream(
                        reader.get(LIST + query).expect(200).json().get("items").spliterator(),
                        false)
                .map(it -> it.get("id").asLong())
                .toList();
    }

    private void assign(List<Taken> taken, String section, String holder) {
        var entry = new HashMap<String, Object>();
        entry.put("ids", taken.stream().map(Taken::id).toList());
        entry.put("section", section);
        if (holder != null) {
            entry.put("holder", holder);
        }
        var answer = people.as("office").post("/api/v1/requests/assignments", entry).expect(200);
        assertThat(answer.json().get("refused")).isEmpty();
    }

    private void step(Taken taken, Map<String, Object> event) {
        step("office", taken, event);
    }

    private void step(String who, Taken taken, Map<String, Object> event) {
        people.as(who).post(taken.path() + "/events", event).expect(200);
    }

    private long audited(String action, Taken taken) {
        return database.sql("SELECT count(*) FROM audit_entry WHERE action = ? AND subject = ?")
                .params(action, "request:" + taken.id())
                .query(Long.class)
                .single();
    }

    private Taken takeIn(String matter) {
        return takeIn(matter, "司马长风", "E87654321");
    }

    private Taken takeIn(String matter, String name, String number) {
        var receipt =
                people.as("office")
                        .post(
                                "/api/v1/requests",
                                Map.of(
                                        "applicantClass", "natural-person",
                                        "name", name,
                                        "identityKind", "other-paper",
                                        "identityNumber", number,
                                        "phone", "0951-7654321",
                                        "matters", List.of(matter),
                                        "form", "paper",
                                        "delivery", "in-person",
                                        "channel", "in-person"))
                        .expect(201);
        return new Taken(receipt.number("/id"), receipt.text("/number"));
    }
}
