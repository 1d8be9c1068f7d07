package org.gongkai.opengov.inspections;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether an officer can be sent out (在岗状态). Only one on duty can be drawn. */
public enum OfficerState {
    /** 在岗. */
    ON_DUTY("在岗"),
    /** 休假. */
    ON_LEAVE("休假"),
    /** 借调. */
    SECONDED("借调");

    private final String term;

    OfficerState(String term) {
        this.term = term;
    }

    /** The rule's word, as files and the API have it. */
    public String term() {
        return term;
    }

    /** By the rule's word or the name in the API. */
    public static Optional<OfficerState> named(String asked) {
        return Arrays.stream(values())
                .filter(it -> it.term.equals(asked) || it.slug().equals(asked))
                .findFirst();
    }

    /** The name in the API, e.g. {@code seconded}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
