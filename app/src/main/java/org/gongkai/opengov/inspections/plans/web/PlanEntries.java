package org.gongkai.opengov.inspections.plans.web;

import java.util.List;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.platform.pages.DeskEntries;
import org.gongkai.platform.pages.DeskEntry;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Component;

/** The way in to the plans (年度抽查计划). */
@Component
class PlanEntries implements DeskEntries {
    @Override
    public List<DeskEntry> entriesFor(Actor actor) {
        return InspectionRights.reads(actor)
                ? List.of(
                        new DeskEntry(
                                DeskEntry.Place.REGISTER,
                                44,
                                "inspections.plans.entry",
                                PlanListPages.ADDRESS))
                : List.of();
    }
}
