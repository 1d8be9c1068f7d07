package org.gongkai.platform.calendar.web;

import java.util.List;
import org.gongkai.platform.pages.DeskEntries;
import org.gongkai.platform.pages.DeskEntry;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Component;

/** The calendar among the registers of the desk (工作台入口). */
@Component
class CalendarEntries implements DeskEntries {
    @Override
    public List<DeskEntry> entriesFor(Actor actor) {
        return List.of(
                new DeskEntry(
                        DeskEntry.Place.REGISTER, 60, "calendar.desk.entry", "/desk/calendar"));
    }
}
