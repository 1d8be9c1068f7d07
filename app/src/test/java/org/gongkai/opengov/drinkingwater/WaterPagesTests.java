package org.gongkai.opengov.drinkingwater;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gongkai.testing.Axe;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskWindow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoAgencyTest
@DisplayName("Pages of the water of sources: narrow and wide, for everybody (水源水质页面)")
class WaterPagesTests {
    @LocalServerPort int port;

    @Test
    void areInOrderNarrowAndWide() {
        var first = first();
        var pages = new LinkedHashMap<String, String>();
        pages.put("sources", "/desk/water/sources");
        pages.put("source", "/desk/water/sources/" + first);
        pages.put("source-form", "/desk/water/sources/" + first + "/change");
        pages.put("board", "/desk/water");
        pages.put("month", "/desk/water/months/2021-06");
        pages.put("source-month", "/desk/water/months/2021-06/sources/" + first);
        pages.put("entry", "/desk/water/months/2021-07/sources/" + first + "/entry");
        pages.put("imports", "/desk/water/imports");
        pages.put("reports", "/desk/water/reports");
        pages.put("report", "/desk/water/reports/2021-06");
        pages.put("report-quarter", "/desk/water/reports/2021-Q1");
        pages.put("terms", "/desk/water/terms");
        pages.put("import", "/desk/water/imports/" + file());
        for (var width : new int[] {Browser.NARROW, Browser.WIDE}) {
            look(width, pages);
        }
    }

    private void look(int width, Map<String, String> pages) {
        try (var window = Browser.open(width, ColorScheme.LIGHT, true)) {
            var page = window.newPage();
            DeskWindow.signIn(page, "http://127.0.0.1:" + port, "clerk2");
            pages.forEach(
                    (name, path) -> {
                        page.navigate("http://127.0.0.1:" + port + path);
                        Browser.photograph(page, "water-" + name + "-" + width);
                        assertThat(Axe.findings(page)).as(path + " at " + width).isEmpty();
                        assertThat(
                                        page.evaluate(
                                                "document.documentElement.scrollWidth <="
                                                        + " window.innerWidth"))
                                .as(path + " at " + width)
                                .isEqualTo(true);
                    });
        }
    }

    @Test
    void areTypedByKeyboard() {
        try (var clerk = DeskWindow.of("clerk2", port)) {
            var page = clerk.open("/desk/water/months/2021-07/sources/" + first() + "/entry");
            page.locator("[id='item-1-1.value']").focus();

            page.keyboard().type("21.5");
            page.keyboard().press("Enter");
            page.keyboard().type("8.1");
            page.keyboard().press("ArrowDown");
            page.keyboard().type("8.6");
            page.keyboard().press("ArrowUp");

            assertThat(page.locator("[id='item-1-1.value']").inputValue()).isEqualTo("21.5");
            assertThat(page.locator("[id='item-1-3.value']").inputValue()).isEqualTo("8.6");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("item-1-2.value");
            assertThat(clerk.complaints()).isEmpty();
        }
    }

    /** The demo agency's first source, which is surface water. */
    private long first() {
        return DemoPeople.at(port)
                .as("clerk2")
                .get("/api/v1/water/sources?limit=1")
                .expect(200)
                .number("/items/0/id");
    }

    /** Something is wrong with it, and something is doubtful. */
    private long file() {
        var file =
                """
                水源地,采样日期,总硬度(mg/L),铁(mg/L),汞(mg/L),不认识的一列
                东郊水源地,2021-07-05,470,约0.3,0.002L,1
                没有的水源地,2021-07-05,470,0.3,0.00004L,1
                """;
        return DemoPeople.at(port)
                .as("clerk2")
                .upload(
                        "/api/v1/water/imports",
                        "七月.csv",
                        file.getBytes(StandardCharsets.UTF_8),
                        Map.of())
                .expect(201)
                .number("/file/id");
    }
}
