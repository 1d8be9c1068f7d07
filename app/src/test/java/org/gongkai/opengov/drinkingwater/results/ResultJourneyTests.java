package org.gongkai.opengov.drinkingwater.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.worklist.WorkItem;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoAgencyTest
@DisplayName("Results come in, are corrected and evaluated (监测结果)")
class ResultJourneyTests {
    @Autowired MissingResultWork work;
    @Autowired Organization organization;
    @LocalServerPort int port;

    private DemoPeople people;

    @BeforeEach
    void open() {
        people = DemoPeople.at(port);
    }

    @Test
    void areKeptAsWrittenEvaluatedAndCorrectedByVersions() {
        var id = source("结果水源甲");
        var path = path("2021-06", id);
        var values =
                List.of(
                        value("总硬度", "470", "mg/L"),
                        value("砷", "0.0003L", "mg/L"),
                        value("pH", "7.5", ""));

        people.as("head2")
                .with("If-Match", "\"0\"")
                .put(path, Map.of("values", values, "sampledOn", "2021-06-08"))
                .expect(200);
        people.as("head2")
                .with("If-Match", "\"0\"")
                .put(path, Map.of("values", values, "reason", "晚了"))
                .expectProblem(412, "changed-meanwhile");
        var corrected = List.of(value("总硬度", "430", "mg/L"), values.get(1), values.get(2));
        assertThat(people.as("clerk2").put(path, Map.of("values", corrected)).expect(422).body())
                .contains("reason");
        people.as("clerk2")
                .put(
                        path,
                        Map.of("values", corrected, "sampledOn", "2021-06-08", "reason", "实验室更正报告"))
                .expect(200);

        var read = people.as("auditor").get(path).expect(200);
        assertThat(read.at("/verdict/met").asBoolean()).isTrue();
        assertThat(read.at("/versions").size()).isEqualTo(2);
        assertThat(read.text("/versions/0/reason")).isEqualTo("实验室更正报告");
        assertThat(read.text("/versions/1/values/0/value")).isEqualTo("470");
        assertThat(read.text("/versions/0/values/1/value")).isEqualTo("0.0003L");
        assertThat(read.at("/missing").size()).isEqualTo(36);

        var month = people.as("auditor").get("/api/v1/water/months/2021-06").expect(200);
        assertThat(month.at("/sources"))
                .anyMatch(it -> it.at("/source").asLong() == id && it.at("/met").asBoolean());
    }

    @Test
    void thatCannotWellBeSoWaitForSomebodyToLookIntoThem() {
        var id = source("结果水源乙");
        for (var month : List.of("2021-01", "2021-02", "2021-03")) {
            put(month, id, value("铁", "0.002", "mg/L")).expect(200);
        }

        var refused = put("2021-04", id, value("铁", "2.1", "μg/L"), value("汞", "0.002L", "mg/L"));
        assertThat(refused.expect(422).body()).contains("detection-limit-above-limit");
        assertThat(refused.body()).doesNotContain("unit-slip");
        var slipped = put("2021-04", id, value("铁", "2.1", "mg/L")).expect(422);
        assertThat(slipped.body()).contains("unit-slip").contains("一千倍");

        people.as("clerk2")
                .put(
                        path("2021-04", id),
                        Map.of(
                                "values",
                                List.of(value("铁", "2.1", "mg/L")),
                                "confirmed",
                                List.of("铁|unit-slip|2.1")))
                .expect(200);
        assertThat(people.as("clerk2").get(path("2021-04", id)).text("/versions/0/confirmed/0"))
                .isEqualTo("铁|unit-slip|2.1");
    }

    @Test
    void areRefusedByTheirFields() {
        var id = source("结果水源丙");
        var refused =
                people.as("clerk2")
                        .put(
                                path("2021-05", id),
                                Map.of(
                                        "values",
                                        List.of(
                                                value("氨氮化物", "0.3", ""),
                                                value("铁", "约0.3", ""),
                                                value("浑浊度", "1", "mg/L"),
                                                value("锰", "0.1", ""),
                                                value("锰", "0.2", "")),
                                        "sampledOn",
                                        "2021-06-01"))
                        .expect(422)
                        .body();

        assertThat(refused)
                .contains("values[0].item", "values[1].value", "values[2].unit", "values[4].item")
                .contains("sampledOn");
        people.as("clerk2").put(path("2021-05", id), Map.of()).expect(422);
        people.as("clerk2").put(path("2021-09", id), Map.of("reason", "将来")).expect(422);
        people.as("clerk2").put(path("2019-12", id), Map.of("reason", "以前")).expect(404);
        people.as("clerk2").get("/api/v1/water/months/2021-13").expect(404);
    }

