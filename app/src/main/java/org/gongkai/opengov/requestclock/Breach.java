package org.gongkai.opengov.requestclock;

import java.time.LocalDate;
import java.util.Locale;

/**
 * Something that was late or unlawful (违反期限规定之处). It is recorded, and moves nothing in the agency's
 * favour (ADR 0160).
 *
 * @param date the day it happened; for an answer still owed, the first day late
 * @param index which event of the list, from 0; -1 where it is that nothing happened
 */
public record Breach(Kind kind, LocalDate date, int index) {

    /** The kinds, each with the article that is broken. */
    public enum Kind {
        /** 补正告知超过7个工作日. */
        CORRECTION_NOTICE_LATE("30"),
        /** 再次告知补正: it is to be asked for once. */
        SECOND_CORRECTION_NOTICE("30"),
        /** 延期告知晚于最初的20个工作日. */
        EXTENSION_LATE("33"),
        /** 延长超过20个工作日. */
        EXTENSION_OVER_20("33"),
        /** 再次延期. */
        SECOND_EXTENSION("33"),
        /** 收费通知晚于答复期限, 信息处理费管理办法. */
        FEE_NOTICE_LATE("6"),
        /** 确定合理期限晚于答复期限. */
        LATER_DATE_LATE("35"),
        /** 逾期答复. */
        ANSWER_LATE("33"),
        /** 逾期未答复: seen only where the reading says as of which day. */
        NOT_ANSWERED("33");

        private final String article;

        Kind(String article) {
            this.article = article;
        }

        /** The article, of the Regulation but for a late fee notice. */
        public String article() {
            return article;
        }

        /** Whether the article is one of 信息处理费管理办法 and not of the Regulation. */
        public boolean ofFeeRules() {
            return this == FEE_NOTICE_LATE;
        }

        /** As programs read it, e.g. {@code extension-late}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
