package org.gongkai.opengov.inspections.results.web;

import java.util.List;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.platform.pages.DeskEntries;
import org.gongkai.platform.pages.DeskEntry;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Component;

/** The ways in to the results (检查结果入口). */
@Component
class ResultEntries implements DeskEntries {
    @Override
    public List<DeskEntry> entriesFor(Actor actor) {
        return InspectionRights.reads(actor)
                ? List.of(
                        new DeskEntry(
                                DeskEntry.Place.REGISTER,
                                65,
                                "inspections.results.entry",
                                "/desk/inspections/results"),
                        new DeskEntry(
                                DeskEntry.Place.REGISTER,
                                66,
                                "inspections.consistency.entry",
                                "/desk/inspections/consistency"),
                        new DeskEntry(
                                DeskEntry.Place.REGISTER,
                                68,
                                "inspections.decisions.entry",
                                "/desk/inspections/decisions"))
                : List.of();
    }
}
