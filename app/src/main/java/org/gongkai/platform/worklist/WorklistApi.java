package org.gongkai.platform.worklist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.calendar.WorkingCalendar;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a person has to do, for programs (待办清单接口): the same lines as on the start page. */
@RestController
class WorklistApi {
    private final Worklist worklist;
    private final WorkWords words;
    private final Calendars calendars;
    private final Wording wording;
    private final Clock clock;

    WorklistApi(
            Worklist worklist, WorkWords words, Calendars calendars, Wording wording, Clock clock) {
        this.worklist = worklist;
        this.words = words;
        this.calendars = calendars;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * The whole list, short by nature, in the order of the start page.
     *
     * @param provisional whether the working days left rest on a calendar not yet announced
     */
    record WorklistAnswer(
            LocalDate today,
            boolean provisional,
            List<ItemAnswer> items,
            @Nullable String next,
            List<CountAnswer> counts) {}

    /**
     * A thing to do.
     *
     * @param workingDaysLeft negative when late, null without a last day
     */
    record ItemAnswer(
            String kind,
            String what,
            String why,
            String verb,
            String link,
            @Nullable String section,
            @Nullable LocalDate due,
            @Nullable Integer workingDaysLeft,
            boolean urgent) {}

    /** A figure beside the list. */
    record CountAnswer(String name, long count, String link) {}

    @GetMapping("/api/v1/worklist")
    WorklistAnswer list(Actor actor) {
        var today = LocalDate.now(clock);
        var calendar = calendars.current(CalendarCode.NX);
        return new WorklistAnswer(
                today,
                calendar.isProvisional(today),
                worklist.itemsFor(actor).stream().map(it -> answer(it, today, calendar)).toList(),
                null,
                worklist.countsFor(actor).stream().map(this::answer).toList());
    }

    private ItemAnswer answer(WorkItem item, LocalDate today, WorkingCalendar calendar) {
        var due = item.due();
        return new ItemAnswer(
                item.messageKey(),
                words.what(item),
                words.why(item),
                words.verb(item),
                item.link(),
                words.section(item),
                due,
                due == null ? null : calendar.workingDaysBetween(today, due),
                item.urgent());
    }

    private CountAnswer answer(WorkCount count) {
        return new CountAnswer(wording.say(count.messageKey()), count.count(), count.link());
    }
}
