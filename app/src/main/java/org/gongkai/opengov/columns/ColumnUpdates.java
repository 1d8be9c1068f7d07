package org.gongkai.opengov.columns;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which columns are kept up to date, and which are not (栏目更新监测). */
@Component
public class ColumnUpdates {
    private final Columns columns;
    private final NewestItems items;
    private final Clock clock;

    ColumnUpdates(Columns columns, NewestItems items, Clock clock) {
        this.columns = columns;
        this.items = items;
        this.clock = clock;
    }

    /** Every column of an agency in display order, retired ones too, with its newest item. */
    public List<ColumnStanding> of(AgencyId agency) {
        var tree = columns.tree(agency);
        var byId = tree.stream().collect(Collectors.toMap(SiteColumn::id, Function.identity()));
        var newest = newestOfBranches(tree, byId);
        return tree.stream().map(it -> standing(it, depth(it, byId), newest.get(it.id()))).toList();
    }

    private Map<ColumnId, LocalDate> newestOfBranches(
            List<SiteColumn> tree, Map<ColumnId, SiteColumn> byId) {
        var newest = new HashMap<ColumnId, LocalDate>();
        items.newestIn(byId.keySet())
                .forEach(
                        (column, day) -> {
                            for (var at = byId.get(column); at != null; at = above(at, byId)) {
                                newest.merge(at.id(), day, (a, b) -> a.isAfter(b) ? a : b);
                            }
                        });
        return newest;
    }

    private ColumnStanding standing(SiteColumn column, int depth, @Nullable LocalDate newest) {
        var since =
                newest == null ? LocalDate.ofInstant(column.createdAt(), clock.getZone()) : newest;
        var days = column.updateDays();
        var due = days == null || !column.isOpen() ? null : new UpdateRule(days).lastDay(since);
        return new ColumnStanding(
                column, depth, newest, due, due != null && due.isBefore(LocalDate.now(clock)));
    }

    /** Where a column's items count as well: what it was merged into, else the column above. */
    private static @Nullable SiteColumn above(SiteColumn column, Map<ColumnId, SiteColumn> byId) {
        var next = column.mergedInto() == null ? column.parent() : column.mergedInto();
        return next == null ? null : byId.get(next);
    }

    private static int depth(SiteColumn column, Map<ColumnId, SiteColumn> byId) {
        int depth = 0;
        for (var parent = column.parent(); parent != null; depth++) {
            var above = byId.get(parent);
            parent = above == null ? null : above.parent();
        }
        return depth;
    }
}
