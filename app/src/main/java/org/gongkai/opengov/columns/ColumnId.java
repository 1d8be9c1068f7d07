package org.gongkai.opengov.columns;

/** A column (栏目), by number. */
public record ColumnId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
