package org.gongkai.opengov.budgets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.opengov.budgets.CellProblem.Kind;

/** A workbook with the official tables (预决算公开表工作簿): each sheet is known by its title or name. */
final class BudgetWorkbook {
    private static final int TITLE_ROWS = 5;

    private BudgetWorkbook() {}

    /**
     * What was read.
     *
     * @param unread names of sheets that are no official table
     */
    record Read(List<OfficialTable> tables, List<CellProblem> problems, List<String> unread) {}

    /** Reads it; refuses what is no workbook. */
    static Read read(byte[] workbook, List<TableShape> shapes) {
        var tables = new ArrayList<OfficialTable>();
        var problems = new ArrayList<CellProblem>();
        var unread = new ArrayList<String>();
        var seen = new HashMap<String, String>();
        for (var sheet : SheetGrid.read(workbook)) {
            var shape = shape(sheet, shapes);
            if (shape.isEmpty()) {
                unread.add(sheet.name());
                continue;
            }
            var before = seen.putIfAbsent(shape.get().key(), sheet.name());
            if (before != null) {
                problems.add(new CellProblem(sheet.name(), "", Kind.TABLE_TWICE, before));
                continue;
            }
            new TableReading(sheet, shape.get(), problems).read().ifPresent(tables::add);
        }
        for (var shape : shapes) {
            if (shape.required() && !seen.containsKey(shape.key())) {
                problems.add(new CellProblem("", "", Kind.MISSING_TABLE, shape.title()));
            }
        }
        tables.sort(Comparator.comparingInt(it -> place(it, shapes)));
        return new Read(List.copyOf(tables), List.copyOf(problems), List.copyOf(unread));
    }

    private static int place(OfficialTable table, List<TableShape> shapes) {
        return shapes.stream().map(TableShape::key).toList().indexOf(table.key());
    }

    /** The shape with the longest name that the title says, else the name of the sheet. */
    private static Optional<TableShape> shape(SheetGrid sheet, List<TableShape> shapes) {
        for (var row = 0; row < TITLE_ROWS; row++) {
            for (var column = 0; column < sheet.width(); column++) {
                var found = named(sheet.text(row, column), shapes);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return named(sheet.name(), shapes);
    }

    private static Optional<TableShape> named(String words, List<TableShape> shapes) {
        var plain = TableRow.plain(words);
        var best = new HashMap<TableShape, Integer>();
        for (var shape : shapes) {
            shape.names().stream()
                    .filter(plain::contains)
                    .mapToInt(String::length)
                    .max()
                    .ifPresent(it -> best.put(shape, it));
        }
        return best.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }
}
