package org.gongkai.platform.letters;

import static org.gongkai.platform.letters.Words.word;

import java.awt.Dimension;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** An empty .docx on A4 (Word 文档) whose text names the office faces of GB/T 9704. */
final class OfficeDocument {

    /** An office face (办公字体), by the name that Word and WPS know. */
    enum Face {
        BIAOSONG,
        FANGSONG,
        HEI,
        KAI,
        SONG;

        String officeName() {
            return word("letters.face." + name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    private static final int TEXT_WIDTH = 8844; // 156 mm in twentieths of a point
    private static final int LINE_PITCH = 579; // 28.95 pt
    private static final int CHARACTER_SPACE = -849; // 4096ths of a point: 28 characters on 156 mm
    private static final int RULE_EIGHTHS = 16; // 2 pt
    private static final int THICK_EIGHTHS = 8; // 0.35 mm
    private static final int THIN_EIGHTHS = 6; // 0.25 mm
    private static final String RED = "FF0000";
    private static final int LETTER_HEAD = 30; // mm
    private static final int LETTER_WIDTH = 430; // points
    private static final int LETTER_EIGHTHS = 24; // 3 pt, gap and both lines
    private static final double LETTER_FOOT =
            36.8; // 13 mm, from the line down to the footer's edge
    private static final double A4_WIDTH = 210;
    private static final double A4_HEIGHT = 297;
    private static final String LANGUAGE = "zh-CN";

    private final XWPFDocument document = new XWPFDocument();

    OfficeDocument(Margins margins) {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(twips(A4_WIDTH));
        size.setH(twips(A4_HEIGHT));
        var edges = section.addNewPgMar();
        edges.setTop(twips(margins.top()));
        edges.setRight(twips(margins.right()));
        edges.setBottom(twips(margins.bottom()));
        edges.setLeft(twips(margins.left()));
        edges.setHeader(twips(15));
        edges.setFooter(twips(7));
        document.createStyles().setSpellingLanguage(LANGUAGE);
        document.getStyles().setEastAsia(LANGUAGE);
    }

    XWPFDocument document() {
        return document;
    }

    void describe(String title, String subject) {
        var core = document.getProperties().getCoreProperties();
        core.setTitle(title);
        core.setSubjectProperty(subject);
        core.setCreator("Gongkai");
    }

    XWPFParagraph paragraph(ParagraphAlignment alignment) {
        var paragraph = document.createParagraph();
        paragraph.setAlignment(alignment);
        paragraph.setSpacingAfter(0);
        return paragraph;
    }

    /** Sets the line pitch to this many points, as the line grid asks. */
    void exactLine(XWPFParagraph paragraph, double points) {
        paragraph.setSpacingAfter(0);
        paragraph.setSpacingBefore(0);
        paragraph.setSpacingBetween(points, LineSpacingRule.EXACT);
    }

    /** 22 lines of 28 characters on the text block: the grid of GB/T 9704. */
    void lineGrid() {
        var grid = document.getDocument().getBody().getSectPr().addNewDocGrid();
        grid.setType(STDocGrid.LINES_AND_CHARS);
        grid.setLinePitch(BigInteger.valueOf(LINE_PITCH));
        grid.setCharSpace(BigInteger.valueOf(CHARACTER_SPACE));
    }

    /** A red line as wide as the text, this many millimetres below the paragraph. */
    void rule(XWPFParagraph paragraph, int millimetres) {
        var line = paragraph.getCTPPr().addNewPBdr().addNewBottom();
        line.setVal(STBorder.SINGLE);
        line.setSz(BigInteger.valueOf(RULE_EIGHTHS));
        line.setColor(RED);
        line.setSpace(BigInteger.valueOf(Math.round(millimetres / 25.4 * 72)));
    }

    /**
     * Head and foot of a letter (信函格式): the mark 30 mm below the edge of the sheet, a red double
     * line of 170 mm 4 mm below it and another 20 mm above the lower edge.
     *
     * @param longest the size of the mark, in points, where it is short
     */
    void letter(String mark, int longest) {
        var section = document.getDocument().getBody().getSectPr();
        section.addNewTitlePg();
        section.getPgMar().setHeader(twips(LETTER_HEAD));
        var above = document.createHeader(HeaderFooterType.FIRST).createParagraph();
        above.setAlignment(ParagraphAlignment.CENTER);
        run(above, mark, Face.BIAOSONG, Math.min(longest, LETTER_WIDTH / mark.length()))
                .setColor(RED);
        doubleLine(above.getCTPPr().addNewPBdr().addNewBottom(), STBorder.THICK_THIN_SMALL_GAP, 11);
        overhanging(above);
        var below = document.createFooter(HeaderFooterType.FIRST).createParagraph();
        exactLine(below, LETTER_FOOT);
        doubleLine(below.getCTPPr().addNewPBdr().addNewTop(), STBorder.THIN_THICK_SMALL_GAP, 0);
        overhanging(below);
    }

    private static void doubleLine(CTBorder border, STBorder.Enum kind, int space) {
        border.setVal(kind);
        border.setSz(BigInteger.valueOf(LETTER_EIGHTHS));
        border.setSpace(BigInteger.valueOf(space));
        border.setColor(RED);
    }

    /** The lines of a letter are 170 mm long, the text 156 mm. */
    private static void overhanging(XWPFParagraph paragraph) {
        paragraph.setIndentationLeft(-twips(8).intValue());
        paragraph.setIndentationRight(-twips(6).intValue());
    }

    /** The lines of the imprint: 0.35 mm first and last, 0.25 mm between. */
    void imprintRules(XWPFParagraph paragraph, boolean first, boolean last) {
        var borders = paragraph.getCTPPr().addNewPBdr();
        if (first) {
            line(borders.addNewTop(), THICK_EIGHTHS);
        }
        line(borders.addNewBottom(), last ? THICK_EIGHTHS : THIN_EIGHTHS);
    }

    private static void line(CTBorder border, int eighths) {
        border.setVal(STBorder.SINGLE);
        border.setSz(BigInteger.valueOf(eighths));
        border.setSpace(BigInteger.ONE);
        border.setColor("000000");
    }

    void rightTab(XWPFParagraph paragraph) {
        var properties = paragraph.getCTPPr();
        var tab = properties.addNewTabs().addNewTab();
        tab.setVal(STTabJc.RIGHT);
        tab.setPos(BigInteger.valueOf(TEXT_WIDTH));
    }

    XWPFRun run(XWPFParagraph paragraph, String text, Face face, double points) {
        var run = paragraph.createRun();
        var parts = text.split("\t", -1);
        run.setText(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            run.addTab();
            run.setText(parts[i]);
        }
        return dress(run, face, points);
    }

    XWPFRun dress(XWPFRun run, Face face, double points) {
        var properties = run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr();
        var fonts = properties.addNewRFonts();
        fonts.setAscii(face.officeName());
        fonts.setHAnsi(face.officeName());
        fonts.setEastAsia(face.officeName());
        run.setFontSize(points);
        return run;
    }

    /** An empty bordered table of this many columns, each this wide. */
    XWPFTable table(int columns, int width) {
        var widths = new int[columns];
        Arrays.fill(widths, width);
        return table(widths);
    }

    /** A table with columns of these widths, in twentieths of a point. */
    XWPFTable table(int[] widths) {
        var table = document.createTable();
        table.removeRow(0);
        table.setWidth(Integer.toString(Arrays.stream(widths).sum()));
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        table.setCellMargins(40, 90, 40, 90);
        var grid = table.getCTTbl().addNewTblGrid();
        for (int width : widths) {
            grid.addNewGridCol().setW(BigInteger.valueOf(width));
        }
        var thick = XWPFTable.XWPFBorderType.SINGLE;
        table.setTopBorder(thick, 12, 0, "000000");
        table.setBottomBorder(thick, 12, 0, "000000");
        table.setLeftBorder(thick, 12, 0, "000000");
        table.setRightBorder(thick, 12, 0, "000000");
        table.setInsideHBorder(thick, 4, 0, "000000");
        table.setInsideVBorder(thick, 4, 0, "000000");
        return table;
    }

    /** Places a picture with its text alternative, sized in points. */
    void picture(
            XWPFParagraph into,
            byte[] bytes,
            PictureType type,
            String alternative,
            Dimension size) {
        var run = into.createRun();
        int width = Units.toEMU(size.getWidth());
        int height = Units.toEMU(size.getHeight());
        try {
            run.addPicture(new ByteArrayInputStream(bytes), type, "picture", width, height)
                    .getCTPicture()
                    .getNvPicPr()
                    .getCNvPr()
                    .setDescr(alternative);
        } catch (InvalidFormatException e) {
            throw new IllegalArgumentException("Not a picture that a .docx holds", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr().setDescr(alternative);
    }

    byte[] toBytes() {
        var bytes = new ByteArrayOutputStream();
        try (document) {
            document.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static BigInteger twips(double millimetres) {
        return BigInteger.valueOf(Math.round(millimetres / 25.4 * 1440));
    }
}
