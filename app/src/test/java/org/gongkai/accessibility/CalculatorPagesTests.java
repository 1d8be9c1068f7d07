package org.gongkai.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.gongkai.testing.Browser;
import org.gongkai.testing.ModuleTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ModuleTest
@DisplayName("Calculators of request clock and fee: a citizen with a browser")
class CalculatorPagesTests {
    private static final List<String> STATES =
            List.of(
                    "/request-clock",
                    "/request-clock?calendar=NX&channel=online&received=2021-07-10"
                            + "&type-1=confirmed&date-1=2021-07-12&detail-1="
                            + "&type-2=third-party-asked&date-2=2021-07-15&detail-2=&do=count",
                    "/request-clock?calendar=CN&channel=in-person&received=2021-06-01"
                            + "&type-1=extended&date-1=2021-07-01&detail-1=30"
                            + "&type-2=answer-dispatched&date-2=2021-07-05&detail-2=&do=count",
                    "/request-clock?calendar=CN&channel=fax&received=2021-06-01&do=count",
                    "/request-clock?calendar=CN&channel=in-person&received=2021-06-01"
                            + "&type-1=corrected&date-1=2021-06-02&detail-1=",
                    "/request-fee",
                    "/request-fee?method=piece&from=&to=55",
                    "/request-fee?method=page&pages=no");

    @LocalServerPort int port;

    @Test
    void seesNothingInTheWayOnAnyOfThem() {
        var check = new PageCheck();
        try (var window = Browser.open(Browser.WIDE, ColorScheme.LIGHT, true)) {
            var page = window.newPage();
            for (var state : STATES) {
                page.navigate("http://127.0.0.1:" + port + state);
                check.look(page, "calculator-" + STATES.indexOf(state));
            }
        }

        assertThat(check.wrong()).isEmpty();
    }

    @Test
    void tellsACaseRowByRowWithoutScripts() {
        try (var window = Browser.open(Browser.NARROW, ColorScheme.LIGHT, false)) {
            var page = window.newPage();
            page.navigate("http://127.0.0.1:" + port + "/request-clock");
            page.check("#calendar");
            page.check("[name=channel][value=in-person]");
            page.fill("#received", "2021-06-01");
            page.selectOption("#type-1", "third-party-asked");
            page.fill("#date-1", "2021-06-08");
            page.selectOption("#type-2", "third-party-received");
            page.fill("#date-2", "2021-06-10");
            page.click("button[value=more]");
            page.selectOption("#type-3", "third-party-answered");
            page.fill("#date-3", "2021-06-21");
            page.press("#date-3", "Enter");

            assertThat(page.locator(".banner.good").innerText()).contains("2021年7月12日(周一)");

            page.click("button[value=less-2]");
            page.click("button[value=less-2]");
            page.click(".button[value=count]");
            assertThat(page.locator(".banner.good").innerText()).contains("2021年7月23日(周五)");
        }
    }
}
