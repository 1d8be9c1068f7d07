package org.gongkai.opengov.inspections.tasks;

import java.util.List;
import org.gongkai.opengov.inspections.tasks.Tasks.Look;

/**
 * An inspection as one person sees it (检查任务详情).
 *
 * @param team with what bears on the visit on the day it can be made
 * @param isShort whether fewer than two of them can go
 * @param hidden whether unit and team are not told in this list, because the task is sealed
 * @param looks who looked while it was secret; empty for an open one
 * @param allowed what this person may do with it now
 */
public record TaskView(
        InspectionTask task,
        List<TeamOfficer> team,
        boolean isShort,
        boolean hidden,
        List<TaskStepTaken> steps,
        List<Look> looks,
        List<TaskStep> allowed) {
    public TaskView {
        team = List.copyOf(team);
        steps = List.copyOf(steps);
        looks = List.copyOf(looks);
        allowed = List.copyOf(allowed);
    }

    /** Whether this step may be taken now. */
    public boolean may(TaskStep step) {
        return allowed.contains(step);
    }
}
