package org.gongkai.platform.files.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;

/** The rows of a worksheet that are seen and have something in them (可见行). */
final class SheetRows implements SheetContentsHandler {
    /** Columns shown of one sheet. */
    static final int MOST_COLUMNS = 200;

    private static final int LONGEST_CELL = 4_000;

    private final SheetBuild build;
    private final int most;
    private final List<Row> rows = new ArrayList<>();
    private NavigableMap<Integer, String> cells = new TreeMap<>();
    private boolean cut;

    /** One row: its place in the sheet and its cells by column, from 0. */
    record Row(int number, NavigableMap<Integer, String> cells) {}

    /** Thrown out of the parser when no more rows are wanted. */
    static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super("enough", null, false, false);
        }
    }

    SheetRows(SheetBuild build, int most) {
        this.build = build;
        this.most = most;
    }

    List<Row> rows() {
        return rows;
    }

    /** Whether some columns or the end of a long cell are left out. */
    boolean cut() {
        return cut;
    }

    @Override
    public void startRow(int number) {
        cells = new TreeMap<>();
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("stopped");
        }
    }

    @Override
    public void cell(
            @Nullable String reference, @Nullable String shown, @Nullable XSSFComment remark) {
        if (shown == null || shown.isBlank()) {
            return;
        }
        int column =
                reference == null
                        ? cells.isEmpty() ? 0 : cells.lastKey() + 1
                        : new CellReference(reference).getCol();
        if (build.hidesColumn(column)) {
            return;
        }
        if (column >= MOST_COLUMNS) {
            cut = true;
            return;
        }
        var words = shown.startsWith("ERROR:") ? shown.substring("ERROR:".length()) : shown;
        cut |= words.length() > LONGEST_CELL;
        cells.put(column, words.substring(0, Math.min(words.length(), LONGEST_CELL)));
    }

    @Override
    public void endRow(int number) {
        if (build.hidesRow(number) || cells.isEmpty()) {
            return;
        }
        rows.add(new Row(number, cells));
        if (rows.size() >= most) {
            throw new Enough();
        }
    }

    @Override
    public void endSheet() {}

    /** What stands above and below each printed page is not of the table. */
    @Override
    public void headerFooter(String text, boolean header, String tag) {}
}
