package org.gongkai.opengov.inspections.results.web;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.opengov.inspections.results.ConsistencyDesk;
import org.gongkai.platform.pages.DeskEntries;
import org.gongkai.platform.pages.DeskEntry;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Component;

/** The ways in to the results (检查结果入口). */
@Component
class ResultEntries implements DeskEntries {
    @Override
    public List<DeskEntry> entriesFor(Actor actor) {
        if (!InspectionRights.reads(actor)) {
            return List.of();
        }
        var entries = new ArrayList<DeskEntry>();
        entries.add(register(65, "inspections.results.entry", "/desk/inspections/results"));
        entries.add(register(67, "inspections.values.entry", ResultValuePages.ADDRESS));
        if (ConsistencyDesk.canRead(actor)) {
            entries.add(
                    register(66, "inspections.consistency.entry", "/desk/inspections/consistency"));
            entries.add(register(68, "inspections.decisions.entry", "/desk/inspections/decisions"));
        }
        return entries;
    }

    private static DeskEntry register(int order, String key, String link) {
        return new DeskEntry(DeskEntry.Place.REGISTER, order, key, link);
    }
}
