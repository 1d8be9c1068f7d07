package org.gongkai.opengov.requests;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.worklist.WorkItem;
import org.gongkai.platform.worklist.WorklistSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Corrections and complaints that are open (更正和投诉待办), the first due first. */
@Component
@Order(18)
class ClaimWork implements WorklistSource {
    private static final int MOST = 50;

    private final Claims claims;

    ClaimWork(Claims claims) {
        this.claims = claims;
    }

    @Override
    public List<WorkItem> itemsFor(Actor actor, LocalDate today) {
        return RequestRights.takesIn(actor)
                ? claims.page(actor.agency(), true, 0, MOST).stream()
                        .map(
                                it ->
                                        new WorkItem(
                                                it.kind().isComplaint()
                                                        ? "requests.work.complaint"
                                                        : "requests.work.correction",
                                                List.of(it.number()),
                                                "/desk/request-claims/" + it.id(),
                                                it.due(),
                                                null,
                                                false))
                        .toList()
                : List.of();
    }
}
