package org.gongkai.opengov.budgets.web;

import java.util.List;
import org.gongkai.opengov.budgets.BudgetRights;
import org.gongkai.platform.pages.DeskEntries;
import org.gongkai.platform.pages.DeskEntry;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Component;

/** The way in to budgets and accounts (预决算入口). */
@Component
class BudgetEntrance implements DeskEntries {
    private final BudgetRights rights;

    BudgetEntrance(BudgetRights rights) {
        this.rights = rights;
    }

    @Override
    public List<DeskEntry> entriesFor(Actor actor) {
        return rights.reads(actor)
                ? List.of(
                        new DeskEntry(
                                DeskEntry.Place.REGISTER, 47, "budgets.entry", "/desk/budgets"))
                : List.of();
    }
}
