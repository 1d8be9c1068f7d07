package org.gongkai.opengov.inspections.tasks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.opengov.inspections.results.Rectification;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.worklist.WorkItem;
import org.gongkai.platform.worklist.WorklistSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Inspections that wait for somebody (检查待办): to be approved by a leader, to be made by their team,
 * to be filled by the keeper where the team is short, to be looked at again when put right.
 */
@Component
@Order(40)
class TaskWork implements WorklistSource {
    private final TaskDesk desk;
    private final Visits visits;
    private final Tasks tasks;
    private final TaskRights rights;
    private final Calendars calendars;

    TaskWork(TaskDesk desk, Visits visits, Tasks tasks, TaskRights rights, Calendars calendars) {
        this.desk = desk;
        this.visits = visits;
        this.tasks = tasks;
        this.rights = rights;
        this.calendars = calendars;
    }

    @Override
    public List<WorkItem> itemsFor(Actor actor, LocalDate today) {
        if (!InspectionRights.keeps(actor)
                && !InspectionRights.approves(actor)
                && !InspectionRights.inspects(actor)) {
            return List.of();
        }
        var items = new ArrayList<WorkItem>();
        desk.open(actor).forEach(it -> add(actor, it, items));
        if (InspectionRights.inspects(actor)) {
            visits.unsettled(actor.agency().value()).entrySet().stream()
                    .filter(it -> it.getValue().standing(today) != Rectification.Standing.RUNNING)
                    .filter(it -> isTeamOf(actor, it.getKey()))
                    .map(this::recheck)
                    .forEach(items::add);
        }
        return items;
    }

    private void add(Actor actor, TaskView view, List<WorkItem> items) {
        var task = view.task();
        if (view.may(TaskStep.APPROVE)) {
            items.add(item("inspections.work.approve", task, "/desk/inspections/tasks/"));
        } else if (view.may(TaskStep.FINISH) && !view.isShort()) {
            items.add(item("inspections.work.inspect", task, "/desk/inspections/field/"));
        } else if (view.isShort() && view.may(TaskStep.ADD_OFFICER)) {
            items.add(item("inspections.work.fill", task, "/desk/inspections/tasks/"));
        }
    }

    /** A sealed task is named by its number alone. */
    private static WorkItem item(String key, InspectionTask task, String place) {
        return new WorkItem(
                key,
                List.of(task.number(), task.sealed() ? "" : task.unit().name()),
                place + task.id(),
                task.dueOn(),
                null,
                task.source() == TaskSource.ACCIDENT);
    }

    private boolean isTeamOf(Actor actor, long id) {
        return tasks.find(id).filter(it -> rights.inTeam(actor, it)).isPresent();
    }

    private WorkItem recheck(Map.Entry<Long, Rectification> it) {
        var task = tasks.find(it.getKey()).orElseThrow();
        return new WorkItem(
                "inspections.work.recheck",
                List.of(task.number(), task.unit().name()),
                "/desk/inspections/tasks/" + task.id(),
                it.getValue().recheckBy(calendars.current(CalendarCode.NX)),
                null,
                false);
    }
}
