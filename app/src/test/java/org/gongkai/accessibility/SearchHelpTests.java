package org.gongkai.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.gongkai.testing.Axe;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.DeskWindow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What stands around the search: help where nothing is found, suggestions, and the office's pages.
 */
@DemoAgencyTest
@DisplayName("Around the search (检索的帮助与维护)")
class SearchHelpTests {
    /** Whether the last suggestion lies on top of the page and is not cut off. */
    private static final String LAST_IS_SEEN =
            """
            () => {
              const last = [...document.querySelectorAll("#home-q-suggestions [role=option]")].at(-1);
              const box = last.getBoundingClientRect();
              return last.contains(document.elementFromPoint(box.x + 20, box.y + box.height / 2));
            }
            """;

    @LocalServerPort int port;
    @Autowired JdbcClient database;

    @Test
    void sendsWhoFindsNothingToTheGuideAndToTheRequest() {
        var page = DeskClient.at(port).open("/search?q=无此内容就对了").expect(200).page();

        assertThat(page.select(".nothing a[href='/c/on-request']").text()).startsWith("依申请公开");
        assertThat(page.select(".nothing a[href='/c/guide']").text()).startsWith("政府信息公开指南");
        assertThat(page.select(".nothing").text()).contains("0951-0000100");
    }

    @ParameterizedTest
    @ValueSource(ints = {Browser.WIDE, Browser.NARROW})
    void showsItsSuggestionsWithoutMovingThePage(int width) {
        try (var window = Browser.open(width, ColorScheme.LIGHT, true)) {
            var page = window.newPage();
            page.navigate(base() + "/");
            page.locator("#home-q").pressSequentially("环境");
            page.locator("#home-q-suggestions [role=option]").first().waitFor();
            page.keyboard().press("ArrowDown");

            Browser.photograph(page, "around-suggestions-" + width);
            var list = page.locator("#home-q-suggestions").boundingBox();
            assertThat(list.x + list.width).isLessThanOrEqualTo(width);
            assertThat(page.evaluate(LAST_IS_SEEN)).isEqualTo(true);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Browser.WIDE, Browser.NARROW})
    void isLookedAfterOnPagesThatFit(int width) {
        database.sql(
                        """
                        INSERT INTO search_question (day, question, asked, unanswered, opened)
                        VALUES ('2021-07-29', '饮用水水源地水质监测信息在哪里看', 12, 7, 2), ('2021-07-30', '环评', 31, 0, 18)
                        ON CONFLICT DO NOTHING
                        """)
                .update();
        try (var window = Browser.open(width, ColorScheme.LIGHT, true)) {
            var page = window.newPage();
            DeskWindow.signIn(page, base(), "office");
            for (var path : List.of("/desk/search-words", "/desk/search-questions")) {
                page.navigate(base() + path);
                looksRight(page, path.substring("/desk/".length()), width);
            }
            page.navigate(base() + "/desk/search-words");
            page.locator("[name=line]").first().fill("蓝天保卫战 打赢蓝天");
            Browser.follow(page, () -> page.locator("[name=step][value=preview]").click());
            looksRight(page, "search-words-preview", width);
        }
    }

    private static void looksRight(Page page, String name, int width) {
        Browser.photograph(page, "around-" + name + "-" + width);
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                .as(name)
                .isLessThanOrEqualTo(width);
        assertThat(Axe.findings(page)).as(name).isEmpty();
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
