package org.gongkai.opengov.inspections.results;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.worklist.WorkItem;
import org.gongkai.platform.worklist.WorklistSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Results whose days run (结果公示待办): one line for the keeper, by the first that is to be public. */
@Component
@Order(41)
class ResultWork implements WorklistSource {
    private final ResultDesk desk;

    ResultWork(ResultDesk desk) {
        this.desk = desk;
    }

    @Override
    public List<WorkItem> itemsFor(Actor actor, LocalDate today) {
        var waiting =
                desk.waiting(actor).stream()
                        .filter(it -> it.openness() != Openness.WITHDRAWN)
                        .toList();
        if (waiting.isEmpty()) {
            return List.of();
        }
        var drafted = waiting.stream().allMatch(it -> it.openness() == Openness.DRAFTED);
        return List.of(
                new WorkItem(
                        drafted ? "inspections.work.publish" : "inspections.work.draft",
                        List.of(waiting.size(), waiting.getFirst().number()),
                        "/desk/inspections/results" + (drafted ? "?openness=drafted" : "/new"),
                        waiting.getFirst().due().warnBy(),
                        null,
                        false));
    }
}
