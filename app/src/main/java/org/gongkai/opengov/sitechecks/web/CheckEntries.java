package org.gongkai.opengov.sitechecks.web;

import java.util.List;
import org.gongkai.platform.pages.DeskEntries;
import org.gongkai.platform.pages.DeskEntry;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Component;

/** The way in to self-checks (网站自查). */
@Component
class CheckEntries implements DeskEntries {
    @Override
    public List<DeskEntry> entriesFor(Actor actor) {
        return List.of(
                new DeskEntry(
                        DeskEntry.Place.REGISTER, 46, "sitechecks.entry", "/desk/site-checks"));
    }
}
