package org.gongkai.accessibility;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.testing.Axe;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoAgencyTest
@DisplayName("Accessibility bar (无障碍工具): 无障碍环境建设法 art. 32, WCAG 2.2")
class ReadingBarTests {
    private static final String PAPER = "getComputedStyle(document.body).backgroundColor";
    private static final String TYPE = "parseFloat(getComputedStyle(document.body).fontSize)";

    @LocalServerPort int port;

    private final List<BrowserContext> windows = new ArrayList<>();

    @AfterEach
    void close() {
        windows.forEach(BrowserContext::close);
    }

    @Test
    void isWorkedByKeyboardAndKeepsItsChoicesFromPageToPage() {
        var page = open("/columns", true);
        var keys = new Keys(page);
        keys.to("长者版");
        page.keyboard().press("Space");
        keys.to("无障碍");
        page.keyboard().press("Enter");
        keys.to("标准");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        keys.to("标准");
        keys.to("标准");
        keys.to("跟随系统");
        page.keyboard().press("ArrowLeft");

        assertThat(keys.unseen()).isEmpty();
        assertThat(page.evaluate(TYPE)).isEqualTo(17 * 1.42 * 1.5);
        assertThat(page.evaluate(PAPER)).isEqualTo("rgb(0, 0, 0)");

        page.keyboard().press("Escape");
        assertThat(page.locator("#reading-summary")).isFocused();
        assertThat(page.locator(".reading-panel")).isHidden();

        page.navigate(base() + "/search?q=%E6%B0%B4");
        assertThat(page.locator("html")).hasAttribute("data-edition", "elder");
        assertThat(page.locator("#edition-elder")).isChecked();
        assertThat(page.locator("#size-150")).isChecked();
        assertThat(page.evaluate(PAPER)).isEqualTo("rgb(0, 0, 0)");
        assertThat(page.context().cookies()).isEmpty();
    }

    @Test
    void setsTheReadersOtherWindowsToo() {
        var page = open("/", true);
        var other = page.context().newPage();
        other.navigate(base() + "/columns");
        page.locator("#edition-elder").check();

        assertThat(other.locator("html")).hasAttribute("data-edition", "elder");
        assertThat(other.locator("#edition-elder")).isChecked();
    }

    @Test
    void goesBackToThePageAsItComes() {
        var page = open("/", true);
        page.locator("#edition-elder").check();
        page.locator("#reading-summary").click();
        page.locator("#scheme-dark").check();
        page.locator("#leading-wide").check();
        page.locator(".reading [type=reset]").click();

        assertThat(page.locator(".reading [role=status]")).hasText("已恢复默认设置。");
        assertThat(page.evaluate("Object.keys(document.documentElement.dataset).length"))
                .isEqualTo(0);
        assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
    }

    @Test
    void neverChangesWhatTheServerSends() {
        var page = open("/", true);
        var before = page.request().get(base() + "/columns").text();
        page.locator("#edition-elder").check();
        var asked = page.waitForRequest("**/columns", () -> page.navigate(base() + "/columns"));

        assertThat(asked.allHeaders()).doesNotContainKey("cookie");
        assertThat(asked.response().text()).isEqualTo(before);
    }

    @Test
    void saysWhenTheBrowserKeepsNothing() {
        var page = open("/", true);
        page.addInitScript(
                "Object.defineProperty(window, 'localStorage', { get() { throw new Error('denied'); } });");
        page.navigate(base() + "/columns");
        page.locator("#edition-elder").check();

        assertThat(page.locator("html")).hasAttribute("data-edition", "elder");
        assertThat(page.locator(".reading [role=status]")).containsText("不允许保存设置");
    }

    @Test
    void worksOnThePageThatIsOpenWithoutScripts() {
        var page = open("/columns", false);
        page.locator("label[for=edition-elder]").click();
        page.locator("#reading-summary").click();
        page.locator("label[for=scheme-yellow-on-black]").click();
        page.locator("label[for=size-200]").click();

        assertThat(page.locator("body")).hasCSS("background-color", "rgb(0, 0, 0)");
        assertThat(page.locator("body")).hasCSS("font-size", "48.28px");
        assertThat(page.locator(".main-navigation .nav-more").first()).isHidden();
        assertThat(page.locator(".main-navigation a:has-text('依申请公开')")).isVisible();
        assertThat(page.locator("noscript .reading-said")).containsText("对本页有效");
        assertThat(page.locator("[data-aloud-start]")).isHidden();

        page.locator(".reading [type=reset]").click();
        assertThat(page.locator("body")).hasCSS("background-color", "rgb(255, 255, 255)");
    }

    @Test
    void isInOrderOpenAsClosed() {
        var page = open("/", true);
        page.locator("#reading-summary").click();
        assertThat(Axe.findings(page)).isEmpty();

        page.setViewportSize(Browser.NARROW, 740);
        Edition.ELDER.put(page, Browser.NARROW);
        assertThat(Axe.findings(page)).isEmpty();
    }

    @Test
    void followsTheSystemUntilAsked() {
        var window = Browser.open(Browser.WIDE, ColorScheme.DARK, true);
        windows.add(window);
        var page = window.newPage();
        page.navigate(base() + "/");
        assertThat(page.evaluate(PAPER)).isEqualTo("rgb(17, 25, 27)");

        page.locator("#reading-summary").click();
        page.locator("#scheme-light").check();
        assertThat(page.evaluate(PAPER)).isEqualTo("rgb(255, 255, 255)");
    }

    @Test
    void movesTheRulerWithPointerAndFocus() {
        var page = open("/", true);
        page.locator("#reading-summary").click();
        page.locator("#reading-ruler").check();
        var ruler = page.locator(".reading-ruler");
        page.mouse().move(300, 500);
        var box = ruler.boundingBox();
        assertThat(box.y + box.height / 2).isBetween(495.0, 505.0);

        page.locator("main input[type=search]").focus();
        var field = page.locator("main input[type=search]").boundingBox();
        var moved = ruler.boundingBox();
        assertThat(moved.y).isLessThan(field.y + field.height);
        assertThat(moved.y + moved.height).isGreaterThan(field.y);

        page.locator("#reading-ruler").uncheck();
        assertThat(ruler).hasCount(0);
    }

    private Page open(String path, boolean scripts) {
        var window = Browser.open(Browser.WIDE, ColorScheme.LIGHT, scripts);
        windows.add(window);
        var page = window.newPage();
        page.navigate(base() + path);
        return page;
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
