package org.gongkai.opengov.inspections.registers.web;

import java.util.List;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.platform.pages.DeskEntries;
import org.gongkai.platform.pages.DeskEntry;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Component;

/** The way in to the registers of inspections (一单两库入口). */
@Component
class RegisterEntrances implements DeskEntries {
    @Override
    public List<DeskEntry> entriesFor(Actor actor) {
        return InspectionRights.reads(actor)
                ? List.of(
                        new DeskEntry(
                                DeskEntry.Place.REGISTER,
                                40,
                                "inspections.entry",
                                "/desk/inspections/items"))
                : List.of();
    }
}
