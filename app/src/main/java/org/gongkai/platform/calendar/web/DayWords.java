package org.gongkai.platform.calendar.web;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.platform.calendar.Assumption;
import org.gongkai.platform.calendar.CalendarDay;
import org.gongkai.platform.calendar.CalendarWords;
import org.gongkai.platform.calendar.Deadline;
import org.gongkai.platform.pages.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in words why a day counts or does not, and what a deadline assumes (逐日说明用语). */
@Component
class DayWords {
    private final Wording wording;
    private final CalendarWords words;

    DayWords(Wording wording, CalendarWords words) {
        this.wording = wording;
        this.words = words;
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
        return words.reason(day);
    }

    /** The notice that decides the day, or the law; null where the weekday does. */
    public @Nullable String ground(CalendarDay day) {
        return words.ground(day);
    }

    /** What is taken for granted. */
    String assumption(Assumption assumption) {
        return wording.say(
                "calendar.assumption." + assumption.kind().code(),
                assumption.year(),
                assumption.year() + 1);
    }
}
