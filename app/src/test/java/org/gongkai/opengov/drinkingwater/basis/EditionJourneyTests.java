package org.gongkai.opengov.drinkingwater.basis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One journey, because an edition is taken over once; samples of 2018 on are not touched by it. */
@DemoAgencyTest
@DisplayName("Taking over the edition of 1993 (旧版标准启用)")
class EditionJourneyTests {
    private static final String EDITIONS = "/api/v1/water/editions";

    @LocalServerPort int port;

    @Test
    void isOneStepOnceItsTableWasCompared() {
        var people = DemoPeople.at(port);
        var source =
                people.as("clerk2")
                        .post(
                                "/api/v1/water/sources",
                                Map.of(
                                        "name",
                                        "旧版水源甲",
                                        "kind",
                                        "ground",
                                        "target",
                                        "III",
                                        "district",
                                        "640181",
                                        "state",
                                        "reserve",
                                        "from",
                                        "2010-01-01"))
                        .expect(201)
                        .number("/source/id");
        var results = "/api/v1/water/months/2017-03/sources/" + source;
        var values =
                Map.of(
                        "sampledOn",
                        "2017-03-08",
                        "values",
                        List.of(
                                Map.of("item", "高锰酸盐指数", "value", "2.0"),
                                Map.of("item", "亚硝酸盐", "value", "0.5")));
        people.as("clerk2").put(results, values).expect(422);
        var clerk = DeskClient.at(port).signIn("clerk2", DemoPeople.PASSWORD);
        clerk.open("/desk/water/editions");
        assertThat(clerk.text())
                .contains("尚未启用，不用于评价。")
                .contains("没有与标准印本核对")
                .contains("阴离子合成洗涤剂")
                .contains("≤0.00005");
        assertThat(clerk.page().select("main tbody tr")).hasSize(23);

        var taken = Map.of("standard", "GB/T14848-93", "compared", "标准出版社印本，两人逐项核对");
        people.as("leader").post(EDITIONS, taken).expectProblem(403, "not-allowed");
        people.as("clerk2")
                .post(EDITIONS, Map.of("standard", "GB/T14848-93", "compared", " "))
                .expect(422);
        people.as("clerk2").post(EDITIONS, Map.of("standard", "GB1", "compared", "印本")).expect(422);
        var answer = people.as("head2").post(EDITIONS, taken).expect(200);
        assertThat(answer.text("/items/0/taken/compared")).isEqualTo("标准出版社印本，两人逐项核对");
        people.as("clerk2").post(EDITIONS, taken).expectProblem(409, "not-possible-in-this-state");

        people.as("clerk2").put(results, values).expect(200);
        var read = people.as("auditor").get(results).expect(200);
        assertThat(read.text("/verdict/standard")).isEqualTo("GB/T14848-93");
        assertThat(read.at("/wanted").asInt()).isEqualTo(23);
        assertThat(read.text("/verdict/items/0/item")).isEqualTo("高锰酸盐指数");
        assertThat(read.text("/verdict/items/0/class")).isEqualTo("II");
        assertThat(read.text("/verdict/items/1/explanation"))
                .isEqualTo(
                        "亚硝酸盐(以N计)：监测值 0.5 mg/L；《地下水质量标准》（GB/T 14848-93）表1第13项III类限值 ≤0.02 mg/L，"
                                + "超标 24.00 倍。单项类别：V类。（旧版标准的限值，由本机关与标准印本核对后启用。）");
        clerk.open("/desk/water/editions");
        assertThat(clerk.text()).contains("已启用。核对依据：标准出版社印本，两人逐项核对");
        clerk.open("/desk/water/months/2017-03/sources/" + source);
        assertThat(clerk.text()).contains("《地下水质量标准》（GB/T 14848-93）").contains("2.0 mg/L");
    }
}
