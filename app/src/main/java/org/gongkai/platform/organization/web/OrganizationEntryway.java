package org.gongkai.platform.organization.web;

import java.util.List;
import org.gongkai.platform.pages.DeskEntries;
import org.gongkai.platform.pages.DeskEntry;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Component;

/** The way from the desk to the registers (台账入口): everybody reads their own agency. */
@Component
class OrganizationEntryway implements DeskEntries {
    @Override
    public List<DeskEntry> entriesFor(Actor actor) {
        return List.of(
                new DeskEntry(
                        DeskEntry.Place.REGISTER, 100, "organization.desk", "/desk/organization"),
                new DeskEntry(
                        DeskEntry.Place.REGISTER,
                        110,
                        "organization.away",
                        "/desk/organization/covers"));
    }
}
