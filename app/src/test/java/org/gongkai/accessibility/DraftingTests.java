package org.gongkai.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.testing.Axe;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskWindow;
import org.gongkai.testing.files.ImageSamples;
import org.gongkai.testing.files.WordSamples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The issue: a part-timer gets from log-in to "sent for review" in under three minutes. */
@DemoAgencyTest
@DisplayName("Drafting (起草) in a real browser")
class DraftingTests {
    private static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /** What is asked for in the form and still empty: each is something to type. */
    private static final String EMPTY =
            """
            [...document.querySelectorAll("#draft input:not([type=hidden],[type=radio],[type=checkbox],[type=file]), #draft select")]
              .filter((it) => it.checkVisibility() && !it.value && !it.labels[0]?.textContent.includes("选填")
                && !it.closest(".editor") && it.name !== "sourceName")
              .map((it) => it.name)
            """;

    @LocalServerPort int port;

    private String base = "";
    private DemoPeople people;

    @BeforeEach
    void open() {
        base = "http://127.0.0.1:" + port;
        people = DemoPeople.at(port);
    }

    @Test
    void takesAPartTimerFromSignInToReviewWithOneFileAndThreeClicks() {
        people.draft(DemoPeople.notice("上一份通知", "<p>正文。</p>"));
        try (var window = Browser.open()) {
            var page = window.newPage();
            DeskWindow.signIn(page, base, "clerk");
            page.navigate(base + "/desk/documents/new");

            page.setInputFiles("#word", new FilePayload("巡查通知.docx", WORD, paper("关于夜间巡查的通知")));
            page.click("main button[type=submit]");
            page.waitForURL(Pattern.compile(".*/edit"));
            assertThat((List<?>) page.evaluate(EMPTY)).isEmpty();
            assertThat(page.inputValue("#title")).isEqualTo("关于夜间巡查的通知");
            page.click("#draft button[value=submit]");

            page.waitForURL(Pattern.compile(".*done=submitted"));
            assertThat(page.textContent("main")).contains("已送审", "关于夜间巡查的通知");
        }
    }

    @Test
    void asksForThreeFieldsWhereThereIsNoFile() {
        people.draft(DemoPeople.notice("上一份通知", "<p>正文。</p>"));
        try (var window = Browser.open()) {
            var page = window.newPage();
            DeskWindow.signIn(page, base, "clerk");
            page.navigate(base + "/desk/documents/new");
            page.fill("#title", "关于清理河道的通知");
            page.click("main button[type=submit]");
            page.waitForURL(Pattern.compile(".*/edit"));

            assertThat((List<?>) page.evaluate(EMPTY)).isEqualTo(List.of("fields.formedOn"));
            page.fill("[name='fields.formedOn']", "2021-07-28");
            page.locator(".ProseMirror").click();
            page.keyboard().type("请各单位清理河道。");
            page.click("#draft button[value=submit]");

            page.waitForURL(Pattern.compile(".*done=submitted"));
        }
    }

    @Test
    void isDoneByKeyboardAlone() {
        var before = DemoPeople.notice("上一份信息", "<p>正文。</p>");
        before.put("kind", "general");
        people.draft(before);
        try (var window = Browser.open()) {
            var page = window.newPage();
            DeskWindow.signIn(page, base, "clerk");
            page.navigate(base + "/desk/documents/new");
            tabTo(page, "#title");
            page.keyboard().type("关于键盘操作的通知");
            tabTo(page, "main button[type=submit]");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/edit"));
            tabTo(page, ".ProseMirror");
            page.keyboard().type("键盘写的正文。");
            tabTo(page, "#draft button[value=submit]");
            page.keyboard().press("Enter");

            page.waitForURL(Pattern.compile(".*done=submitted"));
        }
    }

    @Test
    void showsEachOfTwoEditorsTheOthersChangeAndLetsThemChoose() {
        var id = people.draft(DemoPeople.notice("两人同时改", "<p>共同的正文。</p>"));
        try (var first = Browser.open();
                var second = Browser.open()) {
            var mine = edit(first, id);
            var theirs = edit(second, id);
            theirs.fill("#title", "对方改的标题");
            theirs.click("#draft button[value=save]");
            theirs.waitForURL(Pattern.compile(".*done=saved"));

            mine.fill("#title", "我改的标题");
            mine.locator("[data-autosave-said] button").click();
            mine.waitForSelector("#conflict-title");
            looksRight(mine, "conflict");
            var seen = mine.textContent("[aria-labelledby=conflict-title]");
            assertThat(seen).contains("也改了这份文件", "对方改的标题", "我改的标题");
            assertThat(mine.inputValue("#title")).isEqualTo("我改的标题");
            mine.click("#draft button[value=save]");

            mine.waitForURL(Pattern.compile(".*done=saved"));
            assertThat(people.read(id).text("/content/title")).isEqualTo("我改的标题");
        }
    }

