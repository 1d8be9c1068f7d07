package org.gongkai.opengov.requests;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.opengov.requests.RequestDesk.Line;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.worklist.WorkItem;
import org.gongkai.platform.worklist.WorklistSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Requests whose next step is this person's (依申请公开待办). One that has arrived and is not confirmed is
 * urgent from the day it came: a late confirmation moves the deadline (条例 art. 31).
 */
@Component
@Order(15)
class RequestWork implements WorklistSource {
    private final RequestDesk desk;
    private final Wording wording;

    RequestWork(RequestDesk desk, Wording wording) {
        this.desk = desk;
        this.wording = wording;
    }

    @Override
    public List<WorkItem> itemsFor(Actor actor, LocalDate today) {
        return RequestRights.canRead(actor)
                ? Stream.concat(
                                desk.extensionsFor(actor).stream().map(this::consent),
                                desk.waitingFor(actor).stream().map(this::item))
                        .toList()
                : List.of();
    }

    private WorkItem consent(Line line) {
        var request = line.request();
        return new WorkItem(
                "requests.work.consent",
                List.of(request.number()),
                "/desk/requests/" + request.id(),
                request.warnBy(),
                request.section(),
                false);
    }

    private WorkItem item(Line line) {
        var request = line.request();
        var unconfirmed = request.stage() == RequestStage.ARRIVED;
        return new WorkItem(
                unconfirmed ? "requests.work.confirm" : "requests.work.next",
                List.of(
                        request.number(),
                        wording.say("requests.stage." + request.stage().name()),
                        request.arrivedOn()),
                "/desk/requests/" + request.id(),
                unconfirmed ? request.arrivedOn() : request.warnBy(),
                request.section(),
                unconfirmed);
    }
}
