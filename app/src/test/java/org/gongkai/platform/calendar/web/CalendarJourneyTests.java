package org.gongkai.platform.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import org.gongkai.testing.ApiClient;
import org.gongkai.testing.Axe;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DeskClient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Changes only the years 2089 and 2090, and takes them back. */
@DemoAgencyTest
@DisplayName("Calendar — the office keeps it, everybody counts by it")
class CalendarJourneyTests {
    private static final String PASSWORD = "gongkai-demo-2021";

    @LocalServerPort private int port;

    @Test
    void theOfficeImportsAYearAmendsItAndWithdrawsIt() {
        var office = DeskClient.at(port).signIn("office", PASSWORD);

        office.open("/desk/calendar/import").expect(200);
        office.send(
                        "/desk/calendar/import",
                        Map.of(
                                "calendar", "NX",
                                "number", "听说的",
                                "validFrom", "2089-11-30",
                                "certainty", "CHECKED",
                                "text", yearFile("2090-03-20", "2090-03-21")))
                .expect(422);
        assertThat(office.text()).contains("没有文号的日期不能登记");
        assertThat(office.page().select("textarea[name=text]").val()).contains("2090-03-20");

        office.send("/desk/calendar/import", Map.of("number", "宁政办发〔2089〕90号")).expect(200);
        assertThat(office.text())
                .contains("登记为2090年全年安排")
                .contains("2090年3月20日(周一)")
                .contains("开斋节，自治区规定放假");

        office.send("/desk/calendar/enter", Map.of("step", "enter")).expect(302);
        office.follow().expect(200);
        assertThat(office.text()).contains("已登记宁政办发〔2089〕90号");
        var entered = office.page().select("a[href^=/desk/calendar/notices/]").first().attr("href");

        office.open(entered).expect(200);
        assertThat(office.text()).contains("开斋节").contains("holiday-cn 数据集 2090.json");
        office.send(entered + "/withdraw", Map.of("reason", " ")).expect(422);
        assertThat(office.text()).contains("请写明撤销理由");
        office.send(entered + "/withdraw", Map.of("reason", "试录")).expect(302);
        office.follow().expect(200);
        assertThat(office.text()).contains("撤销了这项登记，理由：试录");
    }

    @Test
    void theFormKeepsWhatWasTypedAndSaysWhatToMend() {
        var office = DeskClient.at(port).signIn("operator", PASSWORD);

        office.open("/desk/calendar/enter").expect(200);
        office.send(
                        "/desk/calendar/examine",
                        Map.of("year", "明年", "days", "2089-02-30 放假 春节\n2089-03-01 上班 春节"))
                .expect(422);

        assertThat(office.text()).contains("请填写四位年份").contains("第1行看不懂");
        assertThat(office.page().select("input[name=year]").val()).isEqualTo("明年");
        assertThat(office.page().select("textarea[name=days]").val()).contains("2089-02-30");
    }

    @Test
    void aClerkLooksButDoesNotChange() {
        var clerk = DeskClient.at(port).signIn("clerk", PASSWORD);

        clerk.open("/desk/calendar?year=2021&calendar=NX").expect(200);
        assertThat(clerk.text())
                .contains("2021年工作日历")
                .contains("全年工作日246天")
                .contains("国办发明电〔2020〕27号")
                .doesNotContain("登记通知");
        clerk.open("/desk/calendar/enter").expect(403);
        clerk.open("/desk/calendar/import").expect(403);
        clerk.open("/desk/calendar?year=1999").expect(404);
        clerk.open("/desk/calendar?year=2021&calendar=XX").expect(404);
        clerk.open("/desk/calendar/notices/999999").expect(404);
    }

    @Test
    void nobodyElseSeesTheDesk() {
        DeskClient.at(port).open("/desk/calendar").expect(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2021-09-17&workingDays=7&calendar=CN",
                "from=2020-01-22&workingDays=20&calendar=CN",
                "from=2026-12-21&workingDays=10&calendar=NX",
                "from=2021-09-17&workingDays=0&calendar=NX",
                "from=2021-09-17&workingDays=400&calendar=CN"
            })
    void theApiAnswersAsItsDocumentSays(String query) {
        ApiClient.at(port).get("/api/v1/public/deadline?" + query).expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2021-09-17&workingDays=401&calendar=CN",
                "from=2021-09-31&workingDays=4&calendar=CN",
                "workingDays=4&calendar=CN",
                "from=2021-09-17&calendar=CN",
                "from=2021-09-17&workingDays=4",
                "from=2021-09-17&workingDays=4&calendar=XX",
                "from=2021-09-17&workingDays=-1&calendar=CN"
            })
    void theApiRefusesWithTheFieldThatIsWrong(String query) {
        ApiClient.at(port)
                .get("/api/v1/public/deadline?" + query)
                .expectProblem(422, "invalid-input");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/deadline",
                "/deadline?from=2020-01-22&workingDays=20&calendar=CN",
                "/deadline?from=x&workingDays=x&calendar=x"
            })
    void thePublicPageHasNoBarrier(String address) {
        try (var window = Browser.open(Browser.NARROW, ColorScheme.LIGHT, true)) {
            Page page = window.newPage();
            page.navigate("http://127.0.0.1:" + port + address);

            assertThat(Axe.findings(page)).isEmpty();
            Browser.photograph(page, "deadline-" + Math.abs(address.hashCode() % 1000));
            assertThat(page.evaluate("document.documentElement.scrollWidth <= 360"))
                    .isEqualTo(true);
        }
    }

    @Test
    void theDeskPagesHaveNoBarrier() {
        try (var window = Browser.open()) {
            Page page = window.newPage();
            page.navigate("http://127.0.0.1:" + port + "/desk/login");
            page.fill("[name=username]", "office");
            page.fill("[name=password]", PASSWORD);
            page.click("main button[type=submit]");

            for (var name : new String[] {"", "/enter", "/import", "/notices/1"}) {
                page.navigate("http://127.0.0.1:" + port + "/desk/calendar" + name);
                assertThat(Axe.findings(page)).as(name).isEmpty();
                Browser.photograph(page, "calendar" + name.replace('/', '-'));
            }
        }
    }

    private static String yearFile(String first, String second) {
        return """
        {"year":2090,"papers":[],"days":[{"name":"开斋节","date":"%s","isOffDay":true},
                                         {"name":"开斋节","date":"%s","isOffDay":true}]}
        """
                .formatted(first, second);
    }
}
