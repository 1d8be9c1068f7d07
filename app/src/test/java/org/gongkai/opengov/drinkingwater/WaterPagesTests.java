package org.gongkai.opengov.drinkingwater;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
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
        var first =
                DemoPeople.at(port)
                        .as("clerk2")
                        .get("/api/v1/water/sources?limit=1")
                        .expect(200)
                        .number("/items/0/id");

        look("sources", "/desk/water/sources");
        look("source", "/desk/water/sources/" + first);
        look("source-form", "/desk/water/sources/" + first + "/change");
    }

    private void look(String name, String path) {
        for (var width : new int[] {Browser.NARROW, Browser.WIDE}) {
            try (var window = Browser.open(width, ColorScheme.LIGHT, true)) {
                var page = window.newPage();
                DeskWindow.signIn(page, "http://127.0.0.1:" + port, "clerk2");
                page.navigate("http://127.0.0.1:" + port + path);

                assertThat(Axe.findings(page)).as(path + " at " + width).isEmpty();
                assertThat(
                                page.evaluate(
                                        "document.documentElement.scrollWidth <= window.innerWidth"))
                        .as(path + " at " + width)
                        .isEqualTo(true);
                Browser.photograph(page, "water-" + name + "-" + width);
            }
        }
    }
}
