package org.gongkai.opengov.requests.templates.web;

import java.util.List;
import org.gongkai.opengov.requests.templates.TemplateDesk;
import org.gongkai.platform.pages.DeskEntries;
import org.gongkai.platform.pages.DeskEntry;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Component;

/** The way in to letter templates (依申请公开文书模板). */
@Component
class TemplateEntries implements DeskEntries {
    @Override
    public List<DeskEntry> entriesFor(Actor actor) {
        return TemplateDesk.canRead(actor)
                ? List.of(
                        new DeskEntry(
                                DeskEntry.Place.REGISTER,
                                23,
                                "requests.templates.entry",
                                TemplatePages.ADDRESS))
                : List.of();
    }
}
