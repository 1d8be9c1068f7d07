package org.gongkai.opengov.requests;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.worklist.WorkItem;
import org.gongkai.platform.worklist.WorklistSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Applicants who wrote and wait for a word of the office (申请人留言待回复). */
@Component
@Order(16)
class MessageWork implements WorklistSource {
    private static final int MOST = 50;

    private final RequestMessages messages;

    MessageWork(RequestMessages messages) {
        this.messages = messages;
    }

    @Override
    public List<WorkItem> itemsFor(Actor actor, LocalDate today) {
        return RequestRights.takesIn(actor)
                ? messages.waiting(actor.agency(), MOST).stream()
                        .map(
                                it ->
                                        new WorkItem(
                                                "requests.work.message",
                                                List.of(it.number()),
                                                "/desk/requests/" + it.request() + "/messages",
                                                null,
                                                null,
                                                false))
                        .toList()
                : List.of();
    }
}
