package org.gongkai.opengov.requests.web;

import java.util.List;
import org.gongkai.opengov.requests.FiguresDesk;
import org.gongkai.platform.pages.DeskEntries;
import org.gongkai.platform.pages.DeskEntry;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Component;

/** The way in to the figures about requests (依申请公开统计). */
@Component
class FiguresEntries implements DeskEntries {
    @Override
    public List<DeskEntry> entriesFor(Actor actor) {
        return FiguresDesk.canRead(actor)
                ? List.of(
                        new DeskEntry(
                                DeskEntry.Place.REGISTER,
                                21,
                                "requests.figures.entry",
                                FiguresPages.ADDRESS))
                : List.of();
    }
}
