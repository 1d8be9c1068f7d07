package org.gongkai.opengov.inspections.tasks.web;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.opengov.inspections.tasks.TaskDesk;
import org.gongkai.platform.pages.DeskEntries;
import org.gongkai.platform.pages.DeskEntry;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Component;

/**
 * The ways in to the inspections (检查任务入口): for officers in the head, the register for who reads it.
 */
@Component
class TaskEntries implements DeskEntries {
    @Override
    public List<DeskEntry> entriesFor(Actor actor) {
        var entries = new ArrayList<DeskEntry>();
        if (InspectionRights.inspects(actor)) {
            entries.add(
                    new DeskEntry(
                            DeskEntry.Place.HEAD,
                            30,
                            "inspections.tasks.field.entry",
                            "/desk/inspections/field/today"));
        }
        if (TaskDesk.canRead(actor)) {
            entries.add(
                    new DeskEntry(
                            DeskEntry.Place.REGISTER,
                            64,
                            "inspections.tasks.entry",
                            "/desk/inspections/tasks"));
            entries.add(
                    new DeskEntry(
                            DeskEntry.Place.REGISTER,
                            67,
                            "inspections.forms.entry",
                            "/desk/inspections/forms"));
        }
        return entries;
    }
}
