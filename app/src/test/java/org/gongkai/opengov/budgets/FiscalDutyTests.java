package org.gongkai.opengov.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoAgencyTest
@DisplayName("The list of fiscal duties (财政事权和支出责任划分清单)")
class FiscalDutyTests {
    private static final String DUTIES = "/api/v1/budgets/duties";

    @LocalServerPort int port;

    @Test
    void isAVersionWithItsReasonAndIsPublicAfterReview() {
        var people = DemoPeople.at(port);
        people.as("finance-clerk").post(DUTIES, Map.of("duties", List.of())).expect(422);
        people.as("finance-clerk")
                .post(DUTIES, Map.of("duties", List.of(Map.of("item", "生态环境监测", "level", "市级"))))
                .expect(422);
        people.as("auditor").post(DUTIES, Map.of()).expectProblem(403, "not-allowed");
        people.as("clerk2").get(DUTIES).expectProblem(403, "not-allowed");
        people.reader().get("/api/v1/public/budgets/duties").expect(404);

        people.as("finance-head").post(DUTIES, list("市级财政承担", "")).expect(201);
        people.as("finance-head").post(DUTIES, list("市、县分担", "")).expect(422);
        var discarded = drafted(people);
        people.as("finance-clerk").post(DUTIES + "/draft", Map.of()).expect(409);
        people.step("finance-clerk", discarded, "discard", Map.of()).expect(200);
        var first = published(people);
        assertThat(DeskClient.at(port).open("/budgets/duties").expect(200).text())
                .contains("生态环境监测", "市级财政承担");
        people.step("office", first, "withdraw", Map.of("reason", "有误", "legalBasis", "条例第六条"))
                .expect(200);
        published(people);

        people.as("finance-head").post(DUTIES, list("市、县分担", "按新的划分方案")).expect(201);
        assertThat(
                        people.reader()
                                .get("/api/v1/public/budgets/duties")
                                .expect(200)
                                .number("/number"))
                .isEqualTo(1);
        published(people);
        assertThat(DeskClient.at(port).open("/budgets/duties").expect(200).text())
                .contains("第2版", "市、县分担", "按新的划分方案")
                .doesNotContain("市级财政承担");
        people.as("finance-clerk").post(DUTIES + "/draft", Map.of()).expect(409);
    }

    @Test
    void keepsWhatWasTypedIntoAFormThatIsRefused() {
        var clerk = DeskClient.at(port).signIn("finance-clerk", DemoPeople.PASSWORD);

        clerk.open("/desk/budgets/duties")
                .send("/desk/budgets/duties", Map.of("duties", "生态环境监测 | 市级", "reason", "更正"))
                .expect(422);

        assertThat(clerk.page().select("textarea[name=duties]").text()).isEqualTo("生态环境监测 | 市级");
        assertThat(clerk.text()).contains("第1行要有四栏");
    }

    private static Map<String, Object> list(String responsibility, String reason) {
        return Map.of(
                "duties",
                List.of(
                        Map.of(
                                "item", "生态环境监测",
                                "level", "市级",
                                "basis", "宁政办发〔2021〕5号",
                                "responsibility", responsibility)),
                "reason",
                reason);
    }

    private static String drafted(DemoPeople people) {
        return people.as("finance-clerk")
                .post(DUTIES + "/draft", Map.of())
                .expect(201)
                .text("/document");
    }

    private static String published(DemoPeople people) {
        var document = drafted(people);
        people.as("finance-clerk").post(DUTIES + "/draft", Map.of()).expect(409);
        people.step("finance-clerk", document, "submit", Map.of()).expect(200);
        for (var signer : List.of("finance-head", "secrecy", "leader2")) {
            people.sign(signer, document).expect(200);
        }
        people.step("office", document, "publish", Map.of()).expect(200);
        return document;
    }
}
