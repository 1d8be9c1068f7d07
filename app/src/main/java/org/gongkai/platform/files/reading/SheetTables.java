package org.gongkai.platform.files.reading;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellRangeAddress;
import org.gongkai.platform.files.reading.SheetRows.Row;

/**
 * Writes a worksheet as tables (工作表转网页表格): single cells at the top are its title, the rows of the
 * head are repeated on each page. A sheet with one column is no table but lines.
 */
final class SheetTables {
    /** Rows on one page. */
    static final int ROWS = 500;

    private static final int MOST_TITLES = 3;
    private static final int TALLEST_HEAD = 6;

    private final String name;
    private final SheetBuild build;
    private final List<Row> rows;
    private final int all;
    private final boolean cut;
    private final List<Integer> columns;
    private final Map<Integer, Row> byNumber;

    /**
     * @param name of the worksheet; empty where there is only a table
     * @param all how many rows the sheet has; 0 where they are not counted
     * @param cut whether something of these rows is left out
     */
    SheetTables(String name, SheetBuild build, List<Row> rows, int all, boolean cut) {
        this.name = name;
        this.build = build;
        this.rows = rows;
        this.all = all;
        this.cut = cut;
        var used = new TreeSet<Integer>();
        rows.forEach(it -> used.addAll(it.cells().keySet()));
        this.columns = List.copyOf(used);
        this.byNumber =
                rows.stream()
                        .collect(
                                Collectors.toMap(
                                        Row::number, Function.identity(), (one, other) -> one));
    }

    void write(Gathered pages) {
        if (cut || rows.size() < all) {
            pages.shorten();
        }
        if (rows.isEmpty()) {
            return;
        }
        int titles = titles();
        int head = head(titles);
        boolean onlyHead = titles + head == rows.size();
        int from = onlyHead ? titles : titles + head;
        var headRows = onlyHead ? "" : grid(titles, titles + head).html("th");
        for (var first = from; first < rows.size(); ) {
            if (!pages.hasRoom()) {
                pages.shorten();
                return;
            }
            if (first > from) {
                pages.turn();
            }
            int end = end(first);
            var start = first == from ? subtitles(titles) : "";
            int counted = first == from ? 1 : first + 1;
            var html = start + table(titles, headRows, first, end);
            if (all == 0) {
                pages.add(html);
            } else {
                pages.add(name, counted, end, all, html);
            }
            first = end;
        }
    }

    /** Where the page that begins with this row ends: by rows, or by what stands in them. */
    private int end(int first) {
        int end = first;
        long signs = 0;
        while (end < rows.size() && end - first < ROWS && signs < Gathered.PAGE) {
            signs += rows.get(end).cells().values().stream().mapToInt(String::length).sum();
            signs += 10L * columns.size();
            end++;
        }
        return end;
    }

    private String table(int titles, String head, int first, int end) {
        if (columns.size() < 2) {
            return rows.subList(first, end).stream()
                    .map(it -> Markup.paragraph(it.cells().firstEntry().getValue()))
                    .collect(Collectors.joining());
        }
        var caption = Markup.of(caption(titles));
        return "<table>"
                + (caption.isEmpty() ? "" : "<caption>" + caption + "</caption>")
                + (head.isEmpty() ? "" : "<thead>" + head + "</thead>")
                + "<tbody>"
                + grid(first, end).html("td")
                + "</tbody></table>";
    }

    private SheetGrid grid(int first, int end) {
        return new SheetGrid(rows.subList(first, end), columns, build.merges(), this::valueOf);
    }

    /** What stands in merged cells; nothing if the one that holds it is hidden. */
    private String valueOf(CellRangeAddress merged) {
        var row = byNumber.get(merged.getFirstRow());
        return row == null ? "" : row.cells().getOrDefault(merged.getFirstColumn(), "");
    }

    /** Unlike all others on a page, because the names of worksheets are. */
    private String caption(int titles) {
        var title = titles == 0 ? "" : wordsOf(rows.getFirst());
        if (title.isEmpty() || title.equals(name)) {
            return name;
        }
        return name.isEmpty() ? title : title + "（" + name + "）";
    }

    /** Lines below the title and above the head, such as the unit of all figures. */
    private String subtitles(int titles) {
        return rows.subList(Math.min(1, titles), titles).stream()
                .map(it -> Markup.paragraph(wordsOf(it)))
                .collect(Collectors.joining());
    }

    private static String wordsOf(Row row) {
        return row.cells().firstEntry().getValue().strip();
    }

    private int titles() {
        int count = 0;
        while (columns.size() > 2
                && count < Math.min(MOST_TITLES, rows.size() - 1)
                && rows.get(count).cells().size() == 1) {
            count++;
        }
        return count;
    }

    /** How many rows make the head: those that stay in sight, else what the first row begins. */
    private int head(int titles) {
        if (columns.size() < 2 || titles == rows.size()) {
            return 0;
        }
        int frozen = rowsBefore(titles, build.frozen());
        if (frozen > 0 && frozen <= TALLEST_HEAD) {
            return frozen;
        }
        var first = rows.get(titles);
        long words = first.cells().values().stream().filter(it -> !SheetGrid.isFigure(it)).count();
        if (first.cells().size() < 2 || 2 * words <= first.cells().size()) {
            return 0;
        }
        int last =
                build.merges().stream()
                        .filter(it -> it.getFirstRow() == first.number())
                        .filter(it -> it.getLastRow() < first.number() + TALLEST_HEAD)
                        .mapToInt(CellRangeAddress::getLastRow)
                        .max()
                        .orElse(first.number());
        return rowsBefore(titles, Math.max(last, first.number()) + 1);
    }

    private int rowsBefore(int from, int number) {
        int count = 0;
        while (from + count < rows.size() && rows.get(from + count).number() < number) {
            count++;
        }
        return count;
    }
}
