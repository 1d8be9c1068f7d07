package org.gongkai.opengov.disclosures.plans.web;

import java.util.List;
import org.gongkai.opengov.disclosures.plans.ProgressDesk;
import org.gongkai.platform.pages.DeskEntries;
import org.gongkai.platform.pages.DeskEntry;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Component;

/** The way in to what became of plans (规划落实情况入口). */
@Component
class ProgressEntrance implements DeskEntries {
    private final ProgressDesk desk;

    ProgressEntrance(ProgressDesk desk) {
        this.desk = desk;
    }

    @Override
    public List<DeskEntry> entriesFor(Actor actor) {
        return desk.reads(actor)
                ? List.of(
                        new DeskEntry(
                                DeskEntry.Place.REGISTER,
                                13,
                                "disclosures.plans.entry",
                                "/desk/plans"))
                : List.of();
    }
}
