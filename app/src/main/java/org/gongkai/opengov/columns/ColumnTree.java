package org.gongkai.opengov.columns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An agency's columns as they were read once (栏目树), for pages that show many of them.
 *
 * @param columns all of them in display order, parents before children, retired ones too
 */
public record ColumnTree(List<SiteColumn> columns) {

    public ColumnTree {
        columns = List.copyOf(columns);
    }

    /** The columns that are offered. */
    public List<SiteColumn> open() {
        return columns.stream().filter(SiteColumn::isOpen).toList();
    }

    /** The columns offered directly below this one; null for the top of the tree. */
    public List<SiteColumn> openBelow(@Nullable ColumnId parent) {
        return columns.stream()
                .filter(it -> it.isOpen() && Objects.equals(it.parent(), parent))
                .toList();
    }

    /** The column with this key. */
    public Optional<SiteColumn> withKey(String key) {
        return columns.stream().filter(it -> it.key().equals(key)).findFirst();
    }

    /** Names by column; one that was merged has the name of what it became. */
    public Map<ColumnId, String> names() {
        var names = new HashMap<ColumnId, String>();
        columns.forEach(it -> names.put(it.id(), became(it).name()));
        return names;
    }

    /**
     * From the top of the tree down to this column, or to what it was merged into; empty for one of
     * another tree.
     */
    public List<SiteColumn> pathTo(ColumnId id) {
        var byId = columns.stream().collect(Collectors.toMap(SiteColumn::id, it -> it));
        var path = new ArrayList<SiteColumn>();
        var asked = byId.get(id);
        for (var at = asked == null ? null : became(asked); at != null; ) {
            path.addFirst(at);
            var parent = at.parent();
            at = parent == null ? null : byId.get(parent);
        }
        return path;
    }

    /** The column, everything below it, and every column that was merged into one of these. */
    public Set<ColumnId> branch(ColumnId top) {
        var branch = new HashSet<ColumnId>();
        grow(top, branch);
        return branch;
    }

    private SiteColumn became(SiteColumn column) {
        return columns.stream()
                .filter(it -> it.id().equals(column.mergedInto()))
                .findFirst()
                .map(this::became)
                .orElse(column);
    }

    private void grow(ColumnId at, Set<ColumnId> branch) {
        if (branch.add(at)) {
            belonging(at).forEach(it -> grow(it.id(), branch));
        }
    }

    private Stream<SiteColumn> belonging(ColumnId to) {
        return columns.stream()
                .filter(
                        it ->
                                to.equals(it.mergedInto())
                                        || (it.mergedInto() == null && to.equals(it.parent())));
    }
}
