package org.gongkai.opengov.budgets;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount of a table (单元格).
 *
 * @param address as spreadsheets name it, {@code C5}
 * @param yuan in yuan; null where the cell is empty
 */
public record TableCell(String address, @Nullable BigDecimal yuan) {

    /** What it counts in a sum. */
    public BigDecimal counted() {
        return yuan == null ? BigDecimal.ZERO : yuan;
    }
}
