package org.gongkai.opengov.inspections.registers;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** 性别, as the directory of officers has it. */
public enum Sex {
    /** 女. */
    FEMALE("女"),
    /** 男. */
    MALE("男");

    private final String term;

    Sex(String term) {
        this.term = term;
    }

    /** The word of the directory. */
    public String term() {
        return term;
    }

    /** By the word or the name in the API. */
    public static Optional<Sex> named(String asked) {
        return Arrays.stream(values())
                .filter(it -> it.term.equals(asked) || it.slug().equals(asked))
                .findFirst();
    }

    /** The name in the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
