package org.gongkai.opengov.requests.decisions.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gongkai.platform.pages.DeskEntries;
import org.gongkai.platform.pages.DeskEntry;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.springframework.stereotype.Component;

/** The way to the guided decision (判断助手入口), for all who work on answers. */
@Component
class DecisionEntry implements DeskEntries {
    private static final Set<Role> WORKING =
            EnumSet.of(Role.CLERK, Role.SECTION_HEAD, Role.DISCLOSURE_OFFICE, Role.LEGAL_ADVISER);

    @Override
    public List<DeskEntry> entriesFor(Actor actor) {
        return WORKING.stream().anyMatch(actor::has)
                ? List.of(
                        new DeskEntry(
                                DeskEntry.Place.REGISTER,
                                25,
                                "requests.decide.entry",
                                DecisionPages.ADDRESS))
                : List.of();
    }
}
