package org.gongkai.opengov.mistakes.web;

import java.util.List;
import org.gongkai.opengov.mistakes.MistakeDesk;
import org.gongkai.platform.pages.DeskEntries;
import org.gongkai.platform.pages.DeskEntry;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Component;

/** The way in to the reports (找错留言台账). */
@Component
class MistakeEntries implements DeskEntries {
    @Override
    public List<DeskEntry> entriesFor(Actor actor) {
        return MistakeDesk.canRead(actor)
                ? List.of(
                        new DeskEntry(
                                DeskEntry.Place.REGISTER, 35, "mistakes.entry", "/desk/mistakes"))
                : List.of();
    }
}
