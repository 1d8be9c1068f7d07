package org.gongkai.opengov.inspections;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The class by which a unit is drawn (监管类别): 环办〔2015〕88号 gives each its own ratio. */
public enum SupervisionClass {
    /** 重点排污单位. */
    KEY("重点"),
    /** 特殊监管对象. */
    SPECIAL("特殊"),
    /** 一般排污单位. */
    ORDINARY("一般");

    private final String term;

    SupervisionClass(String term) {
        this.term = term;
    }

    /** The rule's word, as files and the API have it. */
    public String term() {
        return term;
    }

    /** By the rule's word or the name in the API. */
    public static Optional<SupervisionClass> named(String asked) {
        return Arrays.stream(values())
                .filter(it -> it.term.equals(asked) || it.slug().equals(asked))
                .findFirst();
    }

    /** The name in the API, e.g. {@code ordinary}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
