package org.gongkai.accessibility;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Objects;
import org.gongkai.testing.Axe;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The browser's voice is not ours: a fake one writes down what it is given to say. */
@DemoAgencyTest
@DisplayName("Reading aloud (朗读): paragraph by paragraph, with its place marked")
class ReadingAloudTests {
    static final String VOICE =
            """
            window.said = [];
            window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
            Object.defineProperty(window, "speechSynthesis", { value: {
              getVoices: () => [{ lang: "en-US", localService: true }, ...(%s ? [{ lang: "zh-CN", localService: true }] : [])],
              addEventListener() {}, removeEventListener() {},
              speak(words) { window.said.push(words.text); this.now = words; },
              cancel() { this.now = null; },
              finish() { const words = this.now; this.now = null; words.onend(); },
            } });
            """;

    private static final String BODY =
            "<h2>一、基本情况</h2><p>每月监测一次。结果按月公开。</p><p>第二段。</p>"
                    + "<table><thead><tr><th>水源地</th><th>类别</th></tr></thead><tbody><tr><td>东郊</td><td>Ⅲ类</td></tr></tbody></table>";

    @LocalServerPort int port;

    @Test
    void goesOnFromSentenceToSentenceAndParagraphToParagraph() {
        reading(
                true,
                page -> {
                    selectIn(page, "一、基本情况");
                    start(page);
                    assertThat(page.locator(".being-read")).hasText("一、基本情况");
                    assertThat(page.locator("[data-aloud=pause]")).isFocused();

                    finish(page);
                    assertThat(page.locator(".being-read")).hasText("每月监测一次。结果按月公开。");
                    finish(page);
                    finish(page);
                    finish(page);
                    finish(page);
                    assertThat(said(page))
                            .containsExactly(
                                    "一、基本情况",
                                    "每月监测一次。",
                                    "结果按月公开。",
                                    "第二段。",
                                    "水源地，类别",
                                    "水源地：东郊，类别：Ⅲ类");
                });
    }

    @Test
    void pausesGoesBackAndStopsByKeyboard() {
        reading(
                true,
                page -> {
                    selectIn(page, "第二段。");
                    start(page);
                    page.keyboard().press("Enter");
                    assertThat(page.locator("[data-aloud=pause]")).hasText("继续");
                    assertThat(page.locator("[data-reader] [role=status]")).hasText("已暂停");

                    page.keyboard().press("Enter");
                    page.keyboard().press("Tab");
                    page.keyboard().press("Enter");
                    assertThat(page.locator(".being-read")).hasText("每月监测一次。结果按月公开。");
                    assertThat(said(page)).containsExactly("第二段。", "第二段。", "每月监测一次。");
                    assertThat(Axe.findings(page)).isEmpty();

                    page.keyboard().press("Escape");
                    assertThat(page.locator("[data-reader]")).isHidden();
                    assertThat(page.locator(".being-read")).hasCount(0);
                    assertThat(page.locator("[data-aloud-start]")).isFocused();
                });
    }

    @Test
    void saysWhenItHasReadThePage() {
        reading(
                true,
                page -> {
                    start(page);
                    page.evaluate(
                            "() => { while (speechSynthesis.now) speechSynthesis.finish(); }");
                    assertThat(page.locator(".reading [role=status]")).hasText("本页已读完。");
                    assertThat(said(page)).contains("朗读的样本", "第二段。");
                });
    }

    @Test
    void saysWhereTheBrowserHasNoChineseVoice() {
        reading(
                false,
                page -> {
                    start(page);
                    assertThat(page.locator(".reading [role=status]")).containsText("没有中文语音");
                    assertThat(page.locator("[data-reader]")).isHidden();
                });
    }

    private void reading(boolean chinese, java.util.function.Consumer<Page> then) {
        var people = DemoPeople.at(port);
        var notice = DemoPeople.notice("朗读的样本", BODY);
        var number = people.read(people.published(notice)).text("/indexNumber");
        try (var window = Browser.open()) {
            var page = window.newPage();
            page.addInitScript(VOICE.formatted(chinese));
            page.navigate("http://127.0.0.1:" + port + "/d/" + number);
            page.locator("#reading-summary").click();
            then.accept(page);
        }
    }

    private static void start(Page page) {
        page.locator("[data-aloud-start]").focus();
        page.keyboard().press("Enter");
    }

    private static void selectIn(Page page, String text) {
        page.locator(".paper-body")
                .getByText(
                        text,
                        new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                .evaluate("it => getSelection().collapse(it.firstChild, 0)");
    }

    private static void finish(Page page) {
        page.evaluate("() => speechSynthesis.finish()");
    }

    private static List<String> said(Page page) {
        return List.of(
                Objects.requireNonNull(page.evaluate("said.join('\\n')")).toString().split("\n"));
    }
}
