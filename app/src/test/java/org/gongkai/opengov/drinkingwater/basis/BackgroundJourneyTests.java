package org.gongkai.opengov.drinkingwater.basis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On Friday, 30 July 2021. Sources are in reserve here, so that no test of months counts them. */
@DemoAgencyTest
@DisplayName("The register of what is over by nature alone (天然本底台账)")
class BackgroundJourneyTests {
    private static final String BACKGROUNDS = "/api/v1/water/backgrounds";
    private static final String DESK = "/desk/water/backgrounds";

    @Autowired JdbcClient database;
    @LocalServerPort int port;

    private DemoPeople people;

    @BeforeEach
    void open() {
        people = DemoPeople.at(port);
    }

    @Test
    void changesTheRemarkAndNeverTheVerdict() {
        var source = source("本底水源甲");
        var results = "/api/v1/water/months/2021-06/sources/" + source;
        people.as("clerk2")
                .put(
                        results,
                        Map.of(
                                "sampledOn",
                                "2021-06-08",
                                "values",
                                List.of(
                                        Map.of("item", "总硬度", "value", "470"),
                                        Map.of("item", "铁", "value", "0.1"))))
                .expect(200);

        var id = entered(source, "总硬度", "2021-06-08");
        var path = BACKGROUNDS + "/" + id;
        var verdict = people.as("auditor").get(results).expect(200);
        assertThat(verdict.at("/verdict/met").asBoolean()).isFalse();
        assertThat(verdict.text("/verdict/class")).isEqualTo("IV");
        assertThat(verdict.at("/verdict/overOnlyByBackground").asBoolean()).isTrue();
        assertThat(verdict.text("/verdict/items/0/background"))
                .isEqualTo("属天然本底：含水层富含碳酸盐岩，见本底调查报告（测〔2019〕1号）");

        people.as("head2")
                .with("If-Match", "\"1\"")
                .put(path, Map.of("from", "2021-06-09", "reason", "起始日期登记错了"))
                .expect(200);
        var later = people.as("auditor").get(results).expect(200);
        assertThat(later.at("/verdict/overOnlyByBackground").asBoolean()).isFalse();
        assertThat(later.at("/verdict/items/0/background").isNull()).isTrue();
        assertThat(later.at("/verdict/items/0/multiple").decimalValue())
                .isEqualByComparingTo("0.04");
    }

    @Test
    void isChangedByVersionsAndTakenBackWithAReason() {
        var source = source("本底水源乙");
        var id = entered(source, "氟化物", "2020-01-01");
        var path = BACKGROUNDS + "/" + id;

        people.as("clerk2").put(path, Map.of("until", "2021-06-30")).expect(422);
        people.as("clerk2")
                .with("If-Match", "\"1\"")
                .put(path, Map.of("until", "2021-06-30", "reason", "新井投用"))
                .expect(200);
        people.as("clerk2")
                .with("If-Match", "\"1\"")
                .put(path, Map.of("until", "", "reason", "晚了"))
                .expectProblem(412, "changed-meanwhile");
        assertThat(people.as("clerk2").put(path, Map.of("reason", "没有改")).expect(422).body())
                .contains("unchanged");
        people.as("clerk2").post(path + "/withdrawal", Map.of("reason", " ")).expect(422);
        people.as("clerk2").post(path + "/withdrawal", Map.of("reason", "登记错了水源")).expect(200);
        people.as("clerk2").put(path, Map.of("until", "", "reason", "再改")).expect(422);

        var read = people.as("auditor").get(path).expect(200);
        assertThat(read.text("/background/state")).isEqualTo("withdrawn");
        assertThat(read.at("/versions").size()).isEqualTo(3);
        assertThat(read.text("/versions/1/until")).isEqualTo("2021-06-30");
        assertThat(read.at("/versions/2/until").isNull()).isTrue();
        assertThat(
                        database.sql(
                                        "SELECT has_table_privilege('gongkai_app', ?, 'UPDATE, DELETE')")
                                .param("water_background_version")
                                .query(Boolean.class)
                                .single())
                .isFalse();
    }

