package org.gongkai.platform.pages;

import org.jspecify.annotations.Nullable;

/** A fact with its name (要素), for the summary list; link leads to where it can be changed. */
public record Fact(String label, String value, @Nullable String link) {

    /** A fact that cannot be changed here. */
    public static Fact of(String label, String value) {
        return new Fact(label, value, null);
    }
}
