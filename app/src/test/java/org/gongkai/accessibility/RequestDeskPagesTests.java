package org.gongkai.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskWindow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoAgencyTest
@DisplayName("The desk's pages of requests (依申请公开办件页面), with something on them, in a browser")
class RequestDeskPagesTests {
    @LocalServerPort int port;

    @Test
    void areInOrderWideNarrowAndDarkAndWorkByKeyboard() {
        var people = DemoPeople.at(port);
        var id = takeIn(people, "海宝公园噪声监测点的夜间监测数据");
        var later = takeIn(people, "海宝公园噪声监测点2020年夜间监测数据");
        people.as("office")
                .post(
                        "/api/v1/requests/assignments",
                        Map.of(
                                "ids",
                                List.of(id),
                                "section",
                                "water",
                                "holder",
                                "clerk2",
                                "note",
                                "请三日内回复"))
                .expect(200);
        people.as("office")
                .post(
                        "/api/v1/requests/" + id + "/chases",
                        Map.of("kind", "chase", "to", "clerk2", "words", "请今天回复"))
                .expect(201);
        var check = new PageCheck();
        var base = "http://127.0.0.1:" + port;
        try (var window = Browser.open()) {
            var page = window.newPage();
            DeskWindow.signIn(page, base, "office");
            for (var path :
                    List.of(
                            "/desk/requests/board",
                            "/desk/requests?state=open&q=%E6%B5%B7%E5%AE%9D%E5%85%AC%E5%9B%AD",
                            "/desk/requests/hand-over",
                            "/desk/requests/filters?query=due%3Dover",
                            "/desk/requests/" + id + "/handling",
                            "/desk/requests/" + id + "/archive",
                            "/desk/requests/" + later,
                            "/desk/request-retention")) {
                page.navigate(base + path);
                check.look(page, path.replaceAll("[0-9]+|\\?.*", ""));
            }
            assertThat(check.wrong()).isEmpty();

            // Without a mouse: choose the first request, then who is to have it, and send.
            page.navigate(
                    base + "/desk/requests?state=open&q=%E6%B5%B7%E5%AE%9D%E5%85%AC%E5%9B%AD");
            page.locator("#ids").focus();
            page.keyboard().press("Space");
            page.locator("#toHolder").focus();
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Tab");
            page.keyboard().type("键盘分办");
            Browser.follow(page, () -> page.keyboard().press("Enter"));
            assertThat(page.locator("h1").textContent()).isEqualTo("分办结果");
            check.look(page, "requests-assigned");
        }
        assertThat(check.wrong()).isEmpty();
    }

    private static long takeIn(DemoPeople people, String matter) {
        return people.as("office")
                .post(
                        "/api/v1/requests",
                        Map.of(
                                "applicantClass", "natural-person",
                                "name", matter.contains("2020") ? "东方朔" : "西门豹",
                                "identityKind", "other-paper",
                                "identityNumber", "E" + matter.length() + "000000",
                                "phone", "0951-7654321",
                                "matters", List.of(matter),
                                "form", "paper",
                                "delivery", "in-person",
                                "channel", "in-person"))
                .expect(201)
                .number("/id");
    }
}
