package org.gongkai.opengov.requests.imports.web;

import java.util.List;
import org.gongkai.opengov.requests.imports.CaseImportDesk;
import org.gongkai.platform.pages.DeskEntries;
import org.gongkai.platform.pages.DeskEntry;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Component;

/** The way in to imports of cases (依申请公开案件导入). */
@Component
class CaseImportEntries implements DeskEntries {
    @Override
    public List<DeskEntry> entriesFor(Actor actor) {
        return CaseImportDesk.canImport(actor)
                ? List.of(
                        new DeskEntry(
                                DeskEntry.Place.REGISTER,
                                22,
                                "requests.import.entry",
                                CaseImportPages.ADDRESS))
                : List.of();
    }
}
