package org.gongkai.platform.calendar.web;

import org.jspecify.annotations.Nullable;

/**
 * A notice as it was typed (通知登记表).
 *
 * @param extent YEAR for the whole arrangement of a year, CHANGES for the days that change
 * @param days one line a day: date, 放假 or 上班 or 取消, festival
 * @param fingerprint what was shown on examining; empty before
 */
record NoticeForm(
        @Nullable String calendar,
        @Nullable String year,
        @Nullable String number,
        @Nullable String title,
        @Nullable String issuedBy,
        @Nullable String validFrom,
        @Nullable String certainty,
        @Nullable String source,
        @Nullable String extent,
        @Nullable String days,
        @Nullable String fingerprint) {

    static final String WHOLE_YEAR = "YEAR";

    static NoticeForm empty() {
        return new NoticeForm(null, null, null, null, null, null, null, null, null, null, null);
    }
}
