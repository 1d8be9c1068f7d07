package org.gongkai.platform.calendar.web;

import org.gongkai.platform.calendar.DeadlineQuestion;
import org.jspecify.annotations.Nullable;

/** What was typed into the deadline calculator, as it was typed. */
record DeadlineForm(
        @Nullable String from,
        @Nullable String workingDays,
        @Nullable String calendar,
        @Nullable String asKnownOn) {

    /** Whether anything was asked at all. */
    boolean asked() {
        return from != null || workingDays != null || calendar != null;
    }

    DeadlineQuestion question() {
        return DeadlineQuestion.read(from, workingDays, calendar, asKnownOn);
    }
}
