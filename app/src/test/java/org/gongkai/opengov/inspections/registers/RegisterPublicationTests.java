package org.gongkai.opengov.inspections.registers;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
@DisplayName("Publication of registers and its clock (名录公开)")
class RegisterPublicationTests {
    private static final String ITEMS = "/api/v1/inspections/items";

    @Autowired TestClock clock;
    @LocalServerPort int port;

    @Test
    void goesThroughReviewAndIsDueAgainAfterAChange() {
        var people = DemoPeople.at(port);
        people.as("officer")
                .post(ITEMS + "/publication", Map.of())
                .expectProblem(403, "not-allowed");
        item(people, "公开-1");
        var desk = DeskClient.at(port).signIn("keeper", DemoPeople.PASSWORD);
        assertThat(desk.open("/desk").expect(200).text()).contains("抽查事项清单自");

        var prepared = people.as("keeper").post(ITEMS + "/publication", Map.of()).expect(201);
        var document = prepared.text("/drafts/0");
        var draft = people.as("keeper").get("/api/v1/documents/" + document).expect(200);
        assertThat(draft.text("/content/bodyHtml")).contains("公开-1").doesNotContain("适用标记");
        people.step("keeper", document, "submit", Map.of()).expect(200);
        for (var signer : List.of("enforcement-head", "secrecy", "leader2")) {
            people.sign(signer, document).expect(200);
        }
        people.step("office", document, "publish", Map.of()).expect(200);
        var current = people.as("keeper").get(ITEMS + "/publication").expect(200);
        assertThat(current.json().has("changedOn")).isFalse();
        assertThat(current.at("/drafts").size()).isZero();

        clock.advance(Duration.ofMinutes(1));
        item(people, "公开-2");
        var again = people.as("keeper").get(ITEMS + "/publication").expect(200);
        assertThat(again.text("/changedOn")).isEqualTo("2021-07-30");
        assertThat(again.text("/indexNumber")).isEqualTo(current.text("/indexNumber"));
    }

    @Test
    void hasAPageForEachRegister() {
        try (var window = Browser.open(Browser.NARROW, ColorScheme.LIGHT, true)) {
            var page = window.newPage();
            DeskWindow.signIn(page, "http://127.0.0.1:" + port, "keeper");
            for (var register : List.of("units", "officers")) {
                page.navigate(
                        "http://127.0.0.1:"
                                + port
                                + "/desk/inspections/"
                                + register
                                + "/publication");
                assertThat(Axe.findings(page)).as(register).isEmpty();
                assertThat(
                                page.evaluate(
                                        "document.documentElement.scrollWidth <= window.innerWidth"))
                        .isEqualTo(true);
                Browser.photograph(page, "registers-publication-" + register);
            }
        }
        DemoPeople.at(port)
                .as("keeper")
                .get("/api/v1/inspections/recusals/publication")
                .expect(404);
    }

    private static void item(DemoPeople people, String number) {
        people.as("keeper")
                .post(
                        ITEMS,
                        Map.of(
                                "fields",
                                Map.of(
                                        "number", number,
                                        "category", "公开测试",
                                        "title", "公开测试事项",
                                        "objectKind", "排污单位",
                                        "importance", "ordinary",
                                        "methods", List.of("in-writing"),
                                        "body", "市生态环境局",
                                        "basis", "《环境保护法》第二十四条",
                                        "validFrom", "2021-07-30")))
                .expect(201);
    }
}
