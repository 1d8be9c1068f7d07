package org.gongkai.platform.letters;

import java.util.List;

/** A form ready to be set (表格): title, line above the table, rows, and the mark for the QR code. */
record Sheet(
        String title,
        String above,
        String aboveRight,
        List<List<SheetCell>> rows,
        ContentMark mark) {

    /** Columns of the grid: 6.5 mm each, on the 156 mm of GB/T 9704. */
    static final int COLUMNS = 24;

    /** The title on one line. */
    String plainTitle() {
        return title.replace("\n", "");
    }
}
