package org.gongkai.platform.calendar.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day of the explanation, in words (逐日说明).
 *
 * @param number which working day of the period it is; null for a day that is skipped
 * @param reason why, in words
 * @param ground the notice or law that decides it; null where the weekday does
 */
record DayLine(LocalDate date, @Nullable Integer number, String reason, @Nullable String ground) {}
