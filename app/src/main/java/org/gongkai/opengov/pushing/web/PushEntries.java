package org.gongkai.opengov.pushing.web;

import java.util.List;
import org.gongkai.opengov.pushing.PushDesk;
import org.gongkai.platform.pages.DeskEntries;
import org.gongkai.platform.pages.DeskEntry;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Component;

/** The way in to the pushes (推送台账). */
@Component
class PushEntries implements DeskEntries {
    @Override
    public List<DeskEntry> entriesFor(Actor actor) {
        return PushDesk.canRead(actor)
                ? List.of(
                        new DeskEntry(
                                DeskEntry.Place.REGISTER, 40, "pushing.entry", "/desk/pushes"))
                : List.of();
    }
}
