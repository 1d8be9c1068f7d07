package org.gongkai.platform.calendar;

/** What a notice arranges (通知种类). */
public enum NoticeKind {
    /** 全年安排: the arrangement of a whole year; only with it is the year known. */
    ANNUAL,
    /** 调整: changes the days it names and no others. */
    AMENDMENT
}
