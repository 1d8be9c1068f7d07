package org.gongkai.accessibility;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoAgencyTest
@DisplayName("Keyboard (只用键盘): from log-in to the public page without a mouse")
class KeyboardJourneyTests {
    private static final String TITLE = "关于开展水源地水质监测的通知";
    private static final String TEXT = "只用键盘写成的正文：每月监测一次，按月公开监测结果。";

    @LocalServerPort int port;

    private final List<BrowserContext> windows = new ArrayList<>();
    private final List<String> unseen = new ArrayList<>();

    @AfterEach
    void close() {
        windows.forEach(BrowserContext::close);
    }

    @Test
    void carriesADocumentFromLogInToItsPublicPage() {
        var document = draftedAndSent();
        sign("head", document);
        sign("secrecy", document);
        sign("leader", document);
        var office = signIn("office");
        office.navigate(base() + document);
        var keys = new Keys(office);
        keys.press("发布");
        keys.press("公开页面");
        unseen.addAll(keys.unseen());

        assertThat(office.locator("h1")).hasText(TITLE);
        assertThat(office.locator(".paper-body")).containsText(TEXT);
        assertThat(unseen).isEmpty();
    }

    @Test
    void isToldWhatToMendWhereItsFocusIs() {
        var clerk = signIn("clerk");
        clerk.navigate(base() + "/desk/documents/new");
        var keys = new Keys(clerk);
        keys.type("标题", "");
        keys.press("开始起草");

        assertThat(clerk.locator(".error-summary")).isFocused();
        clerk.keyboard().press("Tab");
        clerk.keyboard().press("Enter");
        assertThat(clerk.locator(".has-problem").first().locator(":focus")).hasCount(1);
    }

    private String draftedAndSent() {
        var clerk = signIn("clerk");
        var keys = new Keys(clerk);
        keys.press("起草");
        keys.type("标题", TITLE);
        fillIn(clerk, keys);
        keys.press("开始起草");
        clerk.waitForURL("**/edit");
        writeOn(clerk, keys);
        keys.press("保存并送审");
        assertThat(clerk.locator("main")).containsText("已送审");
        assertThat(clerk.locator(".banner[data-focus]")).isFocused();
        unseen.addAll(keys.unseen());
        return clerk.url().substring(base().length()).replaceAll("[?].*", "");
    }

    /** The order of the fields may change; each is reached from wherever the focus is. */
    private static void fillIn(Page clerk, Keys keys) {
        if (!clerk.getByLabel("通知公告").isChecked()) {
            radio(clerk, keys, "kind");
            keys.choose("通知公告");
        }
        keys.to("责任科室");
        keys.choose("办公室");
        keys.to("公开栏目");
        keys.choose("重点工作");
    }

    private static void writeOn(Page clerk, Keys keys) {
        keys.to("成文（形成）日期");
        typeTheDay(clerk);
        radio(clerk, keys, "attribute");
        keys.choose("主动公开");
        keys.to("属于条例第二十条哪一项");
        keys.choose("（三）");
        keys.type("法律依据", "《政府信息公开条例》第二十条第三项");
        radio(clerk, keys, "origin");
        keys.choose("自制");
        keys.type("正文", TEXT);
        assertThat(clerk.locator(".ProseMirror")).containsText(TEXT);
    }

    /** To the group of radio buttons of this field: its chosen button, or else its first. */
    private static void radio(Page clerk, Keys keys, String field) {
        var stop = clerk.locator("input[type=radio][name=" + field + "]:checked");
        var at = stop.count() > 0 ? stop : clerk.locator("input[name=" + field + "]").first();
        keys.to(
                at.evaluate("it => it.labels[0].textContent.trim().replace(/\\s+/g, ' ')")
                        .toString());
    }

    /** Year, month and day in the order of the browser's own language. */
    private static void typeTheDay(Page clerk) {
        for (var digits : List.of("07282021", "20210728")) {
            clerk.keyboard().type(digits);
            if (clerk.evaluate("document.activeElement.value").equals("2021-07-28")) {
                return;
            }
            clerk.keyboard().press("ArrowLeft");
            clerk.keyboard().press("ArrowLeft");
        }
        throw new AssertionError("The day cannot be typed.");
    }

    private void sign(String who, String document) {
        var page = signIn(who);
        page.navigate(base() + document);
        var keys = new Keys(page);
        keys.press("阅读并审签");
        keys.tick("政治关通过");
        keys.tick("保密关通过");
        keys.tick("文字关通过");
        keys.press("签署");
        assertThat(page.locator("main")).containsText("已签署");
        unseen.addAll(keys.unseen());
    }

    private Page signIn(String who) {
        var window = Browser.open();
        windows.add(window);
        var page = window.newPage();
        page.navigate(base() + "/desk/login");
        var keys = new Keys(page);
        keys.type("用户名", who);
        keys.type("密码", DemoPeople.PASSWORD);
        keys.press("登录");
        page.waitForURL("**/desk");
        unseen.addAll(keys.unseen());
        return page;
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
