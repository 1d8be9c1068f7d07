package org.gongkai.opengov.disclosures.web;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.platform.pages.DeskEntries;
import org.gongkai.platform.pages.DeskEntry;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.springframework.stereotype.Component;

/** The ways in to drafts, reviews and the list of documents (起草、审签、文件台账). */
@Component
class DisclosureEntries implements DeskEntries {
    @Override
    public List<DeskEntry> entriesFor(Actor actor) {
        var entries = new ArrayList<DeskEntry>();
        if (actor.has(Role.CLERK)) {
            entries.add(
                    new DeskEntry(
                            DeskEntry.Place.HEAD,
                            10,
                            "disclosures.head.draft",
                            "/desk/documents/new"));
        }
        if (!ReviewPages.levelsOf(actor).isEmpty()) {
            entries.add(
                    new DeskEntry(
                            DeskEntry.Place.HEAD, 20, "disclosures.head.review", "/desk/review"));
        }
        entries.add(
                new DeskEntry(
                        DeskEntry.Place.REGISTER,
                        10,
                        "disclosures.head.documents",
                        "/desk/documents"));
        return entries;
    }
}
