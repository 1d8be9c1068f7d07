package org.gongkai.opengov.inspections.tasks.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.gongkai.opengov.inspections.results.ResultValue;
import org.gongkai.opengov.inspections.results.ResultValues;
import org.gongkai.opengov.inspections.tasks.InspectionTask;
import org.gongkai.opengov.inspections.tasks.TaskState;
import org.gongkai.opengov.inspections.tasks.TaskView;
import org.gongkai.opengov.inspections.tasks.TeamOfficer;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.pages.ChineseDates;
import org.gongkai.platform.pages.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How an inspection is told (检查任务用语). */
@Component
class TaskWords {
    private final Wording wording;
    private final ChineseDates dates;
    private final Calendars calendars;
    private final Clock clock;

    TaskWords(Wording wording, ChineseDates dates, Calendars calendars, Clock clock) {
        this.wording = wording;
        this.dates = dates;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** How it stands, in words and as a look. */
    public record Standing(String text, @Nullable String look) {}

    /** Days left, late, short, or how it ended. */
    public Standing standing(TaskView view) {
        var task = view.task();
        if (task.state() != TaskState.OPEN) {
            return new Standing(state(task), look(task.state()));
        }
        if (view.isShort()) {
            return new Standing(wording.say("inspections.tasks.short"), "late");
        }
        var today = LocalDate.now(clock);
        if (today.isBefore(task.releaseOn())) {
            return new Standing(
                    wording.say("inspections.tasks.from", dates.brief(task.releaseOn())), "plain");
        }
        var left = calendars.current(CalendarCode.NX).workingDaysBetween(today, task.dueOn());
        boolean late = task.dueOn().isBefore(today);
        return late && left == 0
                ? new Standing(wording.say("inspections.tasks.just-late"), "late")
                : new Standing(dates.left(left), late ? "late" : left <= 3 ? "soon" : null);
    }

    private static @Nullable String look(TaskState state) {
        return switch (state) {
            case PROPOSED -> "soon";
            case REFUSED, SKIPPED -> "done";
            case OPEN -> null;
            case CHECKED -> "good";
        };
    }

    /** The state in words. */
    public String state(InspectionTask task) {
        return wording.say("inspections.tasks.state." + task.state().name());
    }

    /** Where it comes from: the draw and the visit, or the cause. */
    public String source(InspectionTask task) {
        var draw = task.drawSeq();
        var visit = task.visit();
        return draw == null || visit == null
                ? wording.say("inspections.tasks.source." + task.source().name())
                : wording.say("inspections.tasks.drawn", draw, visit);
    }

    /** The team in a line. */
    public String team(TaskView view) {
        return view.team().stream().map(TeamOfficer::name).collect(Collectors.joining("、"));
    }

    /** What keeps an officer from the visit; empty when nothing does. */
    public String hindrances(TeamOfficer officer) {
        return officer.hindrances(LocalDate.now(clock)).stream()
                .map(it -> wording.say("inspections.tasks.hindrance." + it.name()))
                .collect(Collectors.joining("、"));
    }

    /** The result or why it was not checked; empty before. */
    public String outcome(InspectionTask task) {
        var skip = task.skipReason();
        if (skip != null) {
            return wording.say("inspections.results.not-checked", skip.term());
        }
        var result = task.result();
        return result == null
                ? ""
                : ResultValues.marketPattern().find(result).map(ResultValue::term).orElse(result);
    }
}
