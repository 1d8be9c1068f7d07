package org.gongkai.platform.accounts.web;

import java.util.List;
import org.gongkai.platform.pages.DeskEntries;
import org.gongkai.platform.pages.DeskEntry;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.springframework.stereotype.Component;

/** The ways to one's own account and to all accounts (账号入口). */
@Component
class AccountEntryway implements DeskEntries {
    private static final DeskEntry OWN =
            new DeskEntry(DeskEntry.Place.REGISTER, 950, "accounts.own.entry", "/desk/account");
    private static final DeskEntry ALL =
            new DeskEntry(DeskEntry.Place.REGISTER, 910, "accounts.list.entry", "/desk/accounts");

    @Override
    public List<DeskEntry> entriesFor(Actor actor) {
        return actor.has(Role.OPERATOR) ? List.of(ALL, OWN) : List.of(OWN);
    }
}
