package org.gongkai.opengov.requests.figures;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A review or suit about a request (行政复议、行政诉讼).
 *
 * @param decidedOn when its result came; null while it is pending
 */
public record Dispute(
        Kind kind, LocalDate filedOn, @Nullable LocalDate decidedOn, @Nullable Result result) {

    public Dispute {
        if ((decidedOn == null) != (result == null)) {
            throw new IllegalArgumentException("A decision has a day and a result");
        }
    }

    /** The three blocks of table 4, in their official words. */
    public enum Kind {
        REVIEW("行政复议"),
        SUIT_AT_ONCE("未经复议直接起诉"),
        SUIT_AFTER_REVIEW("复议后起诉");

        private final String term;

        Kind(String term) {
            this.term = term;
        }

        /** The official words. */
        public String term() {
            return term;
        }
    }

    /** How it ended, in the official words. */
    public enum Result {
        UPHELD("结果维持"),
        CORRECTED("结果纠正"),
        OTHER("其他结果");

        private final String term;

        Result(String term) {
            this.term = term;
        }

        /** The official words. */
        public String term() {
            return term;
        }
    }
}
