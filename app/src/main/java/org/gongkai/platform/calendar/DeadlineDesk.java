package org.gongkai.platform.calendar;

import org.gongkai.platform.calendar.Period.WorkingDays;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The deadline calculator (期限测算), open to everybody. */
@Service
public class DeadlineDesk {
    private final Calendars calendars;

    DeadlineDesk(Calendars calendars) {
        this.calendars = calendars;
    }

    /** Counts and explains. */
    @Transactional(readOnly = true)
    public DeadlineAnswer answer(DeadlineQuestion question) {
        var calendar = calendarFor(question);
        var deadline = Deadline.count(question.from(), question.workingDays(), calendar);
        var unamended =
                question.asKnownOn() == null
                        ? calendars.withoutAmendmentsAfter(question.calendar(), question.from())
                        : calendar;
        var period = new WorkingDays(question.workingDays());
        return new DeadlineAnswer(
                deadline, Redating.of(period, question.from(), unamended, calendar));
    }

    private WorkingCalendar calendarFor(DeadlineQuestion question) {
        var known = question.asKnownOn();
        return known == null
                ? calendars.current(question.calendar())
                : calendars.asKnownOn(question.calendar(), known);
    }
}
