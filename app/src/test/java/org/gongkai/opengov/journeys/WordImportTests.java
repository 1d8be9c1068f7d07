package org.gongkai.opengov.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.files.WordSamples.add;
import static org.gongkai.testing.files.WordSamples.centred;
import static org.gongkai.testing.files.WordSamples.picture;
import static org.gongkai.testing.files.WordSamples.tracked;
import static org.gongkai.testing.files.WordSamples.word;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.files.ImageSamples;
import org.gongkai.testing.files.WordSamples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A draft written in Word: facts 3.6; the file is taken in over the pages and over the API. */
@DemoAgencyTest
@DisplayName("A draft from Word (Word稿件导入), over pages and API")
class WordImportTests {
    private static final Map<String, String> PLACE =
            Map.of("kind", "notice", "section", "office", "column", "key-work");

    @LocalServerPort int port;

    private DemoPeople people;
    private DeskClient clerk;

    @BeforeEach
    void open() {
        people = DemoPeople.at(port);
        clerk = DeskClient.at(port).signIn("clerk", DemoPeople.PASSWORD);
    }

    @Test
    void givesTitleBodyNumberDayAndPicturesToANewDocument() {
        begin("通知.docx", word(WordImportTests::paper)).expect(302);

        var page = clerk.follow().expect(200).page();

        assertThat(page.select("#title").val()).isEqualTo("关于开展水源地巡查的通知");
        assertThat(page.select("[name=fields.documentNumber]").val()).isEqualTo("银环发〔2021〕12号");
        assertThat(page.select("[name=fields.formedOn]").val()).isEqualTo("2021-07-28");
        assertThat(page.select("#bodyHtml").val())
                .contains("<h2>一、巡查范围</h2>", "<table>", "<td>东郊水源地</td>", "alt=\"巡查路线图\"")
                .doesNotContain("style=", "mso");
        assertThat(page.select("[aria-labelledby=imported-title]").text())
                .contains("通知.docx", "修订痕迹", "第2张图片没有替代文字");
    }

    @Test
    void asksForTheWordsOfASilentPictureAndIsThenSentForReview() {
        begin("通知.docx", word(WordImportTests::paper)).expect(302);
        var edit = clerk.follow().expect(200);
        var address = edit.page().select("form#draft").attr("action");
        var field = edit.page().select("#pictures input").attr("name");
        assertThat(edit.page().select("#pictures img").attr("src")).startsWith(address + "/files/");
        assertThat(edit.download(edit.page().select("#pictures img").attr("src"))).isNotEmpty();
        var openness =
                Map.of(
                        "attribute",
                        "主动公开",
                        "article20Item",
                        "3",
                        "origin",
                        "own",
                        "then",
                        "submit");

        var refused = clerk.send(address, openness).expect(409);
        assertThat(refused.page().select(".error-summary").text()).contains("必须处理");
        clerk.send(address, with(openness, field, "东郊水源地围栏")).expect(302);

        assertThat(clerk.follow().text()).contains("已送审");
        var content = people.read(id(address)).text("/content/bodyHtml");
        assertThat(content).contains("alt=\"东郊水源地围栏\"");
    }

    @Test
    void replacesTheBodyOfADraftAndKeepsWhatElseWasTyped() {
        clerk.open("/desk/documents/new")
                .send("/desk/documents", with(PLACE, "title", "先拟标题"))
                .expect(302);
        var address = clerk.follow().page().select("form#draft").attr("action");

        clerk.sendFile(
                        address,
                        "word",
                        "正文.docx",
                        WordSamples.plain("来自文件的正文。"),
                        Map.of("title", "改过的标题", "then", "word"))
                .expect(302);

        var page = clerk.follow().page();
        assertThat(page.select("#title").val()).isEqualTo("改过的标题");
        assertThat(page.select("#bodyHtml").val()).contains("<p>来自文件的正文。</p>");
        assertThat(page.select("[aria-labelledby=imported-title]").text()).contains("请通读一遍");
    }

    @Test
    void needsATitleWhereTheFileHasNone() {
        var page = begin("稿.docx", WordSamples.plain("只有一段正文。")).expect(422).page();

        assertThat(page.select(".error-summary a").attr("href")).isEqualTo("#title");
        assertThat(page.select(".error-summary").text()).contains("没有找到标题");
        assertThat(page.select("#column option[selected]").val()).isEqualTo("key-work");
    }

    @Test
    void leavesAttachmentsAndTypedTextTogether() {
        clerk.open("/desk/documents/new")
                .send("/desk/documents", with(PLACE, "title", "有附件的通知"))
                .expect(302);
        var address = clerk.follow().page().select("form#draft").attr("action");

        clerk.sendFile(
                        address,
                        "file",
                        "名单.txt",
                        bytes("名单"),
                        Map.of("title", "边写边传", "then", "attach"))
                .expect(302);
        var page = clerk.follow().page();
        assertThat(page.select("#title").val()).isEqualTo("边写边传");
        assertThat(page.select("#attachments a").text()).isEqualTo("名单.txt");

        var bad = clerk.sendFile(address, "file", "程序.exe", bytes("MZ\u0000\u0001x"), Map.of());
        assertThat(bad.expect(422).page().select(".error-summary a").attr("href"))
                .isEqualTo("#file");
        clerk.send(address, Map.of("then", page.select("#attachments button").val())).expect(302);
        assertThat(clerk.follow().page().select("#attachments a")).isEmpty();
    }

