package org.gongkai.opengov.requests;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a review or a suit ended (复议、诉讼结果): the columns of table 4 of the yearly report. */
public enum CourtResult {
    /** 结果维持. */
    UPHELD,
    /** 结果纠正. */
    CORRECTED,
    /** 其他结果. */
    OTHER;

    /** The name in the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its name in the API. */
    public static Optional<CourtResult> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
