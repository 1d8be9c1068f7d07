package org.gongkai.opengov.inspections.draws.web;

import java.util.List;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.platform.pages.DeskEntries;
import org.gongkai.platform.pages.DeskEntry;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Component;

/** The way in to the draws (随机抽取). */
@Component
class DrawEntries implements DeskEntries {
    @Override
    public List<DeskEntry> entriesFor(Actor actor) {
        return InspectionRights.reads(actor)
                ? List.of(
                        new DeskEntry(
                                DeskEntry.Place.REGISTER,
                                43,
                                "inspections.draw.entry",
                                DrawPages.ADDRESS))
                : List.of();
    }
}