    @Test
    void refusesWhatIsMissingUnknownOrThereAlready() {
        var source = source("本底水源丙");
        var refused = people.as("clerk2").post(BACKGROUNDS, Map.of("source", source)).expect(422);
        assertThat(refused.at("/errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("item", "cause", "document", "from");
        var unknown = background(source, "水温", "2020-01-01");
        assertThat(
                        people.as("clerk2")
                                .post(BACKGROUNDS, unknown)
                                .expect(422)
                                .text("/errors/0/field"))
                .isEqualTo("item");
        var backwards = background(source, "锰", "2020-01-01");
        backwards.put("until", "2019-12-31");
        assertThat(
                        people.as("clerk2")
                                .post(BACKGROUNDS, backwards)
                                .expect(422)
                                .text("/errors/0/field"))
                .isEqualTo("until");

        var until = background(source, "锰", "2020-01-01");
        until.put("until", "2020-12-31");
        people.as("clerk2").post(BACKGROUNDS, until).expect(201);
        assertThat(
                        people.as("clerk2")
                                .post(BACKGROUNDS, background(source, "锰", "2020-12-31"))
                                .expect(422)
                                .body())
                .contains("twice");
        entered(source, "锰", "2021-01-01");
    }

    @Test
    void isKeptByTheSectionWhoseDutyItIs() {
        var background = background(source("本底水源丁"), "砷", "2020-01-01");
        for (var who : List.of("leader", "office", "principal", "auditor")) {
            people.as(who).get(BACKGROUNDS + "?limit=1").expect(200);
            people.as(who).get("/api/v1/water/rates").expect(200);
            people.as(who).post(BACKGROUNDS, background).expectProblem(403, "not-allowed");
            people.as(who)
                    .put("/api/v1/water/rates", Map.of("setsApart", false, "reason", "试试"))
                    .expectProblem(403, "not-allowed");
        }
        for (var who : List.of("clerk", "operator")) {
            people.as(who).get(BACKGROUNDS).expectProblem(403, "not-allowed");
        }
    }

    @Test
    void isListedNarrowedTypedAndGivenAsAFile() {
        var source = source("本底水源戊");
        entered(source, "铁", "2020-01-01");
        var over = background(source, "砷", "2020-01-01");
        over.put("until", "2020-12-31");
        people.as("clerk2").post(BACKGROUNDS, over).expect(201);

        var listed = people.as("clerk2").get(BACKGROUNDS + "?state=over&source=" + source);
        assertThat(listed.expect(200).at("/items").size()).isEqualTo(1);
        assertThat(listed.text("/items/0/item")).isEqualTo("砷");
        people.as("clerk2").get(BACKGROUNDS + "?state=gone").expect(422);

        var clerk = DeskClient.at(port).signIn("clerk2", DemoPeople.PASSWORD);
        clerk.open(DESK + "?source=" + source + "&words=铁");
        assertThat(clerk.text()).contains("共 1 条。").contains("有效").contains("含水层富含碳酸盐岩");
        clerk.open(DESK + "?source=" + source + "&words=没有的");
        assertThat(clerk.text()).contains("没有登记的天然本底");
        assertThat(
                        new String(
                                clerk.download(DESK + "/export.csv?source=" + source),
                                StandardCharsets.UTF_8))
                .contains("\"水源\",\"项目\"")
                .contains("\"本底水源戊\",\"砷\"")
                .contains("\"已到期\"");

        clerk.open(DESK + "/new?source=" + source)
                .send(DESK, Map.of("source", Long.toString(source), "cause", "写了一半", "from", "昨天"))
                .expect(422);
        assertThat(clerk.page().select("textarea[name=cause]").val()).isEqualTo("写了一半");
        assertThat(clerk.page().select("input[name=from]").val()).isEqualTo("昨天");
        assertThat(clerk.text()).contains("请填写日期").contains("请填写这一项");
    }

    /** The demo agency has both told; the setting is put back. */
    @Test
    void hasRatesToldOneWayOrBoth() {
        var before = people.as("clerk2").get("/api/v1/water/rates").expect(200);
        assertThat(before.at("/setsApart").asBoolean()).isTrue();
        var same = Map.of("setsApart", true, "reason", "再来一次");
        assertThat(people.as("clerk2").put("/api/v1/water/rates", same).expect(422).body())
                .contains("unchanged");
        people.as("clerk2")
                .with("If-Match", "\"0\"")
                .put("/api/v1/water/rates", Map.of("setsApart", false, "reason", "没有看到"))
                .expectProblem(412, "changed-meanwhile");

        var one =
                people.as("clerk2")
                        .put("/api/v1/water/rates", Map.of("setsApart", false, "reason", "只列一种"))
                        .expect(200);
        var clerk = DeskClient.at(port).signIn("clerk2", DemoPeople.PASSWORD);
        clerk.open(DESK + "/rates");
        assertThat(clerk.text()).contains("现在：只列示一种达标率").contains("只列一种");
        people.as("head2")
                .put("/api/v1/water/rates", Map.of("setsApart", true, "reason", "恢复"))
                .expect(200);

        assertThat(one.at("/setsApart").asBoolean()).isFalse();
        assertThat(one.text("/versions/0/reason")).isEqualTo("只列一种");
    }

    private long entered(long source, String item, String from) {
        return people.as("clerk2")
                .post(BACKGROUNDS, background(source, item, from))
                .expect(201)
                .number("/background/id");
    }

    private static Map<String, Object> background(long source, String item, String from) {
        var background = new HashMap<String, Object>();
        background.put("source", source);
        background.put("item", item);
        background.put("cause", "含水层富含碳酸盐岩");
        background.put("document", "本底调查报告");
        background.put("documentNumber", "测〔2019〕1号");
        background.put("from", from);
        return background;
    }

    private long source(String name) {
        return people.as("clerk2")
                .post(
                        "/api/v1/water/sources",
                        Map.of(
                                "name",
                                name,
                                "kind",
                                "ground",
                                "target",
                                "III",
                                "district",
                                "640181",
                                "state",
                                "reserve",
                                "from",
                                "2020-01-01"))
                .expect(201)
                .number("/source/id");
    }
}
