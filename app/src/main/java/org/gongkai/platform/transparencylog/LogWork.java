package org.gongkai.platform.transparencylog;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.worklist.WorkItem;
import org.gongkai.platform.worklist.WorklistSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the operator has to do about the log (日志待办): it is frozen. */
@Component
@Order(90)
class LogWork implements WorklistSource {
    private final LogFaults faults;

    LogWork(LogFaults faults) {
        this.faults = faults;
    }

    @Override
    public List<WorkItem> itemsFor(Actor actor, LocalDate today) {
        if (!TransparencyLogDesk.mayChange(actor)) {
            return List.of();
        }
        return faults.open().stream()
                .map(
                        it ->
                                new WorkItem(
                                        "transparencylog.work.frozen",
                                        List.of(it.place()),
                                        "/desk/log",
                                        null,
                                        null,
                                        true))
                .toList();
    }
}
