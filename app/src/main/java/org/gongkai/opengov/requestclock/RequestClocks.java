package org.gongkai.opengov.requestclock;

import java.time.LocalDate;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.calendar.WorkingCalendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The clocks by the calendars in force (现行办理时限): for the desk of requests and for everybody. */
@Service
public class RequestClocks {
    private final Calendars calendars;

    RequestClocks(Calendars calendars) {
        this.calendars = calendars;
    }

    /** The clock by all notices known. Take it once for one piece of work. */
    @Transactional(readOnly = true)
    public RequestClock current(CalendarCode code) {
        return clock(code, calendars.current(CalendarCode.CN), calendars.current(code));
    }

    /** The clock by the notices made known up to this day. */
    @Transactional(readOnly = true)
    public RequestClock asKnownOn(CalendarCode code, LocalDate day) {
        return clock(
                code, calendars.asKnownOn(CalendarCode.CN, day), calendars.asKnownOn(code, day));
    }

    /** Answers the calculator; refuses what cannot have happened, with the first such event. */
    @Transactional(readOnly = true)
    public ClockReading answer(ClockQuestion question) {
        try {
            return current(question.calendar()).read(question.events(), question.asOf());
        } catch (ImpossibleEvent e) {
            throw ClockQuestion.refusal(e);
        }
    }

    private static RequestClock clock(
            CalendarCode code, WorkingCalendar national, WorkingCalendar own) {
        return code == CalendarCode.CN
                ? RequestClock.national(national)
                : new RequestClock(own, national);
    }
}
