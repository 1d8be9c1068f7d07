package org.gongkai.opengov.budgets;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.opengov.budgets.TableRow.Role;

/**
 * An official table, or one side of it, as it is shown (公开表展示): the same on the page, in the
 * document and in files.
 *
 * @param labels how many columns from the left are words; the rest are amounts
 */
public record TablePicture(
        String key, String title, String unit, List<String> heads, List<Line> lines, int labels) {
    public TablePicture {
        heads = List.copyOf(heads);
        lines = List.copyOf(lines);
    }

    /** A row; a sum is shown stronger. */
    public record Line(List<String> cells, boolean sum) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /** The table, or its two sides one after the other: 收支总表（收入）, 收支总表（支出）. */
    public static List<TablePicture> of(OfficialTable table, TableShape shape) {
        if (!shape.hasSides()) {
            return List.of(of(table, shape, 0, ""));
        }
        return List.of(of(table, shape, 0, "（收入）"), of(table, shape, 1, "（支出）"));
    }

    /** Whether it has rows. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    private static TablePicture of(
            OfficialTable table, TableShape shape, int block, String behind) {
        var side = table.side(block);
        var coded = side.stream().anyMatch(it -> !it.code().isEmpty());
        var heads = new ArrayList<String>();
        if (coded) {
            heads.add(shape.column("code").title());
        }
        if (!shape.hasNoNames()) {
            shape.columns().stream()
                    .filter(it -> it.role().equals("name") && it.block() == block)
                    .findFirst()
                    .ifPresent(it -> heads.add(it.title()));
        }
        var labels = heads.size();
        var amounts =
                shape.amounts().stream()
                        .filter(it -> it.block() == block && table.columns().contains(it.key()))
                        .toList();
        amounts.forEach(it -> heads.add(it.title()));
        var lines = new ArrayList<Line>();
        for (var row : side) {
            var cells = new ArrayList<String>();
            if (coded) {
                cells.add(row.code());
            }
            if (cells.size() < labels) {
                cells.add(row.name());
            }
            for (var column : amounts) {
                var cell = row.cell(column.key());
                cells.add(
                        cell == null || cell.yuan() == null
                                ? ""
                                : table.unit().written(cell.yuan()));
            }
            lines.add(new Line(cells, row.role() != Role.ITEM && row.role() != Role.PART));
        }
        return new TablePicture(
                table.key() + (shape.hasSides() ? "-" + block : ""),
                table.title() + behind,
                table.unit().term(),
                heads,
                lines,
                labels);
    }
}
