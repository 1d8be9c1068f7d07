package org.gongkai.platform.textcheck.web;

import java.util.List;
import org.gongkai.platform.pages.DeskEntries;
import org.gongkai.platform.pages.DeskEntry;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.springframework.stereotype.Component;

/** The way to the lists from the desk (词表入口). */
@Component
class WordingEntry implements DeskEntries {
    @Override
    public List<DeskEntry> entriesFor(Actor actor) {
        return actor.has(Role.DISCLOSURE_OFFICE)
                ? List.of(
                        new DeskEntry(
                                DeskEntry.Place.REGISTER, 300, "textcheck.entry", "/desk/wording"))
                : List.of();
    }
}
