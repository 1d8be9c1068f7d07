package org.gongkai.opengov.inspections.plans.web;

import org.jspecify.annotations.Nullable;

/** Numbers as they are typed (数字填写). */
final class Numbers {
    private Numbers() {}

    /** The number, or one that no rule takes where none was typed. */
    static int read(@Nullable String typed) {
        var number = typed == null ? "" : typed.strip();
        return number.matches("\\d{1,6}") ? Integer.parseInt(number) : -1;
    }
}
