package org.gongkai.opengov.budgets;

import java.util.List;

/**
 * How an official table looks (公开表样式).
 *
 * @param names by which a sheet is known, without spaces and brackets
 * @param ignore heads of columns that are not read, as 上年
 */
public record TableShape(
        String key,
        String title,
        List<String> names,
        boolean required,
        List<String> ignore,
        List<Column> columns) {

    /**
     * A column.
     *
     * @param names its heads from top to bottom, parted by {@code >}; heads above may be left out
     * @param role code, name or amount
     * @param block the side of a table of two that it belongs to
     * @param sum keys of the columns that add up to it; with a minus those that are taken off
     */
    public record Column(
            String key,
            String title,
            List<String> names,
            String role,
            int block,
            List<String> sum,
            boolean optional) {

        boolean isAmount() {
            return role.equals("amount");
        }
    }

    /** The amounts, in order. */
    public List<Column> amounts() {
        return columns.stream().filter(Column::isAmount).toList();
    }

    /** The column with this key. */
    public Column column(String key) {
        return columns.stream().filter(it -> it.key().equals(key)).findFirst().orElseThrow();
    }

    /** Whether it has two sides. */
    public boolean hasSides() {
        return columns.stream().anyMatch(it -> it.block() > 0);
    }

    /** Whether its rows have neither code nor name, as the one row of 三公经费. */
    public boolean hasNoNames() {
        return columns.stream().allMatch(Column::isAmount);
    }
}
