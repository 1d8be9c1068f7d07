package org.gongkai.opengov.columns;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.roles.SectionId;
import org.gongkai.platform.worklist.WorkItem;
import org.gongkai.platform.worklist.WorklistSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Columns that rest too long (栏目待更新): on the start page of the responsible section, or of the
 * disclosure office where no section is named.
 */
@Component
@Order(30)
class ColumnWork implements WorklistSource {
    /** How many days before it is due a column is shown. */
    static final int LEAD_DAYS = 7;

    private static final WorkItem NONE =
            new WorkItem("columns.work.none", List.of(), "/desk/columns", null, null, false);

    private final ColumnUpdates updates;

    ColumnWork(ColumnUpdates updates) {
        this.updates = updates;
    }

    @Override
    @Transactional(readOnly = true)
    public List<WorkItem> itemsFor(Actor actor, LocalDate today) {
        var until = today.plusDays(LEAD_DAYS);
        var all = updates.of(actor.agency());
        if (all.isEmpty()) {
            return actor.has(Role.DISCLOSURE_OFFICE) ? List.of(NONE) : List.of();
        }
        return all.stream()
                .filter(it -> it.due() != null && !it.due().isAfter(until))
                .filter(it -> answersFor(actor, it.column().section()))
                .map(ColumnWork::item)
                .toList();
    }

    private static boolean answersFor(Actor actor, @Nullable SectionId section) {
        return section == null
                ? actor.has(Role.DISCLOSURE_OFFICE)
                : actor.has(Role.CLERK, section) || actor.has(Role.SECTION_HEAD, section);
    }

    private static WorkItem item(ColumnStanding standing) {
        var column = standing.column();
        return new WorkItem(
                standing.newest() == null ? "columns.work.empty" : "columns.work.resting",
                List.of(column.name(), column.updateDays()),
                "/desk/columns/" + column.key(),
                standing.due(),
                column.section(),
                false);
    }
}
