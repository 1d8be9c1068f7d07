package org.gongkai.platform.worklist;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.platform.roles.Actor;

/** What one module has for a person to do (待办来源); each module with a desk has one such bean. */
public interface WorklistSource {

    /** What this person has to do on this day, in any order. */
    List<WorkItem> itemsFor(Actor actor, LocalDate today);

    /** Figures beside the list, in the order to be shown; none by default. */
    default List<WorkCount> countsFor(Actor actor, LocalDate today) {
        return List.of();
    }
}
