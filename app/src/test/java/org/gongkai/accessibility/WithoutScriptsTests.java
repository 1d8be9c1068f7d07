package org.gongkai.accessibility;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DeskWindow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoAgencyTest
@DisplayName("Without scripts (不用脚本): from the draft to the public page in a real browser")
class WithoutScriptsTests {
    private static final String TITLE = "不用脚本起草的监测通知";
    private static final String TEXT = "每月监测一次，按月公开监测结果。";

    @LocalServerPort int port;

    @Test
    void aDocumentIsDraftedSignedPublishedAndFound() {
        var document = drafted();
        for (var who : new String[] {"head", "secrecy", "leader"}) {
            try (var person = DeskWindow.withoutScripts(who, port)) {
                person.open(document);
                person.follow("阅读并审签");
                person.sign();
                assertThat(person.page().locator("main")).containsText("已签署");
            }
        }
        try (var office = DeskWindow.withoutScripts("office", port)) {
            office.open(document);
            office.press("发布");
            office.follow("公开页面");
            assertThat(office.page().locator("h1")).hasText(TITLE);
        }
        isFound();
    }

    private String drafted() {
        try (var clerk = DeskWindow.withoutScripts("clerk", port)) {
            clerk.open("/desk/documents/new");
            clerk.choose("通知公告");
            clerk.fill("标题", TITLE);
            clerk.select("责任科室", "办公室");
            clerk.select("公开栏目", "重点工作");
            clerk.press("开始起草");
            clerk.fill("成文（形成）日期", "2021-07-28");
            clerk.choose("主动公开");
            clerk.select("属于条例第二十条哪一项", "（三）");
            clerk.fill("法律依据", "《政府信息公开条例》第二十条第三项");
            clerk.choose("自制");
            clerk.fill("正文", "<p>" + TEXT + "</p>");
            clerk.press("保存并送审");
            assertThat(clerk.page().locator("main")).containsText("已送审");
            return clerk.path().replaceAll("[?].*", "");
        }
    }

    private void isFound() {
        try (var window = Browser.open(Browser.NARROW, ColorScheme.LIGHT, false)) {
            var page = window.newPage();
            page.navigate("http://127.0.0.1:" + port + "/");
            page.locator("main input[type=search]").fill(TITLE);
            page.locator("main input[type=search]").press("Enter");
            page.locator(".document-list a")
                    .filter(new Locator.FilterOptions().setHasText(TITLE))
                    .first()
                    .click();
            assertThat(page.locator(".paper-body")).containsText(TEXT);
        }
    }
}
