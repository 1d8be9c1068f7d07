package org.gongkai.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gongkai.testing.Axe;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoAgencyTest
@DisplayName("Every page (无障碍): WCAG 2.2 AA and best practice, wide, narrow and dark")
class EveryPageTests {
    private static final List<String> PUBLIC =
            List.of(
                    "/",
                    "/columns",
                    "/search",
                    "/search?q=%E9%A5%AE%E7%94%A8%E6%B0%B4",
                    "/search?q=%E6%97%A0%E6%AD%A4%E5%86%85%E5%AE%B9%E5%B0%B1%E5%AF%B9%E4%BA%86",
                    "/register",
                    "/deadline",
                    "/desk/login");

    @LocalServerPort int port;

    private final List<String> wrong = new ArrayList<>();
    private String base = "";

    @BeforeEach
    void atThisAddress() {
        base = "http://127.0.0.1:" + port;
    }

    @Test
    void ofThePublicSiteIsInOrder() {
        try (var window = Browser.open()) {
            walk(window, PUBLIC, new HashSet<>(), "public");
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void thatIsMissingStillHelps() {
        try (var window = Browser.open()) {
            var page = window.newPage();
            var answer = page.navigate(base + "/d/640100-113/2021-99999");

            assertThat(answer.status()).isEqualTo(404);
            assertThat(page.locator("main a").count()).isPositive();
            look("/d/640100-113/2021-99999", page, "missing");
        }

        assertThat(wrong).isEmpty();
    }

    private void walk(BrowserContext window, List<String> starts, Set<String> seen, String who) {
        var walk = new Walk(base, seen);
        walk.from(window.newPage(), starts, (path, page) -> look(path, page, who));
        wrong.addAll(walk.deadEnds());
    }

    private void look(String path, Page page, String who) {
        var name = who + (path.equals("/") ? "-home" : path.replaceAll("[^A-Za-z0-9]+", "-"));
        for (var view : View.values()) {
            page.setViewportSize(view.width, 900);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(view.scheme));
            Browser.photograph(page, name + "-" + view.name().toLowerCase(Locale.ROOT));
            var here = path + " (" + who + ", " + view + "): ";
            var width = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
            if (width > view.width) {
                wrong.add(here + "scrolls sideways, " + width + " px wide");
            }
            Axe.findings(page).forEach(it -> wrong.add(here + it));
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(Browser.WIDE, 900);
    }

    /** How a page is looked at. */
    private enum View {
        WIDE(Browser.WIDE, ColorScheme.LIGHT),
        NARROW(Browser.NARROW, ColorScheme.LIGHT),
        DARK(Browser.WIDE, ColorScheme.DARK);

        private final int width;
        private final ColorScheme scheme;

        View(int width, ColorScheme scheme) {
            this.width = width;
            this.scheme = scheme;
        }
    }
}
