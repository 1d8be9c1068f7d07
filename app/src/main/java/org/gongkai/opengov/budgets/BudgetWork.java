package org.gongkai.opengov.budgets;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.budgets.BudgetPaper.State;
import org.gongkai.platform.organization.Section;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.worklist.WorkItem;
import org.gongkai.platform.worklist.WorklistSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Budgets and accounts whose days run (预决算公开待办): for the section's clerks from the approval on, for
 * its head when the last day has gone by.
 */
@Component
@Order(45)
class BudgetWork implements WorklistSource {
    private final BudgetPapers papers;
    private final BudgetDesk desk;
    private final BudgetRights rights;

    BudgetWork(BudgetPapers papers, BudgetDesk desk, BudgetRights rights) {
        this.papers = papers;
        this.desk = desk;
        this.rights = rights;
    }

    @Override
    public List<WorkItem> itemsFor(Actor actor, LocalDate today) {
        var section = rights.section(actor).map(Section::id).orElse(null);
        if (section == null) {
            return List.of();
        }
        var clerk = actor.has(Role.CLERK, section);
        var head = actor.has(Role.SECTION_HEAD, section);
        if (!clerk && !head) {
            return List.of();
        }
        return papers.list(actor.agency()).stream()
                .filter(
                        it ->
                                switch (it.state(today)) {
                                    case RUNNING, NEAR -> clerk;
                                    case OVERDUE -> true;
                                    case AWAITED, IN_TIME, LATE, WITHDRAWN -> false;
                                })
                .map(
                        it ->
                                new WorkItem(
                                        it.state(today) == State.OVERDUE
                                                ? "budgets.work.overdue"
                                                : "budgets.work.publish",
                                        List.of(desk.title(it)),
                                        "/desk/budgets/" + it.id(),
                                        it.lastDay(),
                                        section,
                                        false))
                .toList();
    }
}
