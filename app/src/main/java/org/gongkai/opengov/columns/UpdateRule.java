package org.gongkai.opengov.columns;

import java.time.LocalDate;

/**
 * How old a column's newest item may be (更新周期).
 *
 * <p>国办秘函〔2019〕19号 counts columns that should be updated and long are not, and columns without
 * content; how long a column may rest is the agency's own rule. Natural days; a column without any
 * item counts from the day it was created.
 *
 * @param days in natural days
 */
public record UpdateRule(int days) {

    /** The last day on which something new is in time. */
    public LocalDate lastDay(LocalDate newest) {
        return newest.plusDays(days);
    }
}
