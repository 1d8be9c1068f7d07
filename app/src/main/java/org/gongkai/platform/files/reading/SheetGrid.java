package org.gongkai.platform.files.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.gongkai.platform.files.reading.SheetRows.Row;

/**
 * Rows that stand together on a page, with their merged cells (合并单元格): as far as these go beyond
 * the rows and columns shown, they are cut.
 */
final class SheetGrid {
    private static final Pattern FIGURE = Pattern.compile("[-+]?[\\d,]*\\.?\\d+%?");

    private final List<Row> rows;
    private final List<Integer> columns;
    private final Map<Place, Merged> merged = new HashMap<>();

    /** A cell by its row here and its column in the sheet. */
    private record Place(int row, int column) {}

    /** Cells that are one; it is written at its origin. */
    private record Merged(Place origin, int wide, int tall, String words) {}

    SheetGrid(
            List<Row> rows,
            List<Integer> columns,
            List<CellRangeAddress> merges,
            Function<CellRangeAddress, String> words) {
        this.rows = rows;
        this.columns = columns;
        for (var it : merges) {
            merge(it, words);
        }
    }

    static boolean isFigure(String words) {
        return FIGURE.matcher(words.strip()).matches();
    }

    /** The rows, their cells under this name. */
    String html(String cell) {
        var html = new StringBuilder();
        for (var row = 0; row < rows.size(); row++) {
            html.append("<tr>");
            for (int column : columns) {
                var place = new Place(row, column);
                var one = merged.get(place);
                if (one == null) {
                    var words = rows.get(row).cells().getOrDefault(column, "");
                    html.append(cell(cell, words, 1, 1));
                } else if (one.origin().equals(place)) {
                    html.append(cell(cell, one.words(), one.wide(), one.tall()));
                }
            }
            html.append("</tr>");
        }
        return html.toString();
    }

    private void merge(CellRangeAddress range, Function<CellRangeAddress, String> words) {
        if (rows.isEmpty()
                || range.getLastRow() < rows.getFirst().number()
                || range.getFirstRow() > rows.getLast().number()) {
            return;
        }
        var tall =
                IntStream.range(0, rows.size())
                        .filter(it -> range.containsRow(rows.get(it).number()))
                        .toArray();
        var wide =
                columns.stream()
                        .filter(range::containsColumn)
                        .mapToInt(Integer::intValue)
                        .toArray();
        if (tall.length * wide.length < 2 || overlaps(tall, wide)) {
            return;
        }
        var one =
                new Merged(
                        new Place(tall[0], wide[0]), wide.length, tall.length, words.apply(range));
        for (int row : tall) {
            for (int column : wide) {
                merged.put(new Place(row, column), one);
            }
        }
    }

    /** Office programs write no such thing; a table cannot show it. */
    private boolean overlaps(int[] tall, int[] wide) {
        for (int row : tall) {
            for (int column : wide) {
                if (merged.containsKey(new Place(row, column))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String cell(String name, String words, int wide, int tall) {
        var plain = Markup.of(words.strip()).replaceAll("\\R", "<br>");
        // A head cell without words heads nothing.
        var tag = plain.isEmpty() ? "td" : name;
        var html = new StringBuilder("<").append(tag);
        if (tag.equals("th")) {
            html.append(wide > 1 ? " scope=\"colgroup\"" : " scope=\"col\"");
        } else if (isFigure(words)) {
            html.append(" class=\"align-right\"");
        }
        if (wide > 1) {
            html.append(" colspan=\"").append(wide).append('"');
        }
        if (tall > 1) {
            html.append(" rowspan=\"").append(tall).append('"');
        }
        return html.append('>').append(plain).append("</").append(tag).append('>').toString();
    }
}
