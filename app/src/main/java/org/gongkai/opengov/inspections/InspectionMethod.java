package org.gongkai.opengov.inspections;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How an item is inspected (检查方式). */
public enum InspectionMethod {
    /** 现场检查. */
    ON_SITE("现场检查"),
    /** 书面检查. */
    IN_WRITING("书面检查"),
    /** 网络监测. */
    ONLINE("网络监测"),
    /** 抽样检测. */
    SAMPLING("抽样检测");

    private final String term;

    InspectionMethod(String term) {
        this.term = term;
    }

    /** The rule's word, as files and the API have it. */
    public String term() {
        return term;
    }

    /** By the rule's word or the name in the API. */
    public static Optional<InspectionMethod> named(String asked) {
        return Arrays.stream(values())
                .filter(it -> it.term.equals(asked) || it.slug().equals(asked))
                .findFirst();
    }

    /** The name in the API, e.g. {@code sampling}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
