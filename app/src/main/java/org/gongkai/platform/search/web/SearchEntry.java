package org.gongkai.platform.search.web;

import java.util.List;
import org.gongkai.platform.pages.DeskEntries;
import org.gongkai.platform.pages.DeskEntry;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.springframework.stereotype.Component;

/** The ways to the words that mean the same and to what was asked (检索入口). */
@Component
class SearchEntry implements DeskEntries {
    @Override
    public List<DeskEntry> entriesFor(Actor actor) {
        return actor.has(Role.DISCLOSURE_OFFICE)
                ? List.of(
                        new DeskEntry(
                                DeskEntry.Place.REGISTER,
                                310,
                                "search.words.entry",
                                "/desk/search-words"),
                        new DeskEntry(
                                DeskEntry.Place.REGISTER,
                                320,
                                "search.questions.entry",
                                "/desk/search-questions"))
                : List.of();
    }
}
