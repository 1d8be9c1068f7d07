package org.gongkai.platform.calendar;

import org.gongkai.platform.pages.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in words why a day is a working day or is not (工作日用语), the same wherever it is said. */
@Component
public class CalendarWords {
    private final Wording wording;

    CalendarWords(Wording wording) {
        this.wording = wording;
    }

    /** Why the day counts or does not. */
    public String reason(CalendarDay day) {
        var key = "calendar.reason." + day.reason().code();
        var festival = festival(day);
        if (festival == null) {
            return wording.say(key);
        }
        boolean weekday = day.date().getDayOfWeek().getValue() <= 5;
        return day.counted() && weekday
                ? wording.say(key + ".weekday", festival)
                : wording.say(key + ".named", festival);
    }

    /** The notice that decides the day, or the law; null where the weekday does. */
    public @Nullable String ground(CalendarDay day) {
        var notice = day.notice();
        if (notice != null) {
            return notice.citation();
        }
        return day.legalHoliday() == null ? null : wording.say("calendar.ground.law");
    }

    private @Nullable String festival(CalendarDay day) {
        Festival legal = day.legalHoliday();
        return legal == null ? day.festival() : wording.say("calendar.festival." + legal.name());
    }
}
