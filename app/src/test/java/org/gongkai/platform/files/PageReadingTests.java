package org.gongkai.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongkai.testing.files.WordSamples.add;
import static org.gongkai.testing.files.WordSamples.centred;
import static org.gongkai.testing.files.WordSamples.word;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.platform.files.FileReading.Outcome;
import org.gongkai.platform.files.reading.PageReading;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.testing.files.ImageSamples;
import org.gongkai.testing.files.PdfSamples;
import org.gongkai.testing.files.WordSamples;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Attachments as pages (附件网页阅读)")
class PageReadingTests {
    @TempDir Path folder;

    private PageReading.Made read(byte[] bytes, MediaKind kind) throws IOException {
        var file = Files.write(folder.resolve("file"), bytes);
        return PageReading.of(file, kind);
    }

    private static String html(PageReading.Made made) {
        return made.sections().stream().map(ReadingSection::html).collect(Collectors.joining("|"));
    }

    private interface Writer {
        void write(XSSFWorkbook book, Sheet sheet);
    }

    private static byte[] excel(Writer writer) throws IOException {
        try (var book = new XSSFWorkbook()) {
            writer.write(book, book.createSheet("水质月报"));
            var bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static void row(Sheet sheet, int number, Object... cells) {
        var row = sheet.createRow(number);
        for (var column = 0; column < cells.length; column++) {
            switch (cells[column]) {
                case Double figure -> row.createCell(column).setCellValue(figure);
                case String words when !words.isEmpty() ->
                        row.createCell(column).setCellValue(words);
                default -> {}
            }
        }
    }

    @Test
    void readWordWithTitleHeadingsAndTables() throws IOException {
        var made =
                read(
                        word(
                                document -> {
                                    centred(document, "水源地水质监测方案", 22);
                                    add(document, "一、监测点位");
                                    add(document, "每月监测一次。");
                                    var table = document.createTable(2, 2);
                                    var head =
                                            table.getRow(0).getCell(0).getParagraphs().getFirst();
                                    var run = head.createRun();
                                    run.setBold(true);
                                    run.setText("点位");
                                    var second =
                                            table.getRow(0)
                                                    .getCell(1)
                                                    .getParagraphs()
                                                    .getFirst()
                                                    .createRun();
                                    second.setBold(true);
                                    second.setText("类别");
                                    table.getRow(1).getCell(0).setText("贺兰山");
                                    table.getRow(1).getCell(1).setText("Ⅲ类");
                                }),
                        MediaKind.DOCX);

        assertThat(made.outcome()).isEqualTo(Outcome.WHOLE);
        assertThat(html(made).replaceAll("\\s*\\n\\s*", ""))
                .startsWith("<h2>水源地水质监测方案</h2><h2>一、监测点位</h2><p>每月监测一次。</p>")
                .contains("<th scope=\"col\">点位</th>")
                .contains("<td>贺兰山</td>");
    }

    @Test
    void showNothingOfWordThatIsHiddenAndRunNothingThatIsWritten() throws IOException {
        var made =
                read(
                        word(
                                document -> {
                                    add(document, "<script>alert(1)</script> 公开");
                                    WordSamples.hidden(document, "不给看的话");
                                    WordSamples.tracked(document, "新写的", "删去的");
                                    var link =
                                            document.createParagraph()
                                                    .createHyperlinkRun(
                                                            "https://example.com/a?b=1");
                                    link.setText("外站");
                                    var script =
                                            document.createParagraph()
                                                    .createHyperlinkRun("javascript:alert(1)");
                                    script.setText("脚本");
                                }),
                        MediaKind.DOCX);

        assertThat(html(made))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; 公开")
                .contains("新写的")
                .contains("外站（https://example.com/a?b=1）")
                .contains("脚本")
                .doesNotContain("不给看的话", "删去的", "<script", "<a ", "javascript:");
    }

    @Test
    void showPicturesThatBrowsersShowAndSayThatOthersAreLeftOut() throws IOException {
        var png = ImageSamples.png();
        var made =
                read(
                        word(
                                document -> {
                                    add(document, "图一");
                                    WordSamples.picture(document, png, "a.png", "水源地 <位置>");
                                    WordSamples.picture(
                                            document,
                                            "no picture".getBytes(StandardCharsets.UTF_8),
                                            "b.png",
                                            "");
                                }),
                        MediaKind.DOCX);

        assertThat(made.outcome()).isEqualTo(Outcome.SHORTENED);
        assertThat(made.pictures())
                .singleElement()
                .isEqualTo(new ReadingPicture(1, MediaKind.PNG, png));
        assertThat(made.pictures().getFirst().bytes()).isEqualTo(png);
        assertThat(Jsoup.parse(html(made)).select("img"))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.attr("src")).isEqualTo("pictures/1.png");
                            assertThat(it.attr("alt")).isEqualTo("水源地 <位置>");
                        });
    }

    @Test
    void readCsvAsATableInBothEncodings() throws IOException {
        var text = "点位,类别\n贺兰山,\"Ⅲ类\n<b>\"\n\n东郊,=1+1\n";
        for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            assertThat(html(read(text.getBytes(charset), MediaKind.CSV)))
                    .isEqualTo(
                            "<table><thead><tr><th scope=\"col\">点位</th><th scope=\"col\">类别</th></tr></thead>"
                                    + "<tbody><tr><td>贺兰山</td><td>Ⅲ类<br>&lt;b&gt;</td></tr>"
                                    + "<tr><td>东郊</td><td>=1+1</td></tr></tbody></table>");
        }
    }

    @Test
    void cutLongWordTextIntoPages() throws IOException {
        var made =
                read(
                        word(
                                document ->
                                        IntStream.range(0, 3_000)
                                                .forEach(
                                                        it ->
                                                                add(
                                                                        document,
                                                                        "第"
                                                                                + it
                                                                                + "段"
                                                                                + "字".repeat(60)))),
                        MediaKind.DOCX);

        assertThat(made.sections()).hasSizeGreaterThan(2);
        assertThat(made.sections().getLast().part()).isEqualTo(made.sections().size());
        assertThat(html(made)).contains("第0段", "第2999段");
        assertThat(made.sections()).allMatch(it -> it.html().length() <= 70_000);
    }

    @Test
    void readASheetWithTitleHeadOfTwoRowsAndFigures() throws IOException {
        var made =
                read(
                        excel(
                                (book, sheet) -> {
                                    row(sheet, 0, "集中式饮用水水源水质状况");
                                    sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2));
                                    row(sheet, 1, "单位：毫克/升");
                                    sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, 2));
                                    row(sheet, 2, "水源", "项目", "");
                                    row(sheet, 3, "", "氨氮", "总磷");
                                    sheet.addMergedRegion(new CellRangeAddress(2, 3, 0, 0));
                                    sheet.addMergedRegion(new CellRangeAddress(2, 2, 1, 2));
                                    row(sheet, 4, "贺兰山", 0.12, 0.05);
                                }),
                        MediaKind.XLSX);

        assertThat(made.outcome()).isEqualTo(Outcome.WHOLE);
        assertThat(html(made))
                .isEqualTo(
                        "<p>单位：毫克/升</p><table><caption>集中式饮用水水源水质状况（水质月报）</caption><thead>"
                                + "<tr><th scope=\"col\" rowspan=\"2\">水源</th><th scope=\"colgroup\" colspan=\"2\">项目</th></tr>"
                                + "<tr><th scope=\"col\">氨氮</th><th scope=\"col\">总磷</th></tr></thead><tbody>"
                                + "<tr><td>贺兰山</td><td class=\"align-right\">0.12</td><td class=\"align-right\">0.05</td></tr>"
                                + "</tbody></table>");
        assertThat(made.sections().getFirst().name()).isEqualTo("水质月报");
    }

    @Test
    void showWhatACellShowsAndNotItsFormulaAndNothingHidden() throws IOException {
        var made =
                read(
                        excel(
                                (book, sheet) -> {
                                    row(sheet, 0, "项目", "数", "内部");
                                    row(sheet, 1, "甲", 2.0, "内部列");
                                    row(sheet, 2, "隐藏行", 3.0, "x");
                                    row(sheet, 3, "<img src=x onerror=alert(1)>", 4.0, "x");
                                    row(sheet, 4, "合计");
                                    var total = sheet.getRow(4).createCell(1);
                                    total.setCellFormula(
                                            "HYPERLINK(\"http://evil.example\",SUM(B2:B4))");
                                    total.setCellValue("9.00");
                                    sheet.setColumnHidden(2, true);
                                    sheet.getRow(2).setZeroHeight(true);
                                    row(book.createSheet("底稿"), 0, "底稿内容", "底稿");
                                    book.setSheetHidden(1, true);
                                }),
                        MediaKind.XLSX);

        assertThat(html(made))
                .contains("<td>合计</td><td class=\"align-right\">9.00</td>")
                .contains("&lt;img src=x onerror=alert(1)&gt;")
                .doesNotContain("内部", "隐藏行", "底稿", "HYPERLINK", "evil");
    }

    @Test
    void shortenASheetOfAHundredThousandRowsAndSaySo() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new SXSSFWorkbook(100)) {
            var sheet = book.createSheet("台账");
            row(sheet, 0, "序号", "名称");
            for (var it = 1; it <= 100_000; it++) {
                row(sheet, it, (double) it, "企业" + it);
            }
            book.write(bytes);
        }

        var began = System.nanoTime();
        var made = read(bytes.toByteArray(), MediaKind.XLSX);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
        assertThat(made.outcome()).isEqualTo(Outcome.SHORTENED);
        assertThat(made.sections()).hasSize(20);
        assertThat(made.sections().get(1))
                .satisfies(
                        it -> {
                            assertThat(it.part()).isEqualTo(2);
                            assertThat(it.first()).isEqualTo(502);
                            assertThat(it.last()).isEqualTo(1001);
                            assertThat(it.all()).isEqualTo(100_001);
                            assertThat(it.html()).contains("<th scope=\"col\">名称</th>", "企业501<");
                        });
        assertThat(html(made)).contains("企业9999<").doesNotContain("企业10000<");
    }

    @Test
    void readPdfPageByPageInParagraphs() throws IOException {
        var made =
                read(
                        PdfSamples.pdf(
                                (document, page, pen) -> {
                                    PdfSamples.words(
                                            pen, "Monthly report on the quality of", 100, 700);
                                    PdfSamples.words(
                                            pen, "drinking water in the whole city", 100, 686);
                                    PdfSamples.words(pen, "of Yinchuan.", 100, 672);
                                    PdfSamples.words(
                                            pen, "All items met the standard <III>", 100, 658);
                                },
                                document -> document.addPage(new PDPage())),
                        MediaKind.PDF);

        assertThat(made.outcome()).isEqualTo(Outcome.WHOLE);
        assertThat(made.sections()).hasSize(2);
        assertThat(made.sections().getFirst().html())
                .isEqualTo(
                        "<p>Monthly report on the quality of drinking water in the whole city of Yinchuan.</p>"
                                + "<p>All items met the standard &lt;III&gt;</p>");
        assertThat(made.sections().getLast()).isEqualTo(new ReadingSection(1, "", 2, 2, 2, ""));
    }

    @Test
    void sayOfAScanThatItHasNoWords() throws IOException {
        var made =
                read(
                        PdfSamples.pdf(
                                (document, page, pen) ->
                                        PdfSamples.picture(document, pen, 0, 0, 612, 792)),
                        MediaKind.PDF);

        assertThat(made.outcome()).isEqualTo(Outcome.NO_TEXT);
        assertThat(made.sections()).isEmpty();
    }

    @Test
    void shortenAPdfOfManyPages() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            for (var it = 0; it < 310; it++) {
                var page = new PDPage();
                document.addPage(page);
                try (var pen = new org.apache.pdfbox.pdmodel.PDPageContentStream(document, page)) {
                    PdfSamples.words(pen, "Page of a long report, number " + it, 100, 700);
                }
            }
            document.save(bytes);
        }

        var made = read(bytes.toByteArray(), MediaKind.PDF);

        assertThat(made.outcome()).isEqualTo(Outcome.SHORTENED);
        assertThat(made.sections()).hasSize(300);
        assertThat(made.sections().getLast().all()).isEqualTo(310);
    }

    @Test
    void readPlainTextInLines() throws IOException {
        assertThat(html(read("第一行\n\n第二行 <b>".getBytes(StandardCharsets.UTF_8), MediaKind.TXT)))
                .isEqualTo("<p>第一行</p><p>第二行 &lt;b&gt;</p>");
    }

    @Test
    void refuseABrokenPackageByItsName() {
        var guard = new ParserGuard(Duration.ofSeconds(20));
        var half = java.util.Arrays.copyOf(WordSamples.plain("文"), 300);

        for (var kind : List.of(MediaKind.DOCX, MediaKind.XLSX, MediaKind.PDF)) {
            assertThatThrownBy(() -> guard.read("坏文件", () -> read(half, kind)))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            it -> assertThat(it.messageKey()).isEqualTo("files.refused.broken"));
        }
    }
}
