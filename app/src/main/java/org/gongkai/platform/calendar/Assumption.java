package org.gongkai.platform.calendar;

import java.util.Locale;

/** What a deadline takes for granted because a notice is missing (推算依据), and for which year. */
public record Assumption(Kind kind, int year) {

    /** Which notice is missing. */
    public enum Kind {
        /** 全国安排未公布: weekdays less the legal holidays are taken; make-up days are unknown. */
        NATIONAL_NOTICE_UNKNOWN,
        /** 自治区安排未载入: the national days are taken; a regional festival would make it later. */
        REGIONAL_NOTICE_UNKNOWN,
        /** 下一年安排未公布: it may still change the last days of this December. */
        YEAR_END_MAY_CHANGE;

        /** As programs read it, e.g. {@code national-notice-unknown}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
