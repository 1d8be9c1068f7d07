package org.gongkai.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.PublicWork;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a reader prints is the document, whatever the screen was set to. */
@DemoAgencyTest
@DisplayName("A document on paper (打印)")
class PaperTests {
    /** What has no use on paper: tools, navigation, search, buttons. */
    private static final List<String> SCREEN_ONLY =
            List.of(
                    ".reading",
                    "[data-reader]",
                    ".reading-ruler",
                    ".main-navigation",
                    ".search-form",
                    ".skip-link",
                    ".print-tools",
                    ".button",
                    ".breadcrumb");

    private static final String LOOK =
            """
            () => {
              const style = (it) => getComputedStyle(document.querySelector(it));
              return style("body").backgroundColor + " " + style(".paper-body").color;
            }
            """;

    @LocalServerPort int port;

    @ParameterizedTest
    @ValueSource(strings = {"", "/print"})
    void hasNoToolsOfTheScreen(String view) {
        var path = published("打印出来的通知" + view.length()) + view;
        try (var window = Browser.open(Browser.WIDE, ColorScheme.DARK, true)) {
            var page = window.newPage();
            page.navigate("http://127.0.0.1:" + port + path);

            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            Browser.photograph(page, "on-paper" + view.replace("/", "-"));
            for (var it : SCREEN_ONLY) {
                var found = page.locator(it);
                for (int at = 0; at < found.count(); at++) {
                    assertThat(found.nth(at).isVisible()).as(it).isFalse();
                }
            }
            assertThat(page.locator(".paper-title").isVisible()).isTrue();
            assertThat(page.locator(".paper-head").isVisible()).isTrue();
        }
    }

    @Test
    void isBlackOnWhiteAndOfOneSizeWhateverTheScreenWasSetTo() {
        var path = published("深色配色下打印的通知");
        try (var window = Browser.open(Browser.WIDE, ColorScheme.DARK, true)) {
            var page = window.newPage();
            page.navigate("http://127.0.0.1:" + port + path);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            var plain = page.locator(".paper-body p").boundingBox();
            assertThat(page.evaluate(LOOK)).asString().endsWith("rgb(0, 0, 0)");

            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            for (var edition : List.of(Edition.ELDER, Edition.YELLOW_ON_BLACK, Edition.TWICE)) {
                edition.put(page, Browser.WIDE);
                page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
                assertThat(page.evaluate(LOOK))
                        .as(edition.label())
                        .asString()
                        .matches("(rgb\\(255, 255, 255\\)|rgba\\(0, 0, 0, 0\\)) rgb\\(0, 0, 0\\)");
                assertThat(page.locator(".paper-body p").boundingBox().height)
                        .as(edition.label())
                        .isEqualTo(plain.height);
                page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            }
        }
    }

    private String published(String title) {
        return PublicWork.at(port)
                .publish(
                        "notice",
                        title,
                        "<p>水质监测结果已经公布，请各单位周知。</p>",
                        Map.of("formedOn", "2021-07-28"))
                .path();
    }
}
