package org.gongkai.opengov.budgets;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gongkai.opengov.budgets.TableRow.Role;

/**
 * An official table as it was read (公开表).
 *
 * @param key of its shape
 * @param sheet of the workbook
 * @param columns keys of the amounts it has, in the order of the sheet
 */
public record OfficialTable(
        String key,
        String title,
        String sheet,
        AmountUnit unit,
        List<String> columns,
        List<TableRow> rows) {
    public OfficialTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** The rows of one side, in order. */
    public List<TableRow> side(int block) {
        return rows.stream().filter(it -> it.block() == block).toList();
    }

    /** Whether it has figures. */
    public boolean hasFigures() {
        return rows.stream()
                .flatMap(it -> it.cells().values().stream())
                .anyMatch(it -> it.yuan() != null);
    }

    /** The row that a designator of the shapes means: total, year-total, grand-total, only. */
    public Optional<TableRow> row(String designator, int block) {
        var side = side(block);
        return switch (designator) {
            case "only" -> side.stream().findFirst();
            case "total" -> first(side, Role.TOTAL).or(() -> first(side, Role.GRAND_TOTAL));
            case "year-total" ->
                    first(side, Role.TOTAL)
                            .or(() -> side.stream().filter(OfficialTable::isThisYear).findFirst())
                            .or(() -> first(side, Role.GRAND_TOTAL));
            case "grand-total" -> first(side, Role.GRAND_TOTAL).or(() -> first(side, Role.TOTAL));
            default ->
                    side.stream().filter(it -> designator.equals("code:" + it.code())).findFirst();
        };
    }

    /** 一、本年支出, where the items of the year stand below it. */
    private static boolean isThisYear(TableRow row) {
        return row.item().equals("本年收入") || row.item().equals("本年支出");
    }

    /** Rows without a row above them that counts them: 类 of 类款项, or 一、 of two sides. */
    public List<TableRow> topRows(int block) {
        var side = side(block);
        return side.stream()
                .filter(it -> it.role() == Role.ITEM && it.depth() == 1)
                .filter(it -> parent(it, side).isEmpty())
                .toList();
    }

    /** The row whose code is the longest beginning of this row's. */
    static Optional<TableRow> parent(TableRow row, List<TableRow> rows) {
        if (row.code().isEmpty()) {
            return Optional.empty();
        }
        return rows.stream()
                .filter(
                        it ->
                                !it.code().isEmpty()
                                        && it.code().length() < row.code().length()
                                        && row.code().startsWith(it.code()))
                .max(Comparator.comparingInt(it -> it.code().length()));
    }

    private static Optional<TableRow> first(List<TableRow> rows, Role role) {
        return rows.stream().filter(it -> it.role() == role).findFirst();
    }
}
