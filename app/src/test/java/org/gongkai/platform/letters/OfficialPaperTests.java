package org.gongkai.platform.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;

@DisplayName("Official paper — GB/T 9704—2012")
class OfficialPaperTests {

    private static final Letter KEY_POINTS =
            new Letters().officialPaper(Samples.keyPointsPaper(), PaperImages.NONE);

    @Test
    void readsAsApprovedInPdf() throws IOException {
        try (var pdf = new Pdf(KEY_POINTS.pdf())) {
            Approved.verify("official-paper.pdf.txt", pdf.text());
        }
    }

    @Test
    void readsAsApprovedInDocx() throws IOException {
        try (var docx = new Docx(KEY_POINTS.docx())) {
            Approved.verify("official-paper.docx.txt", docx.text());
        }
    }

    @Test
    void embedsItsFacesAndTagsItsHeadings() throws IOException {
        try (var pdf = new Pdf(KEY_POINTS.pdf())) {
            assertThat(pdf.faces())
                    .containsExactlyInAnyOrder("GongkaiSong", "GongkaiBiaosong", "GongkaiHei");
            assertThat(pdf.tags().stream().filter("H1"::equals)).hasSize(1);
            assertThat(pdf.tags().stream().filter("H2"::equals)).hasSize(5);
            assertThat(pdf.document().getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
        }
    }

    @Test
    void keepsToTheTextBlockAndNumbersItsPages() throws IOException {
        try (var pdf = new Pdf(KEY_POINTS.pdf())) {
            assertThat(pdf.pages()).isEqualTo(6);
            assertThat(pdf.outside(27.5, 37, 184.5, 275)).isEmpty();
            assertThat(pdf.text()).contains("— 1 —").contains("— 6 —");
        }
    }

    @Test
    void setsThePageAndTheGridInDocx() throws IOException {
        try (var docx = new Docx(KEY_POINTS.docx())) {
            var section = docx.document().getDocument().getBody().getSectPr();

            assertThat(section.getPgSz().getW()).hasToString("11906");
            assertThat(section.getPgSz().getH()).hasToString("16838");
            assertThat(section.getPgMar().getTop()).hasToString("2098");
            assertThat(section.getPgMar().getLeft()).hasToString("1587");
            assertThat(section.getPgMar().getRight()).hasToString("1474");
            assertThat(section.getPgMar().getBottom()).hasToString("1984");
            assertThat(section.getDocGrid().getType()).isEqualTo(STDocGrid.LINES_AND_CHARS);
            assertThat(docx.faces()).contains("方正小标宋简体", "仿宋_GB2312", "黑体");
            assertThat(docx.document().getEvenAndOddHeadings()).isTrue();
        }
    }

    @Test
    void setsHeadingsInTheirFaces() throws IOException {
        var body =
                """
                <p>第一章 总则</p><p>第一条 为规范公开，制定本办法。</p>
                <h2>一、总体要求</h2><h3>（一）加强领导</h3><h4>1. 分工</h4>
                <p>（二）落实责任。各科室按职责办理。</p>
                <p>正文<strong>要点</strong>，水质为Ⅲ类，CO<sub>2</sub>、10<sup>3</sup>。</p>
                """;

        var letter = plain(body, PaperImages.NONE);

        try (var docx = new Docx(letter.docx());
                var pdf = new Pdf(letter.pdf())) {
            assertThat(faceOf(docx, "第一章 总则")).isEqualTo("黑体");
            assertThat(faceOf(docx, "第一条")).isEqualTo("黑体");
            assertThat(faceOf(docx, "一、总体要求")).isEqualTo("黑体");
            assertThat(faceOf(docx, "（一）加强领导")).isEqualTo("楷体_GB2312");
            assertThat(faceOf(docx, "1. 分工")).isEqualTo("仿宋_GB2312");
            assertThat(faceOf(docx, "（二）落实责任。")).isEqualTo("楷体_GB2312");
            assertThat(faceOf(docx, "各科室按职责办理。")).isEqualTo("仿宋_GB2312");
            assertThat(faceOf(docx, "要点")).isEqualTo("黑体");
            assertThat(pdf.signs()).contains("正文要点，水质为Ⅲ类，CO").contains("10。");
        }
    }

    @Test
    void keepsTablesWithMergedCellsAndLists() throws IOException {
        var body =
                """
                <table><thead><tr><th>水源地</th><th colspan="2">结果</th></tr></thead>
                <tbody><tr><td rowspan="2">南郊水源地</td><td>pH</td><td>7.6</td></tr>
                <tr><td>氟化物</td><td>0.42</td></tr></tbody></table>
                <ol><li>每月监测一次</li><li>定期公开</li></ol><ul><li>附表另发</li></ul>
                """;

        var letter = plain(body, PaperImages.NONE);

        try (var docx = new Docx(letter.docx());
                var pdf = new Pdf(letter.pdf())) {
            assertThat(docx.text())
                    .contains("| 水源地 | 结果 |\n| 南郊水源地 | pH | 7.6 |\n|  | 氟化物 | 0.42 |")
                    .contains("1. 每月监测一次\n2. 定期公开\n• 附表另发");
            assertThat(pdf.tags()).contains("Table", "TH", "TD", "L", "LI");
            assertThat(pdf.signs()).contains("南郊水源地", "氟化物0.42", "定期公开");
        }
    }

    @Test
    void placesPicturesWithTheirAlternativesAndNamesThoseItCannotFind() throws IOException {
        var picture = new PaperImages.Picture(png(800, 300), "image/png");
        PaperImages images =
                address -> address.equals("/f/1") ? Optional.of(picture) : Optional.empty();
        var body =
                """
                <p><img src="/f/1" alt="水源地分布图"></p>
                <p><img src="https://example.org/x.png" alt="外站图片"></p>
                """;

        var letter = plain(body, images);

        try (var docx = new Docx(letter.docx());
                var pdf = new Pdf(letter.pdf())) {
            assertThat(docx.document().getAllPictures()).hasSize(1);
            assertThat(docx.document().getDocument().xmlText()).contains("descr=\"水源地分布图\"");
            assertThat(pdf.tags()).contains("Figure");
            assertThat(pdf.signs()).contains("（图片：外站图片）");
            assertThat(docx.text()).contains("（图片：外站图片）");
        }
    }

    @Test
    void takesOverNoScriptAndNoStyle() throws IOException {
        var body =
                """
                <p style="display:none" onclick="x()">看得见</p><script>alert('坏')</script>
                <style>p{display:none}</style><iframe src="file:///etc/passwd"></iframe>
                """;

        var letter = plain(body, PaperImages.NONE);

        try (var pdf = new Pdf(letter.pdf());
                var docx = new Docx(letter.docx())) {
            assertThat(pdf.signs()).contains("看得见").doesNotContain("坏", "display", "root:");
            assertThat(docx.text()).contains("看得见").doesNotContain("坏", "display");
        }
    }

    @Test
    void hasNoHeadAndNoEndWhenNothingIsGiven() throws IOException {
        var letter = plain("<p>正文。</p>", PaperImages.NONE);

        try (var pdf = new Pdf(letter.pdf())) {
            assertThat(pdf.signs()).isEqualTo("关于公开的说明正文。—1—");
        }
    }

    @Test
    void numbersAttachmentsOnlyWhenThereAreSeveral() throws IOException {
        var paper =
                new OfficialPaper(
                        OfficialPaper.Head.plain("通知"),
                        "<p>正文。</p>",
                        List.of("任务分解表"),
                        new OfficialPaper.Ending("银川市生态环境局", LocalDate.of(2026, 1, 5), null, null));

        var letter = new Letters().officialPaper(paper, PaperImages.NONE);

        try (var pdf = new Pdf(letter.pdf())) {
            assertThat(pdf.signs()).isEqualTo("通知正文。附件：任务分解表银川市生态环境局2026年1月5日—1—");
        }
    }

    @Test
    void setsALetter() throws IOException {
        var paper =
                new OfficialPaper(
                        OfficialPaper.Head.letter("银川市生态环境局", "银环公复〔2021〕12号", "政府信息公开申请答复书", "张三"),
                        "<p>正文。</p>",
                        List.of(),
                        new OfficialPaper.Ending("银川市生态环境局", LocalDate.of(2021, 8, 9), null, null));

        var letter = new Letters().officialPaper(paper, PaperImages.NONE);

        try (var pdf = new Pdf(letter.pdf());
                var docx = new Docx(letter.docx())) {
            // Above all the name of the agency, then the number, then the title; no page number.
            assertThat(pdf.signs())
                    .isEqualTo("银川市生态环境局银环公复〔2021〕12号政府信息公开申请答复书张三：正文。银川市生态环境局2021年8月9日");
            assertThat(pdf.outside(27.5, 30, 184.5, 262)).isEmpty();
            var section = docx.document().getDocument().getBody().getSectPr();
            assertThat(section.getPgMar().getHeader()).hasToString("1701");
            assertThat(docx.document().getHeaderList())
                    .singleElement()
                    .satisfies(it -> assertThat(it.getText().strip()).isEqualTo("银川市生态环境局"));
        }
    }

    private static Letter plain(String body, PaperImages images) {
        return new Letters()
                .officialPaper(
                        new OfficialPaper(
                                OfficialPaper.Head.plain("关于公开的说明"),
                                body,
                                List.of(),
                                OfficialPaper.Ending.none()),
                        images);
    }

    private static String faceOf(Docx docx, String text) {
        return docx.document().getParagraphs().stream()
                .flatMap(it -> it.getRuns().stream())
                .filter(it -> text.equals(it.text().strip()))
                .map(it -> it.getFontFamily(Docx.EAST_ASIA))
                .findFirst()
                .orElse("no run " + text);
    }

    private static byte[] png(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
