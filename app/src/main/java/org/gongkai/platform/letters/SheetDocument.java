package org.gongkai.platform.letters;

import static org.gongkai.platform.letters.Words.word;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.gongkai.platform.letters.OfficeDocument.Face;
import org.gongkai.platform.letters.SheetCell.Label;
import org.gongkai.platform.letters.SheetCell.Opinion;
import org.gongkai.platform.letters.SheetCell.Value;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** A form as .docx (表格文档): the rows of the sheet as one Word table. */
final class SheetDocument {

    private static final int COLUMN = 368; // twentieths of a point: 6.5 mm
    private static final double TEXT = 12;
    private static final double TITLE = 22;
    private static final double SMALL = 10.5;

    private final OfficeDocument paper = new OfficeDocument(Margins.SHEET);
    private final Sheet sheet;
    private int merging;

    private SheetDocument(Sheet sheet) {
        this.sheet = sheet;
    }

    static byte[] of(Sheet sheet) {
        return new SheetDocument(sheet).write();
    }

    private byte[] write() {
        paper.describe(
                sheet.plainTitle(), word("letters.review-form.subject", sheet.mark().sha256()));
        for (var line : sheet.title().split("\n", -1)) {
            var title = paper.paragraph(ParagraphAlignment.CENTER);
            paper.exactLine(title, 30);
            paper.run(title, line, Face.BIAOSONG, TITLE);
        }
        var above = paper.paragraph(ParagraphAlignment.LEFT);
        paper.rightTab(above);
        paper.run(above, sheet.above() + "\t" + sheet.aboveRight(), Face.FANGSONG, SMALL);
        table();
        new SheetFooter(paper).write(sheet.mark());
        return paper.toBytes();
    }

    private void table() {
        var table = paper.table(Sheet.COLUMNS, COLUMN);
        for (var cells : sheet.rows()) {
            row(table, cells);
        }
    }

    private void row(XWPFTable table, List<SheetCell> cells) {
        var row = table.createRow();
        row.setCantSplitRow(true);
        while (row.getTableCells().size() > 0) {
            row.removeCell(0);
        }
        var parts = new ArrayList<>(cells);
        if (merging > 0) {
            merging--;
            var above = cell(row, Sheet.COLUMNS - columns(cells));
            above.getCTTc().getTcPr().addNewVMerge().setVal(STMerge.CONTINUE);
        }
        parts.forEach(part -> fill(row, part));
    }

    private static int columns(List<SheetCell> cells) {
        return cells.stream().mapToInt(SheetCell::columns).sum();
    }

    private void fill(XWPFTableRow row, SheetCell part) {
        var cell = cell(row, part.columns());
        switch (part) {
            case Label label -> label(cell, label);
            case Value value ->
                    value.lines().forEach(line -> line(cell, line, ParagraphAlignment.LEFT));
            case Opinion opinion -> opinion(cell, opinion);
        }
        cell.removeParagraph(0);
    }

    private void label(XWPFTableCell cell, Label label) {
        if (label.rows() > 1) {
            cell.getCTTc().getTcPr().addNewVMerge().setVal(STMerge.RESTART);
            merging = label.rows() - 1;
        }
        for (var text : label.text().split("\n", -1)) {
            var line = cell.addParagraph();
            line.setAlignment(ParagraphAlignment.CENTER);
            paper.exactLine(line, 16);
            paper.run(line, text, Face.HEI, TEXT);
        }
    }

    private void opinion(XWPFTableCell cell, Opinion opinion) {
        line(cell, opinion.gates(), ParagraphAlignment.LEFT);
        var lines = opinion.opinion().lines().toList();
        lines.forEach(
                text ->
                        line(cell, text, ParagraphAlignment.LEFT)
                                .setIndentationFirstLine((int) (2 * TEXT * 20)));
        if (lines.isEmpty()) {
            line(cell, "", ParagraphAlignment.LEFT);
        }
        var signed = cell.addParagraph();
        signed.setAlignment(ParagraphAlignment.RIGHT);
        paper.exactLine(signed, 20);
        paper.run(signed, opinion.signature(), Face.KAI, TEXT);
        paper.run(signed, "\u3000" + opinion.date(), Face.FANGSONG, TEXT);
    }

    private XWPFParagraph line(XWPFTableCell cell, String text, ParagraphAlignment alignment) {
        var line = cell.addParagraph();
        line.setAlignment(alignment);
        paper.exactLine(line, 16);
        paper.run(line, text, Face.FANGSONG, TEXT);
        return line;
    }

    private XWPFTableCell cell(XWPFTableRow row, int columns) {
        var cell = row.createCell();
        cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
        cell.setWidth(Integer.toString(columns * COLUMN));
        var properties = cell.getCTTc().getTcPr();
        properties.addNewGridSpan().setVal(java.math.BigInteger.valueOf(columns));
        return cell;
    }
}
