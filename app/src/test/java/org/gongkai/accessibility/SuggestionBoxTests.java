package org.gongkai.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoAgencyTest
@DisplayName("Suggestions in the search box (检索提示) by keyboard — ARIA practices, combobox")
class SuggestionBoxTests {

    @LocalServerPort int port;

    @Test
    void areChosenWithTheArrowsAndAskedWithEnter() {
        try (var window = Browser.open(Browser.WIDE, ColorScheme.LIGHT, true)) {
            var page = window.newPage();
            page.navigate("http://127.0.0.1:" + port + "/search");
            var box = page.locator("#q");
            box.pressSequentially("双随");
            page.locator("#q-suggestions [role=option]").first().waitFor();
            assertThat(box.getAttribute("aria-expanded")).isEqualTo("true");

            box.press("ArrowDown");
            var chosen = page.locator("#q-suggestions [aria-selected=true]").textContent();
            assertThat(box.getAttribute("aria-activedescendant")).isEqualTo("q-suggestions-0");
            assertThat(box.inputValue()).isEqualTo(chosen);

            box.press("Escape");
            assertThat(box.inputValue()).isEqualTo("双随");
            assertThat(box.getAttribute("aria-expanded")).isEqualTo("false");

            box.press("ArrowDown");
            box.press("Enter");
            page.waitForURL(it -> it.contains("/search?q="));
            assertThat(page.locator("#q").inputValue()).isEqualTo(chosen);
        }
    }
}
