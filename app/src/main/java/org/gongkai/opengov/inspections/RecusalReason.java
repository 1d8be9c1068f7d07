package org.gongkai.opengov.inspections;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why an officer may not inspect a unit (回避事由).
 *
 * <p>《行政处罚法》 (2021) art. 43: a direct interest, or another tie that may harm fairness. The four
 * kinds are our reading (ADR 0231).
 */
public enum RecusalReason {
    /** A close relative works there or holds shares. */
    RELATIVE("近亲属任职或持股"),
    /** Worked there in the last years, see {@link LocalRules#yearsAfterWork()}. */
    WORKED_THERE("曾在该单位任职"),
    /** A tie the officer declared. */
    DECLARED("本人申报利害关系"),
    /** The unit asked for it and it was granted. */
    GRANTED("当事人申请获准");

    private final String term;

    RecusalReason(String term) {
        this.term = term;
    }

    /** The rule's word, as files and the API have it. */
    public String term() {
        return term;
    }

    /** By the rule's word or the name in the API. */
    public static Optional<RecusalReason> named(String asked) {
        return Arrays.stream(values())
                .filter(it -> it.term.equals(asked) || it.slug().equals(asked))
                .findFirst();
    }

    /** The name in the API, e.g. {@code granted}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
