package org.gongkai.platform.audit.web;

import java.util.List;
import org.gongkai.platform.pages.DeskEntries;
import org.gongkai.platform.pages.DeskEntry;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.springframework.stereotype.Component;

/** The auditor's way in from the desk (审计入口). */
@Component
class AuditEntryway implements DeskEntries {
    @Override
    public List<DeskEntry> entriesFor(Actor actor) {
        return actor.has(Role.AUDITOR)
                ? List.of(
                        new DeskEntry(DeskEntry.Place.REGISTER, 900, "audit.entry", "/desk/audit"))
                : List.of();
    }
}
