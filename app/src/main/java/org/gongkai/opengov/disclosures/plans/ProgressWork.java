package org.gongkai.opengov.disclosures.plans;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.worklist.WorkItem;
import org.gongkai.platform.worklist.WorklistSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What the progress of plans wants (规划落实情况待办): of writers a status that is due, of the head when it
 * is late, and what was given back; of those who release what waits for them.
 */
@Component
@Order(46)
class ProgressWork implements WorklistSource {
    private final ProgressDesk desk;

    ProgressWork(ProgressDesk desk) {
        this.desk = desk;
    }

    @Override
    public List<WorkItem> itemsFor(Actor actor, LocalDate today) {
        if (!desk.reads(actor)) {
            return List.of();
        }
        var items = new ArrayList<WorkItem>();
        for (var view : desk.list(actor, ProgressDesk.Filter.ALL)) {
            if (view.mayRelease()) {
                items.add(item("release", view, null));
            }
            if (view.mayWrite() && view.standing() == ProgressStanding.RETURNED) {
                items.add(item("returned", view, null));
            }
            var due = view.due();
            if (due != null && view.mayWrite() && (writes(actor, view) || due.late(today))) {
                items.add(item("due", view, due));
            }
        }
        return items;
    }

    private static boolean writes(Actor actor, ProgressDesk.View view) {
        return actor.has(Role.CLERK, view.plan().listing().section());
    }

    private static WorkItem item(String what, ProgressDesk.View view, @Nullable ProgressDue due) {
        var listing = view.plan().listing();
        return new WorkItem(
                "disclosures.plans.work." + what,
                due == null
                        ? List.of(listing.title())
                        : List.of(listing.title(), due.asOf().toString()),
                "/desk/plans/" + listing.id(),
                due == null ? null : due.lastDay(),
                listing.section(),
                false);
    }
}
