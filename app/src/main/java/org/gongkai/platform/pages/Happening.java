package org.gongkai.platform.pages;

import org.jspecify.annotations.Nullable;

/**
 * A point of a time line (办理过程), texts ready to read; {@code toCome} for what is still expected.
 */
public record Happening(
        @Nullable String when, String what, @Nullable String note, boolean toCome) {}
