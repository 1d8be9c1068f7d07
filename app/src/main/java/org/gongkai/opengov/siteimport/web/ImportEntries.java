package org.gongkai.opengov.siteimport.web;

import java.util.List;
import org.gongkai.opengov.siteimport.SiteImportDesk;
import org.gongkai.platform.pages.DeskEntries;
import org.gongkai.platform.pages.DeskEntry;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Component;

/** The way in to imports (历史信息导入). */
@Component
class ImportEntries implements DeskEntries {
    @Override
    public List<DeskEntry> entriesFor(Actor actor) {
        return SiteImportDesk.canRead(actor)
                ? List.of(
                        new DeskEntry(
                                DeskEntry.Place.REGISTER,
                                45,
                                "siteimport.entry",
                                "/desk/site-imports"))
                : List.of();
    }
}
