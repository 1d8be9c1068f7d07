package org.gongkai.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongkai.testing.files.WordSamples.add;
import static org.gongkai.testing.files.WordSamples.centred;
import static org.gongkai.testing.files.WordSamples.word;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.file.Path;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.testing.files.ImageSamples;
import org.gongkai.testing.files.PdfSamples;
import org.gongkai.testing.files.WordSamples;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

@DisplayName("Import of Word drafts")
class DocxImportTests {
    @TempDir static Path home;
    private static TestFiles files;

    @BeforeAll
    static void openStore() {
        files = new TestFiles(home);
    }

    private static ImportedDocument read(WordSamples.Writer writer) {
        return files.docxImport.read(new ByteArrayInputStream(word(writer)), "稿件.docx");
    }

    @Test
    void takesTheTitleAndTheHeadingsThatAreHeadingsByTheirNumberOnly() {
        var draft =
                read(
                        document -> {
                            centred(document, "银环发〔2021〕5号", 16);
                            centred(document, "银川市生态环境局", 22);
                            centred(document, "2021年政务公开工作要点", 22);
                            add(document, "　　为进一步加强我局政务公开工作，制定要点。");
                            add(document, "一、总体要求");
                            add(document, "（一）指导思想");
                            add(document, "一、二、三项均应完成。");
                            var end = document.createParagraph();
                            end.setAlignment(ParagraphAlignment.RIGHT);
                            end.createRun().setText("2021年7月30日");
                        });

        assertThat(draft.title()).isEqualTo("银川市生态环境局2021年政务公开工作要点");
        assertThat(draft.bodyHtml())
                .isEqualTo(
                        """
                        <p class="text-center">银环发〔2021〕5号</p>
                        <p>为进一步加强我局政务公开工作，制定要点。</p>
                        <h2>一、总体要求</h2>
                        <h3>（一）指导思想</h3>
                        <p>一、二、三项均应完成。</p>
                        <p class="text-right">2021年7月30日</p>
                        """);
        assertThat(draft.notes()).isEmpty();
    }

    @Test
    void takesHeadingsByStyleListsAndMarks() {
        var draft =
                read(
                        document -> {
                            var styles = document.createStyles();
                            var style =
                                    org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle
                                            .Factory.newInstance();
                            style.setStyleId("2");
                            style.addNewName().setVal("heading 1");
                            styles.addStyle(new org.apache.poi.xwpf.usermodel.XWPFStyle(style));
                            var heading = document.createParagraph();
                            heading.setStyle("2");
                            heading.createRun().setText("工作要求");
                            var line = document.createParagraph();
                            var bold = line.createRun();
                            bold.setBold(true);
                            bold.setText("重点");
                            line.createRun().setText("是 a<b & c");
                            var list = numbering(document, STNumberFormat.DECIMAL, "%1.");
                            item(document, list, "第一项");
                            item(document, list, "第二项");
                            var chinese =
                                    numbering(document, STNumberFormat.CHINESE_COUNTING, "%1、");
                            item(document, chinese, "提高认识");
                            item(document, chinese, "加强领导");
                        });

        assertThat(draft.bodyHtml())
                .isEqualTo(
                        """
                        <h2>工作要求</h2>
                        <p><strong>重点</strong>是 a&lt;b &amp; c</p>
                        <ol>
                        <li>第一项</li>
                        <li>第二项</li>
                        </ol>
                        <h2>一、提高认识</h2>
                        <h2>二、加强领导</h2>
                        """);
    }

