package org.gongkai.platform.calendar;

import java.time.LocalDate;

/**
 * A day off that the law itself fixes (法定节假日).
 *
 * @param madeUp whether it stands for a holiday that falls on a weekend (补假, art. 6)
 */
record LegalHoliday(LocalDate day, Festival festival, boolean madeUp) {}
