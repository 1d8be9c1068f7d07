package org.gongkai.opengov.inspections.figures.web;

import java.util.List;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.platform.pages.DeskEntries;
import org.gongkai.platform.pages.DeskEntry;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Component;

/** The way in to the figures (双随机抽查统计). */
@Component
class InspectionFiguresEntries implements DeskEntries {
    @Override
    public List<DeskEntry> entriesFor(Actor actor) {
        return InspectionRights.reads(actor)
                ? List.of(
                        new DeskEntry(
                                DeskEntry.Place.REGISTER,
                                67,
                                "inspections.figures.entry",
                                InspectionFiguresPages.ADDRESS))
                : List.of();
    }
}