    @Test
    void letsAnEditorTakeTheOthersChange() {
        var id = people.draft(DemoPeople.notice("放弃自己的", "<p>共同的正文。</p>"));
        try (var window = Browser.open()) {
            var page = edit(window, id);
            people.as("clerk")
                    .with("If-Match", "\"1\"")
                    .put("/api/v1/documents/" + id, DemoPeople.notice("对方的版本", "<p>对方的正文。</p>"))
                    .expect(200);
            page.fill("#title", "我的版本");
            page.click("#draft button[value=save]");
            page.waitForSelector("#conflict-title");
            assertThat(page.textContent("[aria-labelledby=conflict-title]")).contains("对方的正文。");
            page.onceDialog(it -> it.accept());
            page.click("[aria-labelledby=conflict-title] a");

            page.waitForURL(Pattern.compile(".*/edit"));
            assertThat(page.inputValue("#title")).isEqualTo("对方的版本");
            assertThat(people.read(id).number("/version")).isEqualTo(2);
        }
    }

    @Test
    void looksRightOnEveryScreen() {
        try (var window = Browser.open()) {
            var page = window.newPage();
            DeskWindow.signIn(page, base, "clerk");
            page.navigate(base + "/desk/documents/new");
            looksRight(page, "new");
            page.click("main button[type=submit]");
            page.waitForSelector(".error-summary");
            looksRight(page, "new-errors");
            for (var kind : List.of("plan", "normative-document", "report")) {
                page.navigate(base + "/desk/documents/new?kind=" + kind + "&section=office");
                page.selectOption("#column", "plans");
                var name = "稿件" + kind + ".docx";
                page.setInputFiles("#word", new FilePayload(name, WORD, paper("稿件" + kind)));
                page.click("main button[type=submit]");
                page.waitForURL(Pattern.compile(".*/edit"));
                looksRight(page, "edit-" + kind);
            }
            page.fill("#title", "");
            page.check("#origin-2");
            page.click("#draft button[value=submit]");
            page.waitForSelector(".error-summary");
            assertThat(deadLinks(page)).isEmpty();
            looksRight(page, "edit-errors");
        }
    }

    private Page edit(BrowserContext window, String id) {
        var page = window.newPage();
        DeskWindow.signIn(page, base, "clerk");
        page.navigate(base + "/desk/documents/" + id + "/edit");
        return page;
    }

    /** Links of the error summary that lead to nothing. */
    private static List<?> deadLinks(Page page) {
        return (List<?>)
                page.evaluate(
                        """
                        [...document.querySelectorAll(".error-summary a")].map((it) => it.getAttribute("href"))
                          .filter((it) => !document.getElementById(it.slice(1)))
                        """);
    }

    private static void tabTo(Page page, String selector) {
        for (var presses = 0; presses < 80; presses++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(
                    page.evaluate("(it) => document.activeElement.matches(it)", selector))) {
                return;
            }
        }
        throw new AssertionError("The tab key never reaches " + selector);
    }

    private static void looksRight(Page page, String name) {
        for (var width : List.of(Browser.WIDE, Browser.NARROW)) {
            page.setViewportSize(width, 900);
            Browser.photograph(page, "drafting-" + name + "-" + width);
            assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                    .as(name + " at " + width)
                    .isLessThanOrEqualTo(width);
            assertThat(Axe.findings(page)).as(name + " at " + width).isEmpty();
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(Axe.findings(page)).as(name + ", dark").isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(Browser.WIDE, 900);
    }

    private static byte[] paper(String title) {
        return WordSamples.word(
                document -> {
                    WordSamples.centred(document, title, 22);
                    WordSamples.add(document, "请各单位按照要求开展巡查，结果按月报送。");
                    if (!title.contains("通知")) {
                        WordSamples.tracked(document, "每月一次。", "每季度一次。");
                        WordSamples.picture(document, ImageSamples.png(), "a.png", "");
                    }
                    WordSamples.add(document, "2021年7月28日");
                });
    }
}
