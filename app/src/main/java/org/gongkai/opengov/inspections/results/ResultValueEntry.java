package org.gongkai.opengov.inspections.results;

import org.jspecify.annotations.Nullable;

/**
 * A result value as somebody typed it (检查结果值录入).
 *
 * @param term the words that are published
 * @param effect as {@code clean}, {@code ordered}
 * @param from the first day on which it may be chosen, {@code 2021-08-01}
 * @param source the paper it stands in
 * @param reason why the list is changed
 */
public record ResultValueEntry(
        @Nullable String term,
        @Nullable String effect,
        @Nullable String from,
        @Nullable String source,
        @Nullable String reason) {}
