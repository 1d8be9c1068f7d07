package org.gongkai.platform.calendar;

/**
 * The register of notices has changed (日历变动): one was entered or taken back, and deadlines that run
 * have to be counted again.
 *
 * @param notice its number in the register
 */
public record CalendarChanged(long notice) {}
