package org.gongkai.platform.calendar;

/** What a notice says of a day (通知所定). */
public enum DayKind {
    /** 放假. */
    OFF,
    /** 上班, also on a weekend (调休上班). */
    WORK,
    /** 取消原安排: what an earlier notice of the same calendar said of the day is taken back. */
    ORDINARY
}
