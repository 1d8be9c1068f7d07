package org.gongkai.opengov.requests.figures;

import java.io.IOException;
import java.io.OutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gongkai.opengov.requests.figures.Table3.Column;

/** Tables 3 and 4 as a workbook in their official layout (年报表格), ready to be handed in. */
public final class FiguresBook {
    private static final int LABELS = 3;

    private FiguresBook() {}

    /** Writes the workbook. */
    public static void write(RequestFigures figures, OutputStream out) throws IOException {
        try (var book = new Workbook(out, "Gongkai", null)) {
            requests(book.newWorksheet("收到和处理政府信息公开申请情况"), figures.requests());
            disputes(book.newWorksheet("政府信息公开行政复议、行政诉讼情况"), figures.disputes());
        }
    }

    private static void requests(Worksheet sheet, Table3 table) {
        var columns = Column.values();
        label(sheet, 0, 0, 2, LABELS - 1, "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）");
        label(sheet, 0, LABELS, 0, columns.length + LABELS - 1, "申请人情况");
        label(sheet, 1, LABELS, 2, LABELS, Column.NATURAL_PERSON.term());
        label(sheet, 1, LABELS + 1, 1, LABELS + 5, "法人或其他组织");
        for (int i = 1; i < columns.length - 1; i++) {
            label(sheet, 2, LABELS + i, 2, LABELS + i, columns[i].term());
        }
        label(sheet, 1, LABELS + 6, 2, LABELS + 6, Column.TOTAL.term());
        int at = 3;
        for (var line : FiguresLayout.lines()) {
            for (var cell : line.labels()) {
                label(
                        sheet,
                        at,
                        cell.column(),
                        at + cell.rows() - 1,
                        cell.column() + cell.columns() - 1,
                        cell.text());
            }
            for (int i = 0; i < columns.length; i++) {
                number(sheet, at, LABELS + i, table.at(line.row(), columns[i]).count());
            }
            at++;
        }
        sheet.width(0, 14);
        sheet.width(1, 16);
        sheet.width(2, 44);
        sheet.freezePane(LABELS, 3);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 1);
    }

    private static void disputes(Worksheet sheet, Table4 table) {
        int width = Table4.Column.values().length;
        label(sheet, 0, 0, 1, width - 1, Dispute.Kind.REVIEW.term());
        label(sheet, 0, width, 0, 3 * width - 1, "行政诉讼");
        label(sheet, 1, width, 1, 2 * width - 1, Dispute.Kind.SUIT_AT_ONCE.term());
        label(sheet, 1, 2 * width, 1, 3 * width - 1, Dispute.Kind.SUIT_AFTER_REVIEW.term());
        int at = 0;
        for (var kind : Dispute.Kind.values()) {
            for (var column : Table4.Column.values()) {
                label(sheet, 2, at, 2, at, column.term());
                number(sheet, 3, at, table.at(kind, column).count());
                at++;
            }
        }
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 1);
    }

    private static void label(
            Worksheet sheet, int top, int left, int bottom, int right, String text) {
        sheet.inlineString(top, left, text);
        if (bottom > top || right > left) {
            sheet.range(top, left, bottom, right).merge();
        }
        sheet.range(top, left, bottom, right)
                .style()
                .wrapText(true)
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .borderStyle("thin")
                .set();
    }

    private static void number(Worksheet sheet, int row, int column, long count) {
        sheet.value(row, column, count);
        sheet.style(row, column)
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .borderStyle("thin")
                .set();
    }
}
