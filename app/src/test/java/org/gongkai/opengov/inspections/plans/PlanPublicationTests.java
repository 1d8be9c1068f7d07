package org.gongkai.opengov.inspections.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 国办发〔2018〕118号: approved on Friday, 30 July 2021, a plan is to be public by Friday, 27 August. */
@DemoAgencyTest
@DisplayName(
        "Publication of a plan (计划公开) through the three levels of review, within 20 working days")
class PlanPublicationTests {
    private static final String PLANS = "/api/v1/inspections/plans";

    @LocalServerPort int port;
    @Autowired TestClock clock;

    @Test
    void isPublicWithItsIndexNumberInTimeAndNoLongerWhenWithdrawn() {
        var plan = approved(2019);
        assertThat(read(plan).text("/publication/due")).isEqualTo("2021-08-27");
        assertThat(read(plan).text("/publication/timeliness")).isEqualTo("running");
        var document = prepared(plan);
        assertThat(read(plan).at("/publication/publicOn").isNull()).isTrue();
        clock.set("2021-08-27T17:30:00+08:00");

        var index = published(document);

        var shown = read(plan);
        assertThat(shown.text("/publicAt")).isEqualTo("/d/" + index);
        assertThat(shown.text("/publication/publicOn")).isEqualTo("2021-08-27");
        assertThat(shown.text("/publication/timeliness")).isEqualTo("in-time");
        var page = DeskClient.at(port).open("/d/" + index).expect(200).text();
        assertThat(page).contains("2019年度双随机抽查计划", "公开测试抽查2019", index);
        DemoPeople.at(port)
                .step(
                        "office",
                        document,
                        "withdraw",
                        Map.of("reason", "有误", "legalBasis", "《政府信息公开条例》第十八条"))
                .expect(200);
        assertThat(read(plan).json().has("publicAt")).isFalse();
    }

    @Test
    void isShownLateForEver() {
        var plan = approved(2017);
        clock.set("2021-08-28T09:00:00+08:00");
        assertThat(read(plan).text("/publication/timeliness")).isEqualTo("overdue");
        assertThat(deskPage(plan)).contains("最后一天2021年8月27日", "逾期未公开");

        published(prepared(plan));

        assertThat(read(plan).text("/publication/timeliness")).isEqualTo("done-late");
        assertThat(deskPage(plan)).contains("2021年8月28日(周六)公开", "逾期公开");
    }

    private String deskPage(long plan) {
        return DeskClient.at(port)
                .signIn("keeper", DemoPeople.PASSWORD)
                .open("/desk/inspections/plans/" + plan)
                .expect(200)
                .text();
    }

    private ApiAnswer read(long plan) {
        return DemoPeople.at(port).as("keeper").get(PLANS + "/" + plan).expect(200);
    }

    private long approved(int year) {
        var keeper = DemoPeople.at(port).as("keeper");
        var plan = Long.parseLong(keeper.post(PLANS, Map.of("year", year)).expect(201).text("/id"));
        keeper.post(
                        PLANS + "/" + plan + "/versions/1/lines",
                        Map.of(
                                "title",
                                "公开测试抽查" + year,
                                "classes",
                                List.of("key"),
                                "items",
                                List.of("1"),
                                "methods",
                                List.of("on-site"),
                                "formula",
                                "fixed",
                                "amount",
                                "1",
                                "quarters",
                                List.of(4),
                                "initiator",
                                "生态环境综合执法支队"))
                .expect(201);
        step("keeper", plan, "compute", Map.of());
        step("leader", plan, "approve", Map.of("text", "同意"));
        return plan;
    }

    private String prepared(long plan) {
        return step("keeper", plan, "prepare", Map.of()).text("/document");
    }

    /** Through the three levels; its index number. */
    private String published(String document) {
        var people = DemoPeople.at(port);
        people.step("keeper", document, "submit", Map.of()).expect(200);
        for (var signer : List.of("enforcement-head", "secrecy", "leader2")) {
            people.sign(signer, document).expect(200);
        }
        return people.step("office", document, "publish", Map.of())
                .expect(200)
                .text("/indexNumber");
    }

    private ApiAnswer step(String who, long plan, String step, Map<String, ?> input) {
        return DemoPeople.at(port)
                .as(who)
                .post(PLANS + "/" + plan + "/versions/1/steps/" + step, input)
                .expect(200);
    }
}
