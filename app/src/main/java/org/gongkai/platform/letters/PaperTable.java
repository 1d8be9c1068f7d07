package org.gongkai.platform.letters;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.gongkai.platform.letters.OfficeDocument.Face;
import org.jsoup.nodes.Element;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** Writes a table of a body into a .docx (正文表格), merged cells kept. */
final class PaperTable {

    private static final int WIDTH = 8844; // 156 mm in twentieths of a point
    private static final double TEXT = 12;
    private static final double LINE = 18;

    private final OfficeDocument paper;
    private final PaperRuns runs;

    /** Column to what still hangs down there: rows left, columns covered. */
    private final Map<Integer, Hanging> hanging = new HashMap<>();

    private int[] widths = {};

    private record Hanging(int rows, int columns) {}

    PaperTable(OfficeDocument paper, PaperRuns runs) {
        this.paper = paper;
        this.runs = runs;
    }

    void write(Element table) {
        var rows = table.select("> tr, > thead > tr, > tbody > tr, > tfoot > tr");
        int columns =
                rows.stream()
                        .mapToInt(
                                row ->
                                        row.select("> td, > th").stream()
                                                .mapToInt(cell -> span(cell, "colspan"))
                                                .sum())
                        .max()
                        .orElse(0);
        if (columns == 0) {
            return;
        }
        table.select("> caption").forEach(this::caption);
        widths = widths(table, columns);
        var written = paper.table(widths);
        for (var row : rows) {
            var into = written.createRow();
            while (!into.getTableCells().isEmpty()) {
                into.removeCell(0);
            }
            into.setCantSplitRow(true);
            into.setRepeatHeader(
                    row.parent() instanceof Element above && above.tagName().equals("thead"));
            row(row, into, columns);
        }
    }

    private void caption(Element caption) {
        var line = paper.paragraph(ParagraphAlignment.CENTER);
        line.setKeepNext(true);
        runs.writeChildren(caption, line, Face.HEI, TEXT);
    }

    private void row(Element row, XWPFTableRow into, int columns) {
        int column = hangDown(into, 0);
        for (var cell : row.select("> td, > th")) {
            int covered = Math.min(span(cell, "colspan"), Math.max(1, columns - column));
            int rows = span(cell, "rowspan");
            var written = cell(into, column, covered);
            if (rows > 1) {
                written.getCTTc().getTcPr().addNewVMerge().setVal(STMerge.RESTART);
                hanging.put(column, new Hanging(rows - 1, covered));
            }
            fill(cell, written);
            column = hangDown(into, column + covered);
        }
    }

    private int hangDown(XWPFTableRow into, int from) {
        int column = from;
        for (var above = hanging.get(column); above != null; above = hanging.get(column)) {
            var written = cell(into, column, above.columns());
            written.getCTTc().getTcPr().addNewVMerge().setVal(STMerge.CONTINUE);
            if (above.rows() == 1) {
                hanging.remove(column);
            } else {
                hanging.put(column, new Hanging(above.rows() - 1, above.columns()));
            }
            column += above.columns();
        }
        return column;
    }

    private void fill(Element cell, XWPFTableCell into) {
        boolean heads = cell.tagName().equals("th");
        var line = into.getParagraphArray(0);
        line.setAlignment(heads ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT);
        if (cell.select("img").isEmpty()) {
            paper.exactLine(line, LINE);
        }
        runs.writeChildren(cell, line, heads ? Face.HEI : Face.FANGSONG, TEXT);
    }

    private XWPFTableCell cell(XWPFTableRow row, int column, int columns) {
        var cell = row.createCell();
        cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
        int from = Math.min(column, widths.length);
        int end = Math.min(column + columns, widths.length);
        cell.setWidth(Integer.toString(Arrays.stream(widths, from, end).sum()));
        cell.getCTTc().getTcPr().addNewGridSpan().setVal(BigInteger.valueOf(columns));
        return cell;
    }

    /** As the column group says in percent of the text block, else all alike. */
    private static int[] widths(Element table, int columns) {
        var named = table.select("> colgroup > col");
        var widths = new int[columns];
        Arrays.fill(widths, WIDTH / columns);
        if (named.size() == columns) {
            for (int i = 0; i < columns; i++) {
                var percent = named.get(i).attr("width");
                if (percent.matches("[1-9]\\d?%")) {
                    widths[i] = WIDTH * Integer.parseInt(percent.replace("%", "")) / 100;
                }
            }
        }
        return widths;
    }

    private static int span(Element cell, String attribute) {
        var written = cell.attr(attribute);
        return written.matches("[1-9]\\d{0,2}") ? Integer.parseInt(written) : 1;
    }
}
