package org.gongkai.opengov.columns;

import java.time.Instant;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * A column (栏目).
 *
 * @param key its public address is {@code /c/{key}}
 * @param kind ColumnType of 网页标签规范, e.g. 政策文件
 * @param description what it holds (ColumnDescription)
 * @param keywords ColumnKeywords
 * @param section the responsible section
 * @param updateDays how old its newest item may be, in days; null when it has no rule
 * @param position display order among its siblings
 * @param fixed whether the disclosure platform must have it, so that it cannot be retired
 * @param version grows with every change
 * @param retiredAt since when it is no longer offered
 * @param mergedInto the column that took its content over
 */
public record SiteColumn(
        ColumnId id,
        AgencyId agency,
        String key,
        @Nullable ColumnId parent,
        String name,
        String kind,
        String description,
        String keywords,
        @Nullable SectionId section,
        @Nullable Integer updateDays,
        int position,
        boolean fixed,
        int version,
        Instant createdAt,
        @Nullable Instant retiredAt,
        @Nullable ColumnId mergedInto) {

    /** The permanent public address. */
    public String path() {
        return "/c/" + key;
    }

    /** Whether new documents may be placed in it. */
    public boolean isOpen() {
        return retiredAt == null;
    }
}
