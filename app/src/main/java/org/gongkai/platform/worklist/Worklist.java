package org.gongkai.platform.worklist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.gongkai.platform.roles.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Everything a person has to do (待办清单): what is urgent first, then the latest, what has no day
 * last.
 */
@Component
public class Worklist {
    private static final Comparator<WorkItem> URGENT_THEN_LATEST =
            Comparator.comparing(WorkItem::urgent)
                    .reversed()
                    .thenComparing(
                            WorkItem::due,
                            Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()));

    private final ObjectProvider<WorklistSource> sources;
    private final Clock clock;

    Worklist(ObjectProvider<WorklistSource> sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    /** What this person has to do today; equal days keep the order of the modules. */
    public List<WorkItem> itemsFor(Actor actor) {
        var today = LocalDate.now(clock);
        return sources.orderedStream()
                .flatMap(it -> it.itemsFor(actor, today).stream())
                .sorted(URGENT_THEN_LATEST)
                .toList();
    }

    /** The figures beside the list. */
    public List<WorkCount> countsFor(Actor actor) {
        var today = LocalDate.now(clock);
        return sources.orderedStream().flatMap(it -> it.countsFor(actor, today).stream()).toList();
    }
}
