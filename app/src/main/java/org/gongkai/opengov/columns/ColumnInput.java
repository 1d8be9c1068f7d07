package org.gongkai.opengov.columns;

import java.util.List;
import java.util.Objects;
import org.gongkai.platform.refusals.FieldProblem;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed about a column (栏目登记), before anything is known to be right.
 *
 * @param parent key or name of the column above; blank at the top
 * @param section key or name of the responsible section; blank for none
 */
public record ColumnInput(
        String key,
        String parent,
        String name,
        String kind,
        String description,
        String keywords,
        String section,
        @Nullable Integer updateDays,
        @Nullable Integer position) {
    public ColumnInput {
        key = Objects.requireNonNullElse(key, "").strip();
        parent = Objects.requireNonNullElse(parent, "").strip();
        name = Objects.requireNonNullElse(name, "");
        kind = Objects.requireNonNullElse(kind, "");
        description = Objects.requireNonNullElse(description, "");
        keywords = Objects.requireNonNullElse(keywords, "");
        section = Objects.requireNonNullElse(section, "").strip();
    }

    void problems(List<FieldProblem> problems) {
        if (!key.matches("[a-z0-9]+(-[a-z0-9]+)*") || key.length() > 60) {
            problems.add(FieldProblem.of("key", "columns.field.key"));
        }
        text(problems, "name", name, 60);
        text(problems, "kind", kind, 40);
        text(problems, "description", description, 500);
        text(problems, "keywords", keywords, 200);
        if (updateDays != null && (updateDays < 1 || updateDays > 3660)) {
            problems.add(FieldProblem.of("updateDays", "columns.field.update-days"));
        }
    }

    private static void text(List<FieldProblem> problems, String field, String value, int longest) {
        if (value.isBlank()) {
            problems.add(FieldProblem.of(field, "columns.field.required"));
        } else if (value.strip().length() > longest) {
            problems.add(FieldProblem.of(field, "columns.field.too-long", longest));
        }
    }
}
