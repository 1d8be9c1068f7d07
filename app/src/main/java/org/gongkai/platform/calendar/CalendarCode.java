package org.gongkai.platform.calendar;

import java.util.Arrays;
import java.util.Optional;

/** Whose working days are counted (适用的日历). */
public enum CalendarCode {
    /** 全国: the notices of the State Council's General Office alone. */
    CN,
    /** 宁夏: the national notices and, over them, the region's own festival days (放假办法 art. 4). */
    NX;

    /** The calendar of this code as the API writes it. */
    public static Optional<CalendarCode> of(String code) {
        return Arrays.stream(values()).filter(it -> it.name().equals(code)).findFirst();
    }
}
