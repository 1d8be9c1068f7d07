package org.gongkai.platform.pages;

import org.jspecify.annotations.Nullable;

/** One of several to choose from (选项), for select, radios and checkboxes; hint may be absent. */
public record Choice(String value, String label, @Nullable String hint) {

    /** A choice that needs no explanation. */
    public static Choice of(String value, String label) {
        return new Choice(value, label, null);
    }
}
