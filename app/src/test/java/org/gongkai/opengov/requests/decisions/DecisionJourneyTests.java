package org.gongkai.opengov.requests.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.ApiClient;
import org.gongkai.testing.Axe;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.DeskWindow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoAgencyTest
@DisplayName("Guided decision at the desk (判断助手) — question by question, page and API")
class DecisionJourneyTests {
    private static final String PATH = "/desk/request-decision";

    @LocalServerPort int port;

    @Test
    void leadsAnOfficerToPartialDisclosure() {
        var office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);
        assertThat(office.open("/desk/registers").expect(200).text()).contains("依申请公开判断助手");
        var first = office.open(PATH).expect(200);
        assertThat(first.text()).contains("这项申请是否已经撤回").doesNotContain("已经回答");

        var third = office.open(PATH + "?answers=nnnnnnnnnnyynnnnn&next=y").expect(200);
        assertThat(third.text()).contains("第三方是否同意公开", "《中华人民共和国政府信息公开条例》第十五条", "书面告知第三方");
        assertThat(third.page().select("a[href$='?answers=nnnnnnnnnnyynnnnn']")).hasSize(1);

        var end = office.open(PATH + "?answers=nnnnnnnnnnyynnnnnyn&next=y").expect(200);
        assertThat(end.text()).contains("办理结果：部分公开", "公开会损害第三方合法权益", "第三十七条", "区分处理清单 （随文书送达）");
    }

    @Test
    void showsEarlierRequestsLikeTheMatter() {
        var asked =
                Map.<String, Object>of(
                        "applicantClass", "natural-person",
                        "name", "公孙大娘",
                        "identityKind", "other-paper",
                        "identityNumber", "E70000001",
                        "phone", "0951-7654321",
                        "matters", List.of("典农河西岸第七号雨水排口的水质监测记录"),
                        "form", "paper",
                        "delivery", "in-person",
                        "channel", "in-person");
        var people = DemoPeople.at(port);
        var id = people.as("office").post("/api/v1/requests", asked).expect(201).number("/id");
        var office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);

        var page =
                office.open(
                                PATH
                                        + "?answers=nn&matter="
                                        + URLEncoder.encode(
                                                "典农河西岸第七号雨水排口2020年的水质监测记录", StandardCharsets.UTF_8))
                        .expect(200);

        assertThat(page.page().select("a[href=/desk/requests/" + id + "]")).hasSize(1);
        assertThat(page.page().select("input[name=matter]")).hasSize(1);
        assertThat(page.page().select("a[href*='matter=%E5%85%B8']")).hasSize(2);
        assertThat(
                        people.as("office")
                                .get(
                                        "/api/v1/requests/decision?matter="
                                                + URLEncoder.encode(
                                                        "典农河西岸第七号雨水排口的水质监测记录",
                                                        StandardCharsets.UTF_8))
                                .expect(200)
                                .number("/similar/0/id"))
                .isEqualTo(id);
        assertThat(
                        DeskClient.at(port)
                                .signIn("clerk", DemoPeople.PASSWORD)
                                .open(
                                        PATH
                                                + "?matter="
                                                + URLEncoder.encode(
                                                        "典农河西岸第七号雨水排口的水质监测记录",
                                                        StandardCharsets.UTF_8))
                                .expect(200)
                                .text())
                .contains("没有相近的申请");
    }

    @Test
    void saysTheSameOverTheApi() {
        var people = DemoPeople.at(port);
        var open = people.as("clerk").get("/api/v1/requests/decision").expect(200);
        assertThat(open.text("/question/name")).isEqualTo("ended");
        var end =
                people.as("clerk")
                        .get("/api/v1/requests/decision?answers=nnnnnnnnnnyn")
                        .expect(200);
        assertThat(end.text("/outcome/name")).isEqualTo("does-not-exist");
        assertThat(end.text("/outcome/papers/0")).isEqualTo("search-record");
        people.as("clerk").get("/api/v1/requests/decision?answers=yy").expect(422);
        people.as("clerk").get("/api/v1/requests/decision?answers=maybe").expect(422);
        ApiClient.at(port).get("/api/v1/requests/decision").expect(401);
    }

    @Test
    void isAccessibleWideAndNarrow() {
        try (var window = Browser.open()) {
            var page = window.newPage();
            DeskWindow.signIn(page, "http://127.0.0.1:" + port, "office");
            for (var answers : new String[] {"", "nnnnnnnnnnyynnnnnyy", "nnnnnnnnnnyynnnnnyny"}) {
                for (int width : new int[] {Browser.WIDE, Browser.NARROW}) {
                    page.setViewportSize(width, 900);
                    var address = "http://127.0.0.1:" + port + PATH + "?answers=" + answers;
                    assertThat(page.navigate(address).status()).isEqualTo(200);
                    Browser.photograph(page, "request-decision-" + answers.length() + "-" + width);
                    assertThat(
                                    ((Number) page.evaluate("document.documentElement.scrollWidth"))
                                            .intValue())
                            .isLessThanOrEqualTo(width);
                    assertThat(Axe.findings(page)).isEmpty();
                }
            }
        }
    }
}
