package org.gongkai.opengov.redaction.web;

import java.util.List;
import org.gongkai.opengov.redaction.RedactionDesk;
import org.gongkai.platform.pages.DeskEntries;
import org.gongkai.platform.pages.DeskEntry;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Component;

/** The way in to partial disclosure (区分处理台账). */
@Component
class RedactionEntries implements DeskEntries {
    @Override
    public List<DeskEntry> entriesFor(Actor actor) {
        return RedactionDesk.canRead(actor)
                ? List.of(
                        new DeskEntry(
                                DeskEntry.Place.REGISTER,
                                32,
                                "redaction.entry",
                                "/desk/redactions"))
                : List.of();
    }
}
