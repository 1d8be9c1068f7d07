package org.gongkai.opengov.pushing;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.worklist.WorkCount;
import org.gongkai.platform.worklist.WorkItem;
import org.gongkai.platform.worklist.WorklistSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the disclosure office has to do about pushes (推送待办): given up, or without a receipt. */
@Component
@Order(80)
class PushWork implements WorklistSource {
    private static final int MOST = 50;

    private final Pushes pushes;

    PushWork(Pushes pushes) {
        this.pushes = pushes;
    }

    @Override
    public List<WorkItem> itemsFor(Actor actor, LocalDate today) {
        if (!actor.has(Role.DISCLOSURE_OFFICE)) {
            return List.of();
        }
        return pushes.troubled(actor.agency(), MOST).stream().map(PushWork::item).toList();
    }

    @Override
    public List<WorkCount> countsFor(Actor actor, LocalDate today) {
        if (!actor.has(Role.DISCLOSURE_OFFICE)) {
            return List.of();
        }
        var dead =
                Objects.requireNonNullElse(pushes.counts(actor.agency()).get(PushState.DEAD), 0L);
        return dead == 0
                ? List.of()
                : List.of(new WorkCount("pushing.work.dead", dead, "/desk/pushes?state=dead"));
    }

    private static WorkItem item(Push push) {
        return new WorkItem(
                push.state() == PushState.DEAD
                        ? "pushing.work.push-failed"
                        : "pushing.work.no-receipt",
                List.of(push.indexNumber(), push.failures()),
                "/desk/pushes/" + push.id(),
                null,
                null,
                push.operation() == PushOperation.WITHDRAW
                        || push.operation() == PushOperation.PURGE);
    }
}
