package org.gongkai.platform.calendar;

/**
 * The answer of the deadline calculator (测算结果), with the day it would have been had no notice been
 * amended since the period began.
 */
public record DeadlineAnswer(Deadline deadline, Redating redating) {}
