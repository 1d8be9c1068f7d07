package org.gongkai.platform.files.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.util.CellRangeAddress;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * How a worksheet is built (工作表结构): which rows and columns are hidden, which cells are merged, how
 * many rows at the top stay when one scrolls, how many rows have something in them. Rows and
 * columns count from 0.
 */
final class SheetBuild extends DefaultHandler {
    private static final int MOST_MERGES = 20_000;
    private static final int COLUMNS = 16_384;
    private static final int ROWS = 1_048_576;

    private final BitSet hiddenRows = new BitSet();
    private final BitSet hiddenColumns = new BitSet();
    private final BitSet filledRows = new BitSet();
    private final List<CellRangeAddress> merges = new ArrayList<>();
    private int frozen;
    private int row = -1;

    boolean hidesRow(int number) {
        return hiddenRows.get(number);
    }

    boolean hidesColumn(int number) {
        return hiddenColumns.get(number);
    }

    List<CellRangeAddress> merges() {
        return merges;
    }

    /** The rows above this one stay in sight; 0 if none does. */
    int frozen() {
        return frozen;
    }

    /** How many rows are seen that have something in them. */
    int filled() {
        return filledRows.cardinality();
    }

    @Override
    public void startElement(String space, String name, String full, Attributes attributes)
            throws SAXException {
        switch (name) {
            case "pane" -> {
                if (text(attributes, "state").startsWith("frozen")) {
                    frozen = number(text(attributes, "ySplit"), 0);
                }
            }
            case "col" -> {
                if (isOn(attributes)) {
                    var first = number(text(attributes, "min"), 1);
                    var last = Math.min(COLUMNS, number(text(attributes, "max"), first));
                    hiddenColumns.set(Math.min(first, last) - 1, last);
                }
            }
            case "row" -> {
                if (Thread.currentThread().isInterrupted()) {
                    throw new SAXException("stopped");
                }
                row = Math.clamp(number(text(attributes, "r"), row + 2) - 1, 0, ROWS);
                hiddenRows.set(row, isOn(attributes));
            }
            case "v", "is" -> {
                if (row >= 0 && !hiddenRows.get(row)) {
                    filledRows.set(row);
                }
            }
            case "mergeCell" -> merge(text(attributes, "ref"));
            default -> {}
        }
    }

    private void merge(String reference) {
        if (merges.size() < MOST_MERGES
                && reference.matches("[A-Z]{1,3}\\d{1,7}:[A-Z]{1,3}\\d{1,7}")) {
            merges.add(CellRangeAddress.valueOf(reference));
        }
    }

    private static boolean isOn(Attributes attributes) {
        return text(attributes, "hidden").matches("1|true|on");
    }

    private static int number(String digits, int otherwise) {
        return digits.matches("\\d{1,7}(\\.0*)?")
                ? Math.max(1, Integer.parseInt(digits.replaceAll("\\..*", "")))
                : otherwise;
    }

    private static String text(Attributes attributes, String name) {
        return Objects.requireNonNullElse(attributes.getValue(name), "");
    }
}