    private static BigInteger numbering(
            XWPFDocument document, STNumberFormat.Enum format, String text) {
        var definition = CTAbstractNum.Factory.newInstance();
        definition.setAbstractNumId(BigInteger.valueOf(text.hashCode() & 0xFF));
        var level = definition.addNewLvl();
        level.setIlvl(BigInteger.ZERO);
        level.addNewStart().setVal(BigInteger.ONE);
        level.addNewNumFmt().setVal(format);
        level.addNewLvlText().setVal(text);
        var numbering = document.createNumbering();
        return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(definition)));
    }

    private static void item(XWPFDocument document, BigInteger list, String words) {
        var paragraph = document.createParagraph();
        paragraph.setNumID(list);
        paragraph.createRun().setText(words);
    }

    @Test
    void takesTablesWithMergedCellsAndHeadRow() {
        var draft =
                read(
                        document -> {
                            var table = document.createTable(3, 3);
                            table.getRow(0).setRepeatHeader(true);
                            table.getRow(0).getCell(0).setText("水源");
                            table.getRow(0).getCell(1).setText("指标");
                            table.getRow(0).getCell(2).setText("结果");
                            table.getRow(1).getCell(0).setText("东郊");
                            table.getRow(1)
                                    .getCell(0)
                                    .getCTTc()
                                    .addNewTcPr()
                                    .addNewVMerge()
                                    .setVal(STMerge.RESTART);
                            table.getRow(2)
                                    .getCell(0)
                                    .getCTTc()
                                    .addNewTcPr()
                                    .addNewVMerge()
                                    .setVal(STMerge.CONTINUE);
                            table.getRow(1).getCell(1).setText("全部达标");
                            table.getRow(1)
                                    .getCell(1)
                                    .getCTTc()
                                    .addNewTcPr()
                                    .addNewGridSpan()
                                    .setVal(BigInteger.TWO);
                            table.getRow(1).removeCell(2);
                            table.getRow(2).getCell(1).setText("氨氮");
                            table.getRow(2).getCell(2).setText("0.1");
                        });

        assertThat(draft.bodyHtml())
                .isEqualTo(
                        """
                        <table>
                        <thead>
                        <tr>
                        <th scope="col">水源</th>
                        <th scope="col">指标</th>
                        <th scope="col">结果</th>
                        </tr>
                        </thead>
                        <tbody>
                        <tr>
                        <td rowspan="2">东郊</td>
                        <td colspan="2">全部达标</td>
                        </tr>
                        <tr>
                        <td>氨氮</td>
                        <td>0.1</td>
                        </tr>
                        </tbody>
                        </table>
                        """);
    }

    @Test
    void storesPicturesWithTheirAlternatives() {
        var draft =
                read(
                        document -> {
                            WordSamples.picture(document, ImageSamples.png(), "a.png", "水源地分布图");
                            WordSamples.picture(document, ImageSamples.jpeg(), "b.jpeg", "");
                        });

        assertThat(draft.images())
                .extracting(ImportedDocument.ImportedImage::alternative)
                .containsExactly("水源地分布图", "");
        var first = draft.images().getFirst().file();
        assertThat(draft.bodyHtml())
                .contains("<img src=\"/files/" + first.sha256() + ".png\" alt=\"水源地分布图\">");
        assertThat(files.store.intact(first.sha256())).isTrue();
        assertThat(draft.notes()).containsExactly(ImportNote.of("files.import.no-alternative", 2));
    }

    @Test
    void leavesOutWhatIsDeletedOrHiddenAndSaysSo() {
        var draft =
                read(
                        document -> {
                            WordSamples.tracked(document, "增加", "删去");
                            WordSamples.hidden(document, "内部意见");
                        });

        assertThat(draft.bodyHtml()).isEqualTo("<p>前增加</p>\n");
        assertThat(draft.notes())
                .containsExactly(
                        ImportNote.of("files.import.tracked-changes", "增加；删去"),
                        ImportNote.of("files.import.hidden-text", "内部意见"));
    }

    @Test
    void takesLinksAndFootnotes() {
        var draft =
                read(
                        document -> {
                            var paragraph = document.createParagraph();
                            paragraph.createRun().setText("见");
                            paragraph.createHyperlinkRun("https://www.gov.cn/").setText("中国政府网");
                            paragraph.createHyperlinkRun("javascript:alert(1)").setText("坏");
                            document.createFootnotes();
                            var note = document.createFootnote();
                            note.createParagraph().createRun().setText("数据截至6月底。");
                            paragraph.addFootnoteReference(note);
                        });

        assertThat(draft.bodyHtml())
                .startsWith(
                        "<p>见<a href=\"https://www.gov.cn/\">中国政府网</a>坏<sup><a href=\"#fn-1\" id=\"fnref-1\">1</a></sup></p>\n<ol>\n<li id=\"fn-1\">")
                .contains("数据截至6月底。");
        assertThat(draft.notes())
                .contains(ImportNote.of("files.removed.LINK", "javascript:alert(1)"));
    }

    @Test
    void readsAnEmptyDraftAndRefusesWhatIsNoDraft() {
        assertThat(read(document -> {}).bodyHtml()).isEmpty();
        assertThatThrownBy(
                        () ->
                                files.docxImport.read(
                                        new ByteArrayInputStream(PdfSamples.plain(it -> {})),
                                        "稿.pdf"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it ->
                                assertThat(it.problems().getFirst().messageKey())
                                        .isEqualTo("files.import.not-docx"));
    }
}
