package org.gongkai.opengov.columns.web;

import java.util.Objects;
import org.gongkai.opengov.columns.ColumnInput;
import org.gongkai.opengov.columns.SiteColumn;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the form of a column (栏目表单), as texts, so that everything typed is shown again.
 */
public record ColumnForm(
        @Nullable String version,
        @Nullable String key,
        @Nullable String parent,
        @Nullable String name,
        @Nullable String kind,
        @Nullable String description,
        @Nullable String keywords,
        @Nullable String section,
        @Nullable String updateDays,
        @Nullable String position) {

    static ColumnForm empty(@Nullable String parent) {
        return new ColumnForm(null, "", parent, "", "", "", "", "", "", "");
    }

    static ColumnForm of(SiteColumn column, @Nullable String parent, @Nullable String section) {
        return new ColumnForm(
                Integer.toString(column.version()),
                column.key(),
                parent,
                column.name(),
                column.kind(),
                column.description(),
                column.keywords(),
                section,
                Objects.toString(column.updateDays(), ""),
                Integer.toString(column.position()));
    }

    ColumnInput input() {
        return new ColumnInput(
                text(key),
                text(parent),
                text(name),
                text(kind),
                text(description),
                text(keywords),
                text(section),
                number(updateDays, UNREADABLE),
                number(position, null));
    }

    @Nullable Long versionRead() {
        return version == null || !version.matches("\\d{1,9}") ? null : Long.valueOf(version);
    }

    /** What is no number is refused like one that is out of range. */
    private static final Integer UNREADABLE = -1;

    private static @Nullable Integer number(@Nullable String typed, @Nullable Integer otherwise) {
        var text = text(typed).strip();
        if (text.isEmpty()) {
            return null;
        }
        return text.matches("\\d{1,6}") ? Integer.valueOf(text) : otherwise;
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
