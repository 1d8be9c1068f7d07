package org.gongkai.platform.transparencylog.web;

import java.util.List;
import org.gongkai.platform.pages.DeskEntries;
import org.gongkai.platform.pages.DeskEntry;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.transparencylog.TransparencyLogDesk;
import org.springframework.stereotype.Component;

/** The way in to the log's desk (透明日志入口). */
@Component
class LogEntriesOfDesk implements DeskEntries {
    @Override
    public List<DeskEntry> entriesFor(Actor actor) {
        return TransparencyLogDesk.mayRead(actor)
                ? List.of(
                        new DeskEntry(
                                DeskEntry.Place.REGISTER, 95, "transparencylog.entry", "/desk/log"))
                : List.of();
    }
}
