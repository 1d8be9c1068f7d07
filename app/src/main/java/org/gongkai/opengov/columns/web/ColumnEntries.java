package org.gongkai.opengov.columns.web;

import java.util.List;
import org.gongkai.platform.pages.DeskEntries;
import org.gongkai.platform.pages.DeskEntry;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Component;

/** The way from the desk to the columns (栏目入口): everybody reads the tree of their agency. */
@Component
class ColumnEntries implements DeskEntries {
    @Override
    public List<DeskEntry> entriesFor(Actor actor) {
        return List.of(
                new DeskEntry(DeskEntry.Place.REGISTER, 40, "columns.desk", ColumnPages.PAGE));
    }
}
