package org.gongkai.opengov.inspections.tasks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.Role;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/** Who may see an inspection and take which step with it (检查任务权限). */
@Component
class TaskRights {
    private final Tasks tasks;
    private final Clock clock;

    TaskRights(Tasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /** The task if this person may see it; a look at a secret one is logged. */
    InspectionTask seen(Actor by, long id) {
        return looked(by, tasks.find(id));
    }

    /** The same, held until the end of the transaction. */
    InspectionTask locked(Actor by, long id) {
        return looked(by, tasks.locked(id));
    }

    private InspectionTask looked(Actor by, Optional<InspectionTask> found) {
        var task =
                found.filter(it -> it.agency().equals(by.agency())).orElseThrow(Refusal::notFound);
        switch (sight(by, task)) {
            case NONE -> throw Refusal.notFound();
            case LOGGED -> tasks.look(task.id(), by.person(), clock.instant());
            case PLAIN -> {}
        }
        return task;
    }

    TaskSight sight(Actor by, InspectionTask task) {
        boolean ended = task.state() != TaskState.OPEN && task.state() != TaskState.PROPOSED;
        return TaskSight.of(
                task.sealed(),
                task.isHiddenOn(today()),
                ended,
                inTeam(by, task),
                answers(by),
                InspectionRights.reads(by) && (ended || !InspectionRights.inspects(by)));
    }

    /** Whether this person sees the inspections of every team. */
    static boolean answers(Actor by) {
        return InspectionRights.keeps(by) || InspectionRights.approves(by) || by.has(Role.AUDITOR);
    }

    boolean inTeam(Actor by, InspectionTask task) {
        return team(task).stream()
                .anyMatch(it -> it.person() != null && it.person() == by.person().value());
    }

    /** The team as it stands on the day it can go. */
    List<TeamOfficer> team(InspectionTask task) {
        return tasks.teams(List.of(task.id()), dayOfVisit(task)).getOrDefault(task.id(), List.of());
    }

    LocalDate dayOfVisit(InspectionTask task) {
        var today = today();
        return today.isBefore(task.releaseOn()) ? task.releaseOn() : today;
    }

    /** What this person may do with it now. */
    List<TaskStep> allowed(Actor by, InspectionTask task) {
        boolean team = inTeam(by, task);
        return Arrays.stream(TaskStep.values())
                .filter(it -> it.from().contains(task.state()))
                .filter(it -> it.who() != TaskStep.Who.TEAM || !task.isHiddenOn(today()))
                .filter(it -> grant(by, it, task, team).isPresent())
                .toList();
    }

    /** The grant under which this step is taken; refuses who may not, and what is not possible. */
    Grant mayTake(Actor by, TaskStep step, InspectionTask task) {
        boolean team = inTeam(by, task);
        var grant =
                grant(by, step, task, team)
                        .orElseThrow(
                                () ->
                                        Refusal.of(
                                                RefusalKind.NOT_ALLOWED,
                                                "inspections.tasks.refusal."
                                                        + step.who()
                                                                .name()
                                                                .toLowerCase(java.util.Locale.ROOT),
                                                new DefaultMessageSourceResolvable(
                                                        "inspections.tasks.step." + step.name())));
        if (!step.from().contains(task.state())) {
            throw Refusal.notPossibleNow(
                    allowed(by, task).stream().map(TaskStep::slug).toList(),
                    "inspections.tasks.refusal.state",
                    new DefaultMessageSourceResolvable("inspections.tasks.step." + step.name()),
                    new DefaultMessageSourceResolvable(
                            "inspections.tasks.state." + task.state().name()));
        }
        return grant;
    }

    private static Optional<Grant> grant(
            Actor by, TaskStep step, InspectionTask task, boolean team) {
        return by.grants().stream()
                .filter(
                        it ->
                                switch (step.who()) {
                                    case KEEPER -> it.role() == Role.INSPECTION_KEEPER;
                                    case LEADER -> leads(it, by, task);
                                    case TEAM -> team && it.role() == Role.ENFORCEMENT_OFFICER;
                                    case TEAM_OR_KEEPER ->
                                            it.role() == Role.INSPECTION_KEEPER
                                                    || team
                                                            && it.role()
                                                                    == Role.ENFORCEMENT_OFFICER;
                                    case DRAW -> false;
                                })
                .findFirst();
    }

    /** Nobody approves what they asked for themselves, nor as the deputy of who asked. */
    private static boolean leads(Grant grant, Actor by, InspectionTask task) {
        return (grant.role() == Role.PRINCIPAL_LEADER || grant.role() == Role.DEPUTY_LEADER)
                && !by.person().equals(task.createdBy())
                && (grant.onBehalfOf() == null || !grant.onBehalfOf().equals(task.createdBy()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
