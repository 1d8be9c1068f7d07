package org.gongkai.opengov.columns;

import java.util.List;

/**
 * What hangs on a column (栏目影响范围), shown before it is moved, merged or retired.
 *
 * @param addresses every address that leads to it now, its own first
 * @param items how many public items it holds, with what is below it or was merged into it
 * @param below the open columns directly below it
 */
public record ColumnReach(List<String> addresses, long items, List<SiteColumn> below) {
    public ColumnReach {
        addresses = List.copyOf(addresses);
        below = List.copyOf(below);
    }
}
