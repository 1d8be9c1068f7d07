package org.gongkai.opengov.inspections;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether a unit works (经营状态). Only one that operates can be drawn. */
public enum UnitState {
    /** 在营. */
    OPERATING("在营"),
    /** 停产. */
    STOPPED("停产"),
    /** 关闭. */
    CLOSED("关闭");

    private final String term;

    UnitState(String term) {
        this.term = term;
    }

    /** The rule's word, as files and the API have it. */
    public String term() {
        return term;
    }

    /** By the rule's word or the name in the API. */
    public static Optional<UnitState> named(String asked) {
        return Arrays.stream(values())
                .filter(it -> it.term.equals(asked) || it.slug().equals(asked))
                .findFirst();
    }

    /** The name in the API, e.g. {@code closed}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
