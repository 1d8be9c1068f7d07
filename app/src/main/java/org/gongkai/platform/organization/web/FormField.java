package org.gongkai.platform.organization.web;

import java.util.List;
import org.gongkai.platform.pages.Choice;
import org.jspecify.annotations.Nullable;

/**
 * One question of a form (填写项). Its label is the message {@code organization.field.<name>}.
 *
 * @param kind {@code line}, {@code paragraph}, {@code day}, {@code choice}, {@code some} or {@code
 *     hidden}
 * @param hint whether there is a message {@code organization.hint.<name>}
 * @param values the chosen ones, for {@code some}
 */
record FormField(
        String name,
        String kind,
        @Nullable String value,
        boolean hint,
        List<Choice> options,
        List<String> values) {
    FormField {
        options = List.copyOf(options);
        values = List.copyOf(values);
    }

    static FormField line(String name, @Nullable String value) {
        return new FormField(name, "line", value, false, List.of(), List.of());
    }

    static FormField paragraph(String name, @Nullable String value) {
        return new FormField(name, "paragraph", value, false, List.of(), List.of());
    }

    static FormField day(String name, @Nullable String value) {
        return new FormField(name, "day", value, false, List.of(), List.of());
    }

    static FormField choice(String name, @Nullable String value, List<Choice> options) {
        return new FormField(name, "choice", value, false, options, List.of());
    }

    static FormField some(String name, @Nullable List<String> values, List<Choice> options) {
        return new FormField(
                name, "some", null, false, options, values == null ? List.of() : values);
    }

    static FormField hidden(String name, @Nullable String value) {
        return new FormField(name, "hidden", value, false, List.of(), List.of());
    }

    /** The same question with a hint. */
    FormField withHint() {
        return new FormField(name, kind, value, true, options, values);
    }
}