    /** A bad file, with words of the sentence that the clerk reads. */
    record Bad(String name, Supplier<byte[]> content, int status, String told) {
        @Override
        public String toString() {
            return told;
        }
    }

    static Stream<Bad> badFiles() {
        return Stream.of(
                new Bad(
                        "稿.docx",
                        () -> WordSamples.withPart("word/vbaProject.bin", bytes("x")),
                        415,
                        "宏"),
                new Bad("稿.docx", () -> bytes("MZ\u0000\u0001program"), 415, "程序"),
                new Bad(
                        "稿.docx",
                        () -> WordSamples.withPart("word/media/a.bmp", new byte[60 << 20]),
                        415,
                        "异常庞大"),
                new Bad("稿.docx", WordSamples::locked, 415, "密码"),
                new Bad("稿.docx", () -> bytes("不是Word"), 415, "稿.docx"),
                new Bad("图.png", ImageSamples::png, 422, "另存为.docx"),
                new Bad("稿.docx", () -> WordSamples.plain("机密★十年"), 422, "密级"));
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void isRefusedInPlainWordsWithEverythingTypedKept(Bad bad) {
        clerk.open("/desk/documents/new");
        var page =
                clerk.sendFile(
                                "/desk/documents",
                                "word",
                                bad.name(),
                                bad.content().get(),
                                with(PLACE, "title", "已经写好的标题"))
                        .expect(422)
                        .page();

        assertThat(page.select(".error-summary").text()).contains(bad.told());
        assertThat(page.select(".error-summary a").attr("href")).isEqualTo("#word");
        assertThat(page.select("#title").val()).isEqualTo("已经写好的标题");
        assertThat(page.select("[name=kind][checked]").val()).isEqualTo("notice");
        people.as("clerk")
                .upload("/api/v1/imports", bad.name(), bad.content().get(), Map.of())
                .expect(bad.status());
    }

    @Test
    void isReadOverTheApiForADocumentToBeCreated() {
        var draft =
                people.as("clerk")
                        .upload(
                                "/api/v1/imports",
                                "通知.docx",
                                word(WordImportTests::paper),
                                Map.of())
                        .expect(200);

        assertThat(draft.text("/title")).isEqualTo("关于开展水源地巡查的通知");
        assertThat(draft.at("/images").findValuesAsString("alternative"))
                .containsExactly("巡查路线图", "");
        assertThat(draft.at("/notes").findValuesAsString("code"))
                .containsExactlyInAnyOrder("tracked-changes", "no-alternative");
        var id = people.draft(DemoPeople.notice(draft.text("/title"), draft.text("/bodyHtml")));
        var read = people.read(id);
        assertThat(read.at("/content/images")).hasSize(2);
        assertThat(read.at("/findings").findValuesAsString("code"))
                .contains("image.no-alternative");
    }

    @Test
    void replacesABodyOverTheApiOnlyForTheVersionThatWasRead() {
        var id = people.draft(DemoPeople.notice("接口导入", "<p>旧正文。</p>"));
        var path = "/api/v1/documents/" + id + "/body";
        var file = WordSamples.plain("新正文。");
        var api = people.as("clerk");

        api.upload(path, "稿.docx", file, Map.of()).expectProblem(412, "changed-meanwhile");
        var changed =
                api.with("If-Match", "\"1\"").upload(path, "稿.docx", file, Map.of()).expect(200);

        assertThat(changed.etag()).isEqualTo("\"2\"");
        assertThat(changed.text("/document/content/bodyHtml")).isEqualTo("<p>新正文。</p>\n");
        assertThat(changed.text("/document/content/title")).isEqualTo("接口导入");
        api.with("If-Match", "\"1\"")
                .upload(path, "稿.docx", file, Map.of())
                .expectProblem(412, "changed-meanwhile");
        people.as("head")
                .with("If-Match", "\"2\"")
                .upload(path, "稿.docx", file, Map.of())
                .expect(403);
        people.as("auditor").upload("/api/v1/imports", "稿.docx", file, Map.of()).expect(403);
    }

    private DeskClient begin(String name, byte[] file) {
        clerk.open("/desk/documents/new");
        return clerk.sendFile("/desk/documents", "word", name, file, with(PLACE, "title", ""));
    }

    /** A notice with heading, table, tracked changes, a picture with words and one without. */
    private static void paper(XWPFDocument document) {
        centred(document, "银环发〔2021〕12号", 16);
        centred(document, "关于开展水源地巡查的通知", 22);
        add(document, "各科室：");
        add(document, "一、巡查范围");
        tracked(document, "每月巡查。", "每季度巡查。");
        var table = document.createTable(2, 2);
        table.getRow(0).getCell(0).setText("水源地");
        table.getRow(0).getCell(1).setText("频次");
        table.getRow(1).getCell(0).setText("东郊水源地");
        table.getRow(1).getCell(1).setText("每月");
        picture(document, ImageSamples.png(), "a.png", "巡查路线图");
        picture(document, ImageSamples.jpeg(), "b.jpg", "");
        add(document, "银川市生态环境局");
        add(document, "2021年7月28日");
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static Map<String, String> with(Map<String, String> fields, String key, String value) {
        var more = new java.util.HashMap<>(fields);
        more.put(key, value);
        return more;
    }

    private static byte[] bytes(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }
}
