package org.gongkai.opengov.columns;

import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;

/** A column's description with every name resolved, ready to be written. */
record PreparedColumn(
        String key,
        @Nullable ColumnId parent,
        String name,
        String kind,
        String description,
        String keywords,
        @Nullable SectionId section,
        @Nullable Integer updateDays,
        int position) {

    static PreparedColumn of(SiteColumn column) {
        return new PreparedColumn(
                column.key(),
                column.parent(),
                column.name(),
                column.kind(),
                column.description(),
                column.keywords(),
                column.section(),
                column.updateDays(),
                column.position());
    }

    PreparedColumn under(ColumnId newParent) {
        return new PreparedColumn(
                key, newParent, name, kind, description, keywords, section, updateDays, position);
    }
}
