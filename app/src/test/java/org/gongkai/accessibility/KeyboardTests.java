package org.gongkai.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DeskWindow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoAgencyTest
@DisplayName("Keyboard (键盘操作): everything can be reached, and one sees where one is")
class KeyboardTests {
    /** What a reader can act on, each named by its place; of radio buttons, one for each group. */
    private static final String STOPS =
            """
            () => {
              const names = new Map();
              const all = [...document.querySelectorAll(
                "a[href], button, input, select, textarea, summary, [tabindex]")];
              const stops = all.filter((it) => it.tabIndex >= 0 && !it.disabled && it.type !== "hidden"
                && it.id !== "content" && it.checkVisibility({ visibilityProperty: true })
                && !(it.type === "radio" && [...document.querySelectorAll(`input[name="${it.name}"]`)]
                  .some((other) => other !== it && (other.checked || other.compareDocumentPosition(it) & 4) && !it.checked)));
              stops.forEach((it, at) => { it.dataset.stop = at; });
              return stops.length;
            }
            """;

    private static final String HERE =
            """
            () => {
              const it = document.activeElement;
              const style = getComputedStyle(it);
              const box = it.getBoundingClientRect();
              const seen = it.matches("[type=radio], [type=checkbox]") || box.width > 1;
              return { stop: it.dataset.stop ?? null, tag: it.outerHTML.slice(0, 120),
                outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
                inView: box.bottom > 0 && box.top < innerHeight && seen };
            }
            """;

    @LocalServerPort int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/search?q=%E6%B0%B4",
                "/columns",
                "/deadline",
                "/request-clock",
                "/request-fee",
                "/desk/login"
            })
    void reachesEverythingOnPublicPages(String path) {
        try (var window = Browser.open(Browser.WIDE, ColorScheme.LIGHT, true)) {
            var page = window.newPage();
            page.navigate(base() + path);

            assertThat(wrongStops(page)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk", "/desk/components", "/desk/registers"})
    void reachesEverythingOnTheDesk(String path) {
        try (var window = Browser.open(Browser.WIDE, ColorScheme.LIGHT, true)) {
            var page = window.newPage();
            DeskWindow.signIn(page, base(), "clerk");
            page.navigate(base() + path);

            assertThat(wrongStops(page)).isEmpty();
        }
    }

    @Test
    void skipsToTheContentFirst() {
        try (var window = Browser.open(Browser.WIDE, ColorScheme.LIGHT, true)) {
            var page = window.newPage();
            page.navigate(base() + "/columns");

            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip-link");
            assertThat(here(page).get("inView")).isEqualTo(true);

            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(
                            page.evaluate(
                                    "document.querySelector('#content').contains(document.activeElement)"))
                    .isEqualTo(true);
        }
    }

    @Test
    void movesThroughTheEditorsToolsByArrowKeys() {
        try (var window = Browser.open(Browser.WIDE, ColorScheme.LIGHT, true)) {
            var page = window.newPage();
            DeskWindow.signIn(page, base(), "clerk");
            page.navigate(base() + "/desk/components");
            var tools = page.locator("[role=toolbar] button:visible");

            tools.first().focus();
            page.keyboard().press("End");
            assertThat(command(page)).isEqualTo("table");
            page.keyboard().press("ArrowRight");
            assertThat(command(page)).isEqualTo("undo");
            assertThat(page.locator("[role=toolbar] button[tabindex='0']").count()).isEqualTo(1);
        }
    }

    private static Object command(Page page) {
        return page.evaluate("document.activeElement.dataset.command");
    }

    /** What the tab key misses, and where one does not see the focus. */
    private static List<String> wrongStops(Page page) {
        var count = ((Number) page.evaluate(STOPS)).intValue();
        page.evaluate("() => { document.activeElement.blur(); window.focus(); }");
        var wrong = new ArrayList<String>();
        Set<Object> reached = new LinkedHashSet<>();
        for (var press = 0; press < count + 40 && reached.size() < count; press++) {
            page.keyboard().press("Tab");
            var here = here(page);
            if (here.get("stop") != null && reached.add(here.get("stop"))) {
                if (!Boolean.TRUE.equals(here.get("outline"))) {
                    wrong.add("no visible focus: " + here.get("tag"));
                }
                if (!Boolean.TRUE.equals(here.get("inView"))) {
                    wrong.add("out of sight: " + here.get("tag"));
                }
            }
        }
        for (var stop = 0; stop < count; stop++) {
            if (!reached.contains(String.valueOf(stop))) {
                wrong.add(
                        "not reached: "
                                + page.evaluate(
                                        "at => document.querySelector(`[data-stop='${at}']`).outerHTML.slice(0,120)",
                                        stop));
            }
        }
        return wrong;
    }

    private static Map<?, ?> here(Page page) {
        return (Map<?, ?>) page.evaluate(HERE);
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
