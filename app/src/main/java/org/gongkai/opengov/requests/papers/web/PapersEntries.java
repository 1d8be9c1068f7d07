package org.gongkai.opengov.requests.papers.web;

import java.util.List;
import org.gongkai.opengov.requests.papers.LetterOfficeDesk;
import org.gongkai.platform.pages.DeskEntries;
import org.gongkai.platform.pages.DeskEntry;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Component;

/** The way to what the letters carry (文书信息), for the office. */
@Component
class PapersEntries implements DeskEntries {
    @Override
    public List<DeskEntry> entriesFor(Actor actor) {
        return LetterOfficeDesk.mayKeep(actor)
                ? List.of(
                        new DeskEntry(
                                DeskEntry.Place.REGISTER,
                                27,
                                "requests.papers.entry",
                                LetterOfficePages.ADDRESS))
                : List.of();
    }
}