    /** 31 July 2021 is the last day; the head hears of it on 1 August. */
    @Test
    void thatAreMissingAreOnTheWorklistOfTheSectionThenOfItsHead() {
        source("结果水源辛");

        assertThat(missing("clerk2", "2021-07-19", "2021-07")).isEmpty();
        assertThat(missing("clerk2", "2021-07-20", "2021-07")).isNotEmpty();
        assertThat(missing("head2", "2021-07-31", "2021-07")).isEmpty();
        assertThat(missing("head2", "2021-08-01", "2021-07"))
                .allMatch(it -> LocalDate.of(2021, 7, 31).equals(it.due()))
                .isNotEmpty();
        assertThat(missing("clerk", "2021-08-01", "2021-07")).isEmpty();
    }

    private List<WorkItem> missing(String who, String today, String month) {
        var day = LocalDate.parse(today);
        var person = organization.personByKey(who).orElseThrow();
        return work.itemsFor(organization.actorOn(person.id(), day), day).stream()
                .filter(it -> it.link().equals("/desk/water/months/" + month))
                .toList();
    }

    @Test
    void mayBeNoneWithAReason() {
        var id = source("结果水源丁");
        people.as("clerk2").put(path("2021-05", id), Map.of("reason", "水源检修停用")).expect(200);

        var clerk = DeskClient.at(port).signIn("clerk2", DemoPeople.PASSWORD);
        clerk.open("/desk/water/months/2021-05/sources/" + id).expect(200);
        assertThat(clerk.text()).contains("未监测").contains("水源检修停用");
    }

    @Test
    void areReadAndEnteredByThoseWhoMay() {
        var id = source("结果水源戊");
        var reason = Map.of("reason", "停用");
        for (var who : List.of("leader", "office", "auditor", "principal")) {
            people.as(who).get(path("2021-05", id)).expect(200);
            people.as(who).put(path("2021-05", id), reason).expectProblem(403, "not-allowed");
        }
        for (var who : List.of("clerk", "keeper", "leader2")) {
            people.as(who).get(path("2021-05", id)).expectProblem(403, "not-allowed");
        }
    }

    @Test
    void areTypedIntoAFormWithoutScripts() {
        var id = source("结果水源己");
        var clerk = DeskClient.at(port).signIn("head2", DemoPeople.PASSWORD);
        var action = "/desk/water/months/2021-06/sources/" + id + "/entry";

        clerk.open(action)
                .send(action, Map.of("item-1-6.value", "约470", "item-1-10.value", "0.1"))
                .expect(422);
        assertThat(clerk.page().getElementById("item-1-6.value").val()).isEqualTo("约470");
        assertThat(clerk.text()).contains("不是监测值");

        clerk.send(action, Map.of("item-1-6.value", "470", "item-1-28.value", "2L"));
        clerk.expect(422);
        assertThat(clerk.page().select("input[name=confirmed]").size()).isEqualTo(1);
        clerk.send(
                        action,
                        Map.of(
                                "confirmed",
                                clerk.page().select("input[name=confirmed]").first().val()))
                .expect(302);
        clerk.follow();
        assertThat(clerk.text()).contains("未达标").contains("总硬度").contains("0.04");

        clerk.open(action);
        assertThat(clerk.page().getElementById("item-1-6.value").val()).isEqualTo("470");
    }

    @Test
    void standOnTheBoardAndInAFile() {
        var id = source("结果水源庚");
        put("2021-06", id, value("总硬度", "470", "mg/L")).expect(200);
        var clerk = DeskClient.at(port).signIn("clerk2", DemoPeople.PASSWORD);

        clerk.open("/desk/water").expect(200);
        assertThat(clerk.text()).contains("月度水质").contains("2021年6月");
        clerk.open("/desk/water?until=2020-12").expect(200);
        clerk.open("/desk/water/months/2021-06").expect(200);
        assertThat(clerk.text()).contains("水源达标率").contains("环比上月");
        var csv =
                new String(
                        clerk.download("/desk/water/months/2021-06/export.csv"),
                        StandardCharsets.UTF_8);
        assertThat(csv).contains("\"结果水源庚\",\"灵武市\",\"地下水\",\"2021-06\",\"IV类\",\"未达标\"");
    }

    private org.gongkai.testing.ApiAnswer put(String month, long id, Object... values) {
        return people.as("clerk2").put(path(month, id), Map.of("values", List.of(values)));
    }

    private static Map<String, String> value(String item, String value, String unit) {
        return Map.of("item", item, "value", value, "unit", unit);
    }

    private static String path(String month, long id) {
        return "/api/v1/water/months/" + month + "/sources/" + id;
    }

    private long source(String name) {
        var source = new HashMap<String, Object>();
        source.put("name", name);
        source.put("kind", "ground");
        source.put("target", "III");
        source.put("district", "640181");
        source.put("state", "in-use");
        source.put("from", "2020-01-01");
        return people.as("clerk2")
                .post("/api/v1/water/sources", source)
                .expect(201)
                .number("/source/id");
    }
}
