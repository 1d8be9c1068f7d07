package org.gongkai.opengov.requests;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.requests.notices.Notices;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.worklist.WorkItem;
import org.gongkai.platform.worklist.WorklistSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Notices that could not be sent (未能发出的通知): the office tells the applicant otherwise. */
@Component
@Order(17)
class NoticeWork implements WorklistSource {
    private static final int MOST = 50;

    private final Notices notices;
    private final Wording wording;

    NoticeWork(Notices notices, Wording wording) {
        this.notices = notices;
        this.wording = wording;
    }

    @Override
    public List<WorkItem> itemsFor(Actor actor, LocalDate today) {
        return RequestRights.takesIn(actor)
                ? notices.givenUp(actor.agency(), MOST).stream()
                        .map(
                                it ->
                                        new WorkItem(
                                                "requests.work.notice",
                                                List.of(
                                                        it.number(),
                                                        wording.say(
                                                                "requests.notice.way."
                                                                        + it.way().name())),
                                                "/desk/requests/" + it.request() + "/messages",
                                                null,
                                                null,
                                                false))
                        .toList()
                : List.of();
    }
}
