package org.gongkai.accessibility;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoAgencyTest
@DisplayName("Keyboard (只用键盘): what readers come for, without a mouse")
class ReaderKeyboardTests {
    private static final String TITLE = "只用键盘查到的监测点位通知";
    private static final int MORE_THAN_A_PAGE = 21;

    @LocalServerPort int port;
    @Autowired JdbcClient database;

    private final BrowserContext window = Browser.open();

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void findsNarrowsOpensAndTakesAFile() {
        publishWithAFile();
        var page = window.newPage();
        page.navigate(base() + "/");
        var keys = new Keys(page);
        keys.type("请输入要查找的内容", TITLE);
        Browser.follow(page, () -> page.keyboard().press("Enter"));
        assertThat(page.locator(".search-count")).containsText(TITLE);

        var choice = page.locator(".filters li a").first().textContent();
        keys.press(choice.strip().replaceAll("\\s+", " "));
        assertThat(page.locator(".filters [aria-current]")).not().hasCount(0);

        keys.press(TITLE);
        assertThat(page.locator("h1")).hasText(TITLE);

        keys.to("点位表.txt");
        var file = page.waitForDownload(() -> page.keyboard().press("Enter"));
        assertThat(file.suggestedFilename()).isEqualTo("点位表.txt");

        keys.press("打印版");
        assertThat(page.locator("h1")).hasText(TITLE);
        assertThat(keys.unseen()).isEmpty();
    }

    @Test
    void turnsPages() {
        var people = DemoPeople.at(port);
        for (int number = 1; number <= MORE_THAN_A_PAGE; number++) {
            people.published(DemoPeople.notice("逐页看的样本之" + number, "<p>样本。</p>"));
        }
        var page = window.newPage();
        page.navigate(base() + "/c/key-work");
        var keys = new Keys(page);
        keys.press("下一页");
        assertThat(page.locator(".pagination [aria-current]")).hasText("2");

        keys.press("上一页");
        assertThat(page.locator(".pagination [aria-current]")).hasText("1");
        assertThat(keys.unseen()).isEmpty();
    }

    @Test
    void fillsInAFormAndIsToldWhatIsWrong() {
        var page = window.newPage();
        page.navigate(base() + "/deadline");
        var keys = new Keys(page);
        keys.type("工作日数", "很多");
        keys.press("测算");
        assertThat(page.locator(".error-summary")).isFocused();

        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator(".has-problem").first().locator(":focus")).hasCount(1);
        assertThat(page.locator("[name=workingDays]")).hasValue("很多");
        assertThat(keys.unseen()).isEmpty();
    }

    /** From a document to the report of its mistake, what was forgotten, and the answer. */
    @Test
    void reportsAMistakeAndLooksForTheAnswer() {
        database.sql("DELETE FROM mistake_try").update();
        var people = DemoPeople.at(port);
        people.published(DemoPeople.notice("只用键盘找错的通知", "<p>按步就班。</p>"));
        var page = window.newPage();
        page.navigate(base() + "/search?q=只用键盘找错的通知");
        var keys = new Keys(page);
        keys.press("只用键盘找错的通知");
        keys.press("为本页找错");
        assertThat(page.locator("[name=page]")).hasValue(Pattern.compile("/d/.+"));

        keys.press("提交");
        assertThat(page.locator(".error-summary")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator(".has-problem").first().locator(":focus")).hasCount(1);
        keys.choose("错别字");
        keys.type("哪里有错", "第一段“按步就班”应为“按部就班”。");
        keys.press("提交");
        assertThat(page.locator("h1")).hasText("已收到您的留言");
        var number = page.locator(".keep").textContent();
        var secret = page.locator("dd .number").textContent();

        keys.press("查看找错答复");
        keys.type("留言编号", number);
        keys.type("查询码", secret);
        keys.press("查看");
        assertThat(page.locator("h1")).hasText("留言" + number);
        assertThat(keys.unseen()).isEmpty();
    }

    @Test
    void hearsThePageWithoutLosingTheFocusBehindTheButtons() {
        var page = window.newPage();
        page.addInitScript(ReadingAloudTests.VOICE.formatted(true));
        page.navigate(base() + "/accessibility");
        var keys = new Keys(page);
        keys.to("无障碍");
        page.keyboard().press("Enter");
        keys.to("朗读本页");
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-reader]")).isVisible();

        for (int press = 0; press < 40; press++) {
            page.keyboard().press("Tab");
            assertThat(hidden(page)).as("stop " + press).isEqualTo(false);
        }
    }

    /** WCAG 2.4.11: the focus is not wholly behind what is fixed over the page. */
    private static Object hidden(Page page) {
        return page.evaluate(
                """
                () => {
                  const it = document.activeElement;
                  const reader = document.querySelector("[data-reader]");
                  if (it === document.body || reader.contains(it)) return false;
                  return it.getBoundingClientRect().top >= reader.getBoundingClientRect().top;
                }
                """);
    }

    private void publishWithAFile() {
        var people = DemoPeople.at(port);
        var bytes = "东郊水源地".getBytes(StandardCharsets.UTF_8);
        var kept = people.as("clerk").upload("/api/v1/files", "点位表.txt", bytes, Map.of());
        var notice = DemoPeople.notice(TITLE, "<p>点位见附件。</p>");
        var sha256 = kept.expect(201).text("/sha256");
        notice.put("attachments", List.of(Map.of("sha256", sha256, "name", "点位表.txt")));
        people.published(notice);
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
