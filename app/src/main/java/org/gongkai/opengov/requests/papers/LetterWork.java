package org.gongkai.opengov.requests.papers;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.requests.RequestDesk;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.worklist.WorkItem;
import org.gongkai.platform.worklist.WorklistSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Notices whose next step is this person's: to be signed, made, sent (待办文书); answers wait as steps
 * of their case.
 */
@Component
@Order(16)
class LetterWork implements WorklistSource {
    private static final int MOST = 200;

    private final LetterDrafting desk;
    private final RequestDesk requests;

    LetterWork(LetterDrafting desk, RequestDesk requests) {
        this.desk = desk;
        this.requests = requests;
    }

    @Override
    public List<WorkItem> itemsFor(Actor actor, LocalDate today) {
        return LetterDrafting.worksOnNotices(actor)
                ? desk.waitingFor(actor, MOST).stream()
                        .flatMap(it -> it.next().stream().map(step -> item(actor, it, step)))
                        .toList()
                : List.of();
    }

    private WorkItem item(Actor actor, CaseLetter letter, LetterStep step) {
        var request = requests.one(actor, letter.owner().id()).request();
        return new WorkItem(
                "requests.papers.work." + step.slug(),
                List.of(request.number(), letter.kind().term()),
                "/desk/requests/" + request.id() + "/letters/" + letter.id(),
                request.warnBy(),
                request.section(),
                false);
    }
}
