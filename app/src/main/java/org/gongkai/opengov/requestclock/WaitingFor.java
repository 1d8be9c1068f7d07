package org.gongkai.opengov.requestclock;

import java.util.Locale;

/** What the agency waits for (正在等待). */
public enum WaitingFor {
    /** 双方确认, art. 31: the day of receipt is not known, so nothing is due yet. */
    CONFIRMATION,
    /** 缴费: nothing is due until the fee is paid. */
    FEE,
    /** 补正, art. 30: the clock runs on. */
    CORRECTION,
    /** 说明理由, art. 35: the clock runs on. */
    REASONS;

    /** As programs read it. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
