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

/**
 * On Friday, 30 July 2021. What is entered holds for one day of 2019 alone, or for items of a full
 * analysis, so that no other test is judged by it.
 */
@DemoAgencyTest
@DisplayName("The register of other limits than the printed ones (限值调整台账)")
class LimitJourneyTests {
    private static final String LIMITS = "/api/v1/water/limits";
    private static final String DESK = "/desk/water/limits";

    @Autowired JdbcClient database;
    @LocalServerPort int port;

    private DemoPeople people;

    @BeforeEach
    void open() {
        people = DemoPeople.at(port);
    }

    @Test
    void decideOnTheDayOfSamplingAndAreNamedByTheVerdict() {
        var source =
                people.as("clerk2")
                        .post(
                                "/api/v1/water/sources",
                                Map.of(
                                        "name",
                                        "限值水源甲",
                                        "kind",
                                        "ground",
                                        "target",
                                        "III",
                                        "district",
                                        "640181",
                                        "state",
                                        "reserve",
                                        "from",
                                        "2018-01-01"))
                        .expect(201)
                        .number("/source/id");
        var results = "/api/v1/water/months/2019-03/sources/" + source;
        people.as("clerk2")
                .put(
                        results,
                        Map.of(
                                "sampledOn",
                                "2019-03-08",
                                "values",
                                List.of(Map.of("item", "氟化物", "value", "0.9"))))
                .expect(200);
        assertThat(people.as("auditor").get(results).expect(200).at("/verdict/met").asBoolean())
                .isTrue();

        var id = entered(limit("氟化物", "0.8", "2019-03-08", "2019-03-08"));
        var path = LIMITS + "/" + id;
        var stricter = people.as("auditor").get(results).expect(200);
        assertThat(stricter.at("/verdict/met").asBoolean()).isFalse();
        assertThat(stricter.text("/verdict/items/0/limit")).isEqualTo("≤0.8");
        assertThat(stricter.text("/verdict/items/0/explanation"))
                .isEqualTo(
                        "氟化物：监测值 0.9 mg/L；III类限值 ≤0.8 mg/L（按《地方标准》（DB64/T 1-2019）自 2019-03-08 起执行，"
                                + "代替《地下水质量标准》（GB/T 14848-2017）表1第26项），超标 0.12 倍。单项类别：IV类。");
        var page = DeskClient.at(port);
        page.open("/water/items/w21017");
        assertThat(page.text())
                .contains("《地方标准》（DB64/T 1-2019）")
                .contains("I类 0.8 mg/L，II类 0.8 mg/L，III类 0.8 mg/L");

        people.as("head2")
                .with("If-Match", "\"1\"")
                .put(path, Map.of("from", "2019-03-07", "until", "2019-03-07", "reason", "日期登记错了"))
                .expect(200);
        assertThat(people.as("auditor").get(results).expect(200).at("/verdict/met").asBoolean())
                .isTrue();
        people.as("clerk2")
                .with("If-Match", "\"1\"")
                .put(
                        path,
                        Map.of(
                                "limits",
                                Map.of("I", "0.7", "II", "0.7", "III", "0.7"),
                                "reason",
                                "晚了"))
                .expectProblem(412, "changed-meanwhile");
        assertThat(people.as("clerk2").put(path, Map.of("reason", "没有改")).expect(422).body())
                .contains("unchanged");
        people.as("clerk2").post(path + "/withdrawal", Map.of("reason", "登记错了")).expect(200);
        page.open("/water/items/w21017");
        assertThat(page.text()).doesNotContain("DB64/T 1-2019");
        var read = people.as("auditor").get(path).expect(200);
        assertThat(read.text("/override/state")).isEqualTo("withdrawn");
        assertThat(read.at("/versions").size()).isEqualTo(3);
        assertThat(read.text("/versions/2/limits/III")).isEqualTo("0.8");
        assertThat(
                        database.sql(
                                        "SELECT has_table_privilege('gongkai_app', ?, 'UPDATE, DELETE')")
                                .param("water_limit_version")
                                .query(Boolean.class)
                                .single())
                .isFalse();
    }

    @Test
    void areKeptByTheSectionWhoseDutyItIsAndNeverTwiceForADay() {
        var limit = limit("硒", "0.009", "2019-01-01", "2019-01-31");
        for (var who : List.of("leader", "office", "principal", "auditor")) {
            people.as(who).get(LIMITS + "?limit=1").expect(200);
            people.as(who).post(LIMITS, limit).expectProblem(403, "not-allowed");
        }
        for (var who : List.of("clerk", "operator")) {
            people.as(who).get(LIMITS).expectProblem(403, "not-allowed");
        }

        entered(limit);
        assertThat(
                        people.as("clerk2")
                                .post(LIMITS, limit("硒", "0.008", "2019-01-31", ""))
                                .expect(422)
                                .body())
                .contains("twice");
        entered(limit("硒", "0.008", "2019-02-01", "2019-02-01"));
    }

    @Test
    void areListedNarrowedTypedAndGivenAsAFile() {
        entered(limit("铊", "0.00009", "2019-01-01", "2019-01-31"));

        var listed = people.as("clerk2").get(LIMITS + "?words=铊&state=over").expect(200);
        assertThat(listed.at("/items").size()).isEqualTo(1);
        assertThat(listed.text("/items/0/unit")).isEqualTo("mg/L");
        people.as("clerk2").get(LIMITS + "?standard=GB1").expect(422);

        var clerk = DeskClient.at(port).signIn("clerk2", DemoPeople.PASSWORD);
        clerk.open(DESK + "?words=铊");
        assertThat(clerk.text()).contains("共 1 条。").contains("III类 0.00009 mg/L").contains("已到期");
        clerk.open(DESK + "?words=没有的");
        assertThat(clerk.text()).contains("没有登记的限值调整");
        assertThat(new String(clerk.download(DESK + "/export.csv?words=铊"), StandardCharsets.UTF_8))
                .contains("\"标准\",\"表\"")
                .contains("\"0.00009\"")
                .contains("\"《地方标准》\",\"DB64/T 1-2019\"");

        clerk.open(DESK + "/new")
                .send(DESK, Map.of("standard", "GB3838-2002", "item", "总磷", "III", "少一点"))
                .expect(422);
        assertThat(clerk.page().select("input[name=item]").val()).isEqualTo("总磷");
        assertThat(clerk.page().select("input[name=III]").val()).isEqualTo("少一点");
        assertThat(clerk.text()).contains("请选择河流或者湖泊、水库").contains("请填写大于 0 的数");
    }

    private long entered(Map<String, Object> limit) {
        return people.as("clerk2").post(LIMITS, limit).expect(201).number("/override/id");
    }

    private static Map<String, Object> limit(String item, String limit, String from, String until) {
        var sent = new HashMap<String, Object>();
        sent.put("standard", "GB/T14848-2017");
        sent.put("item", item);
        sent.put("limits", Map.of("I", limit, "II", limit, "III", limit));
        sent.put("document", "《地方标准》");
        sent.put("documentNumber", "DB64/T 1-2019");
        sent.put("from", from);
        sent.put("until", until);
        return sent;
    }
}
