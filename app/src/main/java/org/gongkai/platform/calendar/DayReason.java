package org.gongkai.platform.calendar;

import java.util.Locale;

/** Why a day counts as a working day or does not (计入或者不计入的理由). */
public enum DayReason {
    /** 工作日: Monday to Friday, and nothing says otherwise. */
    WORKING_DAY(true),
    /** 调休上班: a notice names the day as one on which people work. */
    MAKE_UP_DAY(true),
    /** 周末: Saturday or Sunday, and no notice names it. */
    WEEKEND(false),
    /** 放假: a national notice names the day as free, or the law does where no notice is known. */
    HOLIDAY(false),
    /** 自治区节日放假: the region's notice alone frees the day (放假办法 art. 4). */
    REGIONAL_FESTIVAL(false);

    private final boolean counted;

    DayReason(boolean counted) {
        this.counted = counted;
    }

    /** Whether a day with this reason is a working day. */
    public boolean counted() {
        return counted;
    }

    /** The reason as programs read it, e.g. {@code make-up-day}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
