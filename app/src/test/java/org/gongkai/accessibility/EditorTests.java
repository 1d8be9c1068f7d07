package org.gongkai.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.util.function.Consumer;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DeskWindow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoAgencyTest
@DisplayName("Editor of the body (正文编辑): on the component page, in a real browser")
class EditorTests {
    private static final String PASTE =
            """
            (html) => {
              const data = new DataTransfer();
              data.setData("text/html", html);
              document.querySelector(".ProseMirror").dispatchEvent(
                new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """;

    @LocalServerPort int port;

    @Test
    void leavesTheTextAsItIsUntilSomebodyChangesIt() {
        onTheComponentPage(
                true,
                page -> {
                    var before = page.evaluate("document.querySelector('#bodyHtml').defaultValue");
                    page.locator(".ProseMirror").click();
                    page.locator("h1").click();

                    assertThat(page.evaluate("document.querySelector('#bodyHtml').value"))
                            .isEqualTo(before);
                });
    }

    @Test
    void keepsTheMeaningOfWhatComesFromWordAndDropsTheRest() {
        onTheComponentPage(
                true,
                page -> {
                    emptied(page);
                    page.evaluate(
                            PASTE,
                            """
                            <html><head><style>p{color:red}</style></head><body><!--StartFragment-->
                            <h1 style='mso-style:x'>一、总体要求</h1>
                            <p class=MsoNormal style='text-align:center'><b>工作要点</b><o:p></o:p></p>
                            <p class=MsoNormal><span style='font-family:仿宋'>SO<sub>2</sub>达标<script>bad()</script></span></p>
                            <table style='width:1px'><tr><td onclick='bad()'><p>东郊</p></td></tr></table>
                            <p><img src='file:///C:/a.png'></p><!--EndFragment--></body></html>
                            """);

                    assertThat(body(page))
                            .isEqualTo(
                                    "<h2>一、总体要求</h2><p class=\"align-center\"><strong>工作要点</strong></p>"
                                            + "<p>SO<sub>2</sub>达标</p><table><tbody><tr><td><p>东郊</p></td></tr></tbody></table>");
                    assertThat(page.locator("[data-said]").textContent()).contains("1张图片");
                });
    }

    @Test
    void putsInATableAndOffersItsTools() {
        onTheComponentPage(
                true,
                page -> {
                    emptied(page);
                    assertThat(page.locator("[data-in-table]").isVisible()).isFalse();
                    page.locator("[data-command=table]").click();
                    assertThat(page.locator("[data-in-table]").isVisible()).isTrue();
                    page.locator("[data-command=row-after]").click();
                    page.locator("[data-command=column-delete]").click();

                    assertThat(page.locator(".ProseMirror tr").count()).isEqualTo(4);
                    assertThat(page.locator(".ProseMirror th").count()).isEqualTo(2);
                });
    }

    @Test
    void asksForTheTextAlternativeOfAPicture() {
        onTheComponentPage(
                true,
                page -> {
                    page.locator("[data-command=image]").click();
                    page.locator("[data-field=file]")
                            .setInputFiles(new FilePayload("a.png", "image/png", new byte[] {1}));
                    page.locator("[data-act=insert-image]").click();

                    assertThat(page.locator("[data-said]").textContent()).contains("文字说明");
                    assertThat(page.evaluate("document.activeElement.dataset.field"))
                            .isEqualTo("alternative");
                });
    }

    @Test
    void isAPlainTextAreaWithoutScripts() {
        onTheComponentPage(
                false,
                page -> {
                    assertThat(page.locator("textarea#bodyHtml").isVisible()).isTrue();
                    assertThat(page.locator("[role=toolbar]").isVisible()).isFalse();
                });
    }

    private void onTheComponentPage(boolean scripts, Consumer<Page> then) {
        try (var window = Browser.open(Browser.WIDE, ColorScheme.LIGHT, scripts)) {
            var complaints = Browser.complaints(window);
            var page = window.newPage();
            DeskWindow.signIn(page, "http://127.0.0.1:" + port, "clerk");
            page.navigate("http://127.0.0.1:" + port + "/desk/components");
            then.accept(page);
            assertThat(complaints).isEmpty();
        }
    }

    private static void emptied(Page page) {
        page.locator(".ProseMirror").click();
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().press("Delete");
    }

    private static Object body(Page page) {
        return page.evaluate("document.querySelector('#bodyHtml').value");
    }
}
