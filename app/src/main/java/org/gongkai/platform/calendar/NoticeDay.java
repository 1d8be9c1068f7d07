package org.gongkai.platform.calendar;

import java.time.LocalDate;

/** One day that a notice names (通知所列日期), with the festival it belongs to. */
public record NoticeDay(LocalDate day, DayKind kind, String festival) {}
