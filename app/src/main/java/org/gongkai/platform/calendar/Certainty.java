package org.gongkai.platform.calendar;

/** How sure the days of a notice are (来源可靠程度). */
public enum Certainty {
    /** 已核对: compared with the text of the notice. */
    CHECKED,
    /** 未核对: known from elsewhere, still to be compared. */
    UNCHECKED
}
