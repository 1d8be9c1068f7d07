package org.gongkai.platform.calendar.web;

import org.jspecify.annotations.Nullable;

/** What was typed beside a year file (年度文件导入表); the file's text is kept in {@code text}. */
record ImportForm(
        @Nullable String calendar,
        @Nullable String number,
        @Nullable String validFrom,
        @Nullable String certainty,
        @Nullable String source,
        @Nullable String text) {

    static ImportForm empty() {
        return new ImportForm(null, null, null, null, null, null);
    }

    ImportForm with(String fileText) {
        return new ImportForm(calendar, number, validFrom, certainty, source, fileText);
    }
}
