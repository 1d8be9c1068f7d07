package org.gongkai.opengov.requests.web;

import java.time.Clock;
import java.time.LocalDate;
import org.gongkai.opengov.requests.RequestCase;
import org.gongkai.platform.pages.ChineseDates;
import org.gongkai.platform.pages.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How requests stand to their day (剩余时间), in words and as a look. */
@Component
class Standings {
    private static final int SOON = 3;

    private final ChineseDates dates;
    private final Wording wording;
    private final Clock clock;

    Standings(ChineseDates dates, Wording wording, Clock clock) {
        this.dates = dates;
        this.wording = wording;
        this.clock = clock;
    }

    /** How one request stands to its day. */
    public record Standing(String text, @Nullable String look) {}

    /**
     * Days left or late, or that nothing is owed any more.
     *
     * @param left working days, negative when late; null when the day is not known
     */
    Standing of(RequestCase request, @Nullable Integer left) {
        if (!request.stage().isOpen()) {
            return new Standing(wording.say("requests.list.answered"), "done");
        }
        var due = request.due();
        if (left == null || due == null) {
            return new Standing(wording.say("requests.list.no-day"), "soon");
        }
        var late = due.isBefore(LocalDate.now(clock));
        return late && left == 0
                ? new Standing(wording.say("requests.list.just-late"), "late")
                : new Standing(dates.left(left), late ? "late" : left <= SOON ? "soon" : null);
    }
}
