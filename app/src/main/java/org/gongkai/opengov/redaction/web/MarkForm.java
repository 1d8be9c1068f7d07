package org.gongkai.opengov.redaction.web;

import org.gongkai.opengov.redaction.MarkEntry;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/** What was typed into the form of a mark (标记表单), kept as it was typed. */
record MarkForm(
        @Nullable Long version,
        @Nullable String kind,
        @Nullable String quote,
        @Nullable String scope,
        @Nullable String page,
        @Nullable String left,
        @Nullable String top,
        @Nullable String right,
        @Nullable String bottom,
        @Nullable String ground,
        @Nullable String law,
        @Nullable String reason,
        @Nullable String elsewhere) {

    static MarkForm empty(int page) {
        return new MarkForm(
                null,
                "words",
                "",
                "document",
                Integer.toString(page),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "");
    }

    /** The number of the page shown. */
    int shownPage() {
        return page != null && page.matches("[0-9]{1,4}") ? Integer.parseInt(page) : 1;
    }

    MarkEntry entry() {
        boolean area = "area".equals(kind);
        boolean onePage = area || "page".equals(scope);
        if (!area && text(quote).isBlank()) {
            throw Refusal.invalid("quote", "redaction.field.nothing");
        }
        return new MarkEntry(
                area ? "" : text(quote),
                onePage ? Integer.valueOf(shownPage()) : null,
                area ? number("left", left) : null,
                area ? number("top", top) : null,
                area ? number("right", right) : null,
                area ? number("bottom", bottom) : null,
                text(ground),
                text(law),
                text(reason),
                "yes".equals(elsewhere));
    }

    private static Double number(String field, @Nullable String typed) {
        var plain = text(typed).strip().replace('％', '%').replace("%", "");
        if (!plain.matches("[0-9]{1,3}(\\.[0-9]{1,6})?")) {
            throw Refusal.invalid(field, "redaction.field.number");
        }
        return Double.valueOf(plain);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
