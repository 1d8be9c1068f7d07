package org.gongkai.opengov.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The main journey once more, by people at real browsers: pasted into the editor, returned with a
 * marked passage, changed, signed by three, published, found and printed. Publishing facts 3.1,
 * 3.6.
 */
@DemoAgencyTest
@DisplayName("The key points of 2021 in a real browser, from a clerk's draft to the public page")
class KeyPointsBrowserTests {
    private static final String VAGUE = "定期公开所有水源地监测结果";
    private static final String MONTHLY = "按月公开所有水源地监测结果";
    private static final String SHORT_NAME = "5个集中式饮用水源地";
    private static final String FULL_NAME = "5个集中式饮用水水源地";

    /** Selects these words in the editor, as the mouse does. */
    private static final String SELECT =
            """
            (words) => {
              const editor = document.querySelector(".ProseMirror");
              const texts = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) {
                const at = texts.currentNode.data.indexOf(words);
                if (at < 0) continue;
                editor.focus();
                getSelection().setBaseAndExtent(texts.currentNode, at, texts.currentNode, at + words.length);
                return true;
              }
              return false;
            }
            """;

    @LocalServerPort int port;
    @Autowired JdbcClient database;

    private final List<DeskWindow> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(DeskWindow::close);
    }

    @Test
    void areDraftedReturnedChangedSignedPublishedFoundAndPrinted() {
        var clerk = at("clerk");
        var head = at("head");
        var document = draft(clerk);
        sendBack(head, document);
        mendWhatWasMarked(clerk, document);
        sign(head, document);
        changeAfterTheSignature(clerk, document);
        signAgainAfterReadingTheDifference(head, document);
        sign(at("secrecy"), document);
        sign(at("leader"), document);
        var number = publish(at("office"), document);

        readOnItsPage(number);
        find(number, "饮用水水源地");
        find(number, "双随机");
        print(clerk, document);
        assertThat(open).flatExtracting(DeskWindow::complaints).isEmpty();
    }

    /** The clerk fills in the form and pastes the text out of Word; the document's desk page. */
    private String draft(DeskWindow clerk) {
        var page = clerk.open("/desk/documents/new");
        clerk.choose("通知公告");
        clerk.fill("标题", KeyPoints.TITLE);
        clerk.select("责任科室", "办公室");
        clerk.select("公开栏目", "重点工作");
        clerk.press("开始起草");
        page.waitForURL(Pattern.compile("/edit$"));
        clerk.fill("成文（形成）日期", "2021-07-28");
        clerk.choose("主动公开");
        clerk.fill("法律依据", "《政府信息公开条例》第二十条第三项");
        clerk.select("属于条例第二十条哪一项", "（三）");
        clerk.choose("自制");
        paste(page, outOfWord());
        assertThat(page.locator("[data-autosave-said]")).containsText("已自动保存");
        clerk.press("保存并送审");
        assertThat(page.locator("main")).containsText("已送审");
        return clerk.path().replaceAll("[?].*", "");
    }

    /** The text as Word puts it on the clipboard, with its own styles. */
    private static String outOfWord() {
        return "<style>p.MsoNormal{mso-style-name:正文}</style>"
                + KeyPoints.bodyHtml()
                        .replace("<p>", "<p class=MsoNormal style='text-indent:32.0pt'>");
    }

    private void sendBack(DeskWindow head, String document) {
        var page = head.open(document);
        head.follow("阅读并审签");
        head.fill("退回理由", "第二部分第7点的周期请写明");
        head.fill("原文1", "定期公开");
        head.fill("修改意见1", "改为按月公开");
        head.press("退回");
        assertThat(page.locator("main")).containsText("已退回");
    }

    private void mendWhatWasMarked(DeskWindow clerk, String document) {
        var page = clerk.open(document);
        assertThat(page.locator("main")).containsText("第二部分第7点的周期请写明");
        clerk.follow("修改");
        replace(page, VAGUE, MONTHLY);
        clerk.press("保存并送审");
        assertThat(page.locator("main")).containsText("已送审");
    }

    private void sign(DeskWindow person, String document) {
        var page = person.open(document);
        person.follow("阅读并审签");
        assertThat(page.locator("main")).containsText(MONTHLY);
        person.sign();
        assertThat(page.locator("main")).containsText("已签署");
    }

    /** The signature of the section head is void with the first sign that differs. */
    private void changeAfterTheSignature(DeskWindow clerk, String document) {
        var page = clerk.open(document);
        assertThat(page.locator(".level-list")).containsText("周文博");
        clerk.follow("修改");
        assertThat(page.locator("main")).containsText("已有的签署全部失效");
        replace(page, SHORT_NAME, FULL_NAME);
        clerk.press("保存并送审");
        assertThat(page.locator("main")).containsText("已送审");
        assertThat(page.locator(".level-list")).not().containsText("周文博");
    }

    private void signAgainAfterReadingTheDifference(DeskWindow head, String document) {
        var page = head.open(document + "/review");
        assertThat(page.locator("main ins").filter(words("饮用水水源地")).first()).isVisible();
        sign(head, document);
    }

    private String publish(DeskWindow office, String document) {
        int last =
                database.sql(
                                "SELECT coalesce(max(sequence), 0) FROM index_number"
                                        + " WHERE prefix = '640100-113' AND year = 2021")
                        .query(Integer.class)
                        .single();
        var number = "640100-113/2021-%05d".formatted(last + 1);
        var page = office.open(document);
        office.press("发布");
        assertThat(page.locator("main")).containsText(number);
        return number;
    }

    private void readOnItsPage(String number) {
        try (var window = Browser.open()) {
            var complaints = Browser.complaints(window);
            var page = window.newPage();
            page.navigate("http://127.0.0.1:" + port + "/d/" + number);
            assertThat(page.locator("nav.breadcrumb li:not(.breadcrumb-label)"))
                    .hasText(
                            new String[] {
                                "首页", "政府信息公开", "政府部门信息公开", "银川市生态环境局", "法定主动公开内容", "重点工作"
                            });
            var head = page.locator(".paper-head");
            assertThat(row(head, "索引号")).hasText(number);
            assertThat(row(head, "发布日期")).hasText("2021-07-30");
            assertThat(row(head, "发布机构")).hasText("银川市生态环境局");
            assertThat(row(head, "责任部门")).hasText("办公室(政务公开办公室)");
            assertThat(row(head, "名称")).hasText(KeyPoints.TITLE);
            assertThat(page.locator("h1")).hasText(KeyPoints.TITLE);
            assertThat(page.locator(".paper-body").first().locator("> *"))
                    .hasText(mended().toArray(String[]::new));
            assertThat(page.locator("figure.qr img")).isVisible();
            assertThat(page.locator("figure.qr")).containsText("扫一扫在手机打开当前页");
            assertThat(complaints).isEmpty();
        }
    }

    private static List<String> mended() {
        return KeyPoints.paragraphs().stream()
                .map(it -> it.replace(VAGUE, MONTHLY).replace(SHORT_NAME, FULL_NAME))
                .toList();
    }

    /** A citizen types the words into the search box of the home page. */
    private void find(String number, String words) {
        try (var window = Browser.open()) {
            var page = window.newPage();
            page.navigate("http://127.0.0.1:" + port + "/");
            var box = page.locator("input[type=search]").last();
            box.fill(words);
            box.press("Enter");
            page.waitForURL("**/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
            var found = page.locator(".document-list a[href='/d/" + number + "']");
            var onward = page.locator(".pagination a[rel=next]");
            while (found.count() == 0 && onward.count() > 0) {
                page.navigate("http://127.0.0.1:" + port + onward.getAttribute("href"));
            }
            assertThat(found).isVisible();
            assertThat(page.locator(".document-list mark").first()).isVisible();
        }
    }

    private void print(DeskWindow clerk, String document) {
        var page = clerk.open(document);
        var pdf = page.waitForDownload(() -> download(page, "下载审核表（PDF）"));
        var docx = page.waitForDownload(() -> download(page, "下载审核表（Word）"));
        var sha256 = DemoPeople.at(port).sha256(document.substring(document.lastIndexOf('/') + 1));
        PrintedForm.isFilled(bytes(pdf), bytes(docx), sha256);
    }

    private static void download(Page page, String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).click();
    }

    private static byte[] bytes(Download file) {
        try {
            return Files.readAllBytes(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copied in a window of its own, as out of Word, and pasted into the editor. */
    private static void paste(Page page, String html) {
        var word = page.context().newPage();
        word.setContent(html);
        word.keyboard().press("ControlOrMeta+a");
        word.keyboard().press("ControlOrMeta+c");
        word.close();
        page.locator(".ProseMirror").click();
        page.keyboard().press("ControlOrMeta+v");
        assertThat(page.locator(".ProseMirror > *")).hasCount(KeyPoints.paragraphs().size());
    }

    private static void replace(Page page, String words, String by) {
        assertThat(page.locator(".ProseMirror")).containsText(words);
        assertThat(page.evaluate(SELECT, words)).isEqualTo(true);
        page.keyboard().insertText(by);
        assertThat(page.locator(".ProseMirror")).containsText(by);
    }

    private static Locator.FilterOptions words(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }

    private static Locator row(Locator head, String name) {
        var term =
                head.page()
                        .locator("dt")
                        .filter(
                                new Locator.FilterOptions()
                                        .setHasText(Pattern.compile("^" + name + "$")));
        return head.locator("div").filter(new Locator.FilterOptions().setHas(term)).locator("dd");
    }

    private DeskWindow at(String account) {
        var window = DeskWindow.of(account, port);
        open.add(window);
        return window;
    }
}
