package org.gongkai.opengov.inspections.tasks.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.stream.Collectors;
import org.gongkai.opengov.inspections.draws.Certificates;
import org.gongkai.opengov.inspections.results.ResultValue;
import org.gongkai.opengov.inspections.results.ResultValuesBook;
import org.gongkai.opengov.inspections.tasks.InspectionTask;
import org.gongkai.opengov.inspections.tasks.TaskState;
import org.gongkai.opengov.inspections.tasks.TaskView;
import org.gongkai.opengov.inspections.tasks.TeamOfficer;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.letters.QrCode;
import org.gongkai.platform.pages.ChineseDates;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.settings.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How an inspection is told (检查任务用语). */
@Component
class TaskWords {
    private final ResultValuesBook values;
    private final Wording wording;
    private final ChineseDates dates;
    private final Calendars calendars;
    private final SiteAddress site;
    private final Clock clock;

    TaskWords(
            ResultValuesBook values,
            Wording wording,
            ChineseDates dates,
            Calendars calendars,
            SiteAddress site,
            Clock clock) {
        this.values = values;
        this.wording = wording;
        this.site = site;
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

    /** The QR code that leads a firm to the certificate of its draw; null where there is none. */
    public @Nullable String certificate(InspectionTask task) {
        var address = task.certificate();
        return address == null
                ? null
                : "data:image/png;base64,"
                        + Base64.getEncoder().encodeToString(QrCode.png(site.absolute(address)));
    }

    /** What is typed of the certificate's code; null where there is none. */
    public @Nullable String certificateCode(InspectionTask task) {
        var address = task.certificate();
        return address == null ? null : Certificates.typedOf(address);
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
                : values.of(task.agency()).find(result).map(ResultValue::term).orElse(result);
    }
}
