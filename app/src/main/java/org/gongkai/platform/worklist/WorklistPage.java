package org.gongkai.platform.worklist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.calendar.WorkingCalendar;
import org.gongkai.platform.pages.ChineseDates;
import org.gongkai.platform.pages.Task;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * 工作台: what I must do today, urgent things first, then in order of lateness; each line: what,
 * whose, days left, one button.
 */
@Controller
class WorklistPage {
    private final Worklist worklist;
    private final Calendars calendars;
    private final WorkWords words;
    private final ChineseDates dates;
    private final Wording wording;
    private final Clock clock;

    WorklistPage(
            Worklist worklist,
            Calendars calendars,
            WorkWords words,
            ChineseDates dates,
            Wording wording,
            Clock clock) {
        this.worklist = worklist;
        this.calendars = calendars;
        this.words = words;
        this.dates = dates;
        this.wording = wording;
        this.clock = clock;
    }

    @GetMapping("/desk")
    String show(Actor actor, Model model) {
        var today = LocalDate.now(clock);
        var calendar = calendars.current(CalendarCode.NX);
        var items = worklist.itemsFor(actor);
        model.addAttribute("today", dates.day(today));
        model.addAttribute("provisional", calendar.isProvisional(today));
        model.addAttribute("tasks", tasks(items, today, calendar));
        model.addAttribute("late", count(items, today, calendar, Urgency.LATE));
        model.addAttribute("soon", count(items, today, calendar, Urgency.SOON));
        model.addAttribute("counts", worklist.countsFor(actor));
        return "worklist/start";
    }

    private List<Task> tasks(List<WorkItem> items, LocalDate today, WorkingCalendar calendar) {
        return items.stream().map(it -> task(it, today, calendar)).toList();
    }

    private Task task(WorkItem item, LocalDate today, WorkingCalendar calendar) {
        return new Task(
                what(item),
                whose(item),
                state(item.due(), today, calendar),
                Urgency.of(today, item.due(), calendar).look(),
                words.verb(item),
                item.link());
    }

    private String what(WorkItem item) {
        var told = words.what(item);
        return item.urgent() ? wording.say("worklist.urgent", told) : told;
    }

    private String whose(WorkItem item) {
        var why = words.why(item);
        var section = words.section(item);
        var told = section == null ? why : wording.say("worklist.whose", section, why);
        return item.due() == null ? told : wording.say("worklist.due", told, item.due());
    }

    private String state(@Nullable LocalDate due, LocalDate today, WorkingCalendar calendar) {
        if (due == null) {
            return wording.say("worklist.open");
        }
        var left = calendar.workingDaysBetween(today, due);
        return due.isBefore(today) && left == 0
                ? wording.say("worklist.just-late")
                : dates.left(left);
    }

    private static long count(
            List<WorkItem> items, LocalDate today, WorkingCalendar calendar, Urgency wanted) {
        return items.stream().filter(it -> Urgency.of(today, it.due(), calendar) == wanted).count();
    }
}
