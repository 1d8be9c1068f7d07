package org.gongkai.opengov.drinkingwater.sources.web;

import java.util.List;
import org.gongkai.opengov.drinkingwater.sources.WaterRights;
import org.gongkai.platform.pages.DeskEntries;
import org.gongkai.platform.pages.DeskEntry;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Component;

/** The way in to the water of sources (水源水质入口). */
@Component
class WaterEntrance implements DeskEntries {
    private final WaterRights rights;

    WaterEntrance(WaterRights rights) {
        this.rights = rights;
    }

    @Override
    public List<DeskEntry> entriesFor(Actor actor) {
        return rights.reads(actor)
                ? List.of(
                        new DeskEntry(
                                DeskEntry.Place.REGISTER,
                                44,
                                "drinkingwater.results.entry",
                                "/desk/water"))
                : List.of();
    }
}
