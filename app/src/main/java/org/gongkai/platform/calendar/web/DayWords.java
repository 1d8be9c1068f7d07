package org.gongkai.platform.calendar.web;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.platform.calendar.Assumption;
import org.gongkai.platform.calendar.CalendarDay;
import org.gongkai.platform.calendar.Deadline;
import org.gongkai.platform.calendar.Festival;
import org.gongkai.platform.pages.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in words why a day counts or does not, and what a deadline assumes (逐日说明用语). */
@Component
class DayWords {
    private final Wording wording;

    DayWords(Wording wording) {
        this.wording = wording;
    }

    /** The days of a deadline, the counted ones numbered. */
    List<DayLine> lines(Deadline deadline) {
        var lines = new ArrayList<DayLine>();
        int counted = 0;
        for (var day : deadline.days()) {
            counted += day.counted() ? 1 : 0;
            lines.add(
                    new DayLine(
                            day.date(), day.counted() ? counted : null, reason(day), ground(day)));
        }
        return lines;
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

    /** What is taken for granted. */
    String assumption(Assumption assumption) {
        return wording.say(
                "calendar.assumption." + assumption.kind().code(),
                assumption.year(),
                assumption.year() + 1);
    }

    private @Nullable String festival(CalendarDay day) {
        Festival legal = day.legalHoliday();
        return legal == null ? day.festival() : wording.say("calendar.festival." + legal.name());
    }
}
