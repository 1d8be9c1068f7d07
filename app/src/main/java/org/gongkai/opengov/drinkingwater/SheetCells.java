package org.gongkai.opengov.drinkingwater;

import java.util.ArrayList;
import java.util.List;

/** The cells of a sheet (数据表单元格): line breaks and outer spaces left out, absent cells empty. */
record SheetCells(List<List<String>> rows) {
    private static final int LETTERS = 26;

    static SheetCells of(List<List<String>> raw) {
        var rows = new ArrayList<List<String>>();
        raw.forEach(row -> rows.add(row.stream().map(SheetCells::plain).toList()));
        return new SheetCells(List.copyOf(rows));
    }

    private static String plain(String cell) {
        return cell.replaceAll("[\\s\\u00A0\\u3000]+", " ").strip();
    }

    int height() {
        return rows.size();
    }

    int width(int row) {
        return rows.get(row).size();
    }

    String at(int row, int column) {
        return row < rows.size() && column < rows.get(row).size() && column >= 0
                ? rows.get(row).get(column)
                : "";
    }

    boolean isEmpty(int row) {
        return rows.get(row).stream().allMatch(String::isEmpty);
    }

    /** The name of a cell: A1 is the first. */
    static String name(int row, int column) {
        var letters = new StringBuilder();
        for (var left = column + 1; left > 0; left = (left - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (left - 1) % LETTERS));
        }
        return letters.toString() + (row + 1);
    }
}
