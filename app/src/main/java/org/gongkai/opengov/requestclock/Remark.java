package org.gongkai.opengov.requestclock;

import java.time.LocalDate;
import java.util.Locale;

/**
 * What a reader should know of an event (提示): no breach that its facts alone show, and often the
 * reason why it moved nothing.
 *
 * @param index which event of the list, from 0
 */
public record Remark(Kind kind, LocalDate date, int index) {

    /** The kinds, each with its article. */
    public enum Kind {
        /** 平常信函未于当日确认: the office was to confirm on the day it came; perhaps it tried. */
        CONFIRMED_LATER("31"),
        /** 补正不重新起算: the notice was late, or an earlier correction has already restarted it. */
        CORRECTION_DOES_NOT_RESTART("30"),
        /** 逾期提出意见: silence had already ended the consultation. */
        ANSWERED_AFTER_SILENCE("32"),
        /** 逾期缴费: the agency might have taken the request as given up, and took the money. */
        PAID_LATE("6"),
        /** 旧条例: received before 2019-05-15, when the period was 15 working days. */
        BEFORE_THE_REGULATION("33"),
        /** 对期限没有影响: it had already happened, or the case had ended. */
        NO_EFFECT("33");

        private final String article;

        Kind(String article) {
            this.article = article;
        }

        /** The article, of the Regulation but for a late payment. */
        public String article() {
            return article;
        }

        /** Whether the article is one of 信息处理费管理办法 and not of the Regulation. */
        public boolean ofFeeRules() {
            return this == PAID_LATE;
        }

        /** As programs read it, e.g. {@code answered-after-silence}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
