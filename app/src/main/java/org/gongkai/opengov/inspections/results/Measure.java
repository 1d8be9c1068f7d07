package org.gongkai.opengov.inspections.results;

import java.util.Arrays;
import java.util.Optional;

/** What the agency does about what it found (处理措施). */
public enum Measure {
    /** 责令改正: with the day by which it is to be put right; followed by a re-check. */
    ORDER_TO_CORRECT("责令改正"),
    /** 立案: handed over to the penalty procedure; 行政处罚法 art. 54. */
    OPEN_CASE("立案"),
    /** 移送: another authority is competent; 行政处罚法 art. 27. */
    TRANSFER("移送");

    private final String term;

    Measure(String term) {
        this.term = term;
    }

    /** The law's word, which is published. */
    public String term() {
        return term;
    }

    /** As in addresses and the API: {@code order-to-correct}. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** By slug. */
    public static Optional<Measure> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
