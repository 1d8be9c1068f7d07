package org.gongkai.opengov.budgets;

import java.text.Normalizer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of an official table, or of one side of it (表行).
 *
 * @param number as spreadsheets count
 * @param block 0, or 1 for the right side of a table of two
 * @param code 科目编码; empty where the table has none
 * @param cells by the key of their column
 */
public record TableRow(
        int number, int block, String code, String name, Map<String, TableCell> cells) {
    private static final String NUMERALS = "[一二三四五六七八九十]+";

    public TableRow {
        cells = Map.copyOf(cells);
    }

    /** What the row is for. */
    public enum Role {
        /** An item. */
        ITEM,
        /** 其中: a part of the row before, counted there. */
        PART,
        /** 小计. */
        SUBTOTAL,
        /** 合计, in a table with two sides 本年收入合计. */
        TOTAL,
        /** 收入总计, 支出总计. */
        GRAND_TOTAL
    }

    /** The cell of a column; null where the row has none. */
    public @Nullable TableCell cell(String column) {
        return cells.get(column);
    }

    /** By what it is called. */
    public Role role() {
        var words = plain(name);
        if (words.startsWith("其中")) {
            return Role.PART;
        }
        if (!code.isEmpty()) {
            return Role.ITEM;
        }
        if (words.endsWith("总计")) {
            return Role.GRAND_TOTAL;
        }
        if (words.endsWith("小计")) {
            return Role.SUBTOTAL;
        }
        return words.endsWith("合计") ? Role.TOTAL : Role.ITEM;
    }

    /** How deep its number is: 1 for 一、 and for none, 2 for （一）, 3 for 1. */
    int depth() {
        var words = Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
        if (words.matches("\\(" + NUMERALS + "\\).*")) {
            return 2;
        }
        return words.matches("\\d+[.、].*") ? 3 : 1;
    }

    /** Its name without its number. */
    public String item() {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .replaceFirst("^(" + NUMERALS + "[、.]|\\(" + NUMERALS + "\\)|\\d+[.、])", "");
    }

    /** As table heads and names are compared: no spaces, no brackets, no points. */
    static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFKC)
                .replaceAll("[\\s\"'“”‘’《》()\\[\\]:,、。.]", "");
    }
}
