package org.gongkai.opengov.requests.papers;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.requests.ClaimDesk;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.worklist.WorkItem;
import org.gongkai.platform.worklist.WorklistSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Letters of corrections and complaints that wait for this person (更正、投诉文书待办). */
@Component
@Order(18)
class ClaimLetterWork implements WorklistSource {
    private static final int MOST = 200;

    private final ClaimLetterDesk desk;
    private final ClaimDesk claims;

    ClaimLetterWork(ClaimLetterDesk desk, ClaimDesk claims) {
        this.desk = desk;
        this.claims = claims;
    }

    @Override
    public List<WorkItem> itemsFor(Actor actor, LocalDate today) {
        return desk.waitingFor(actor, MOST).stream().map(it -> item(actor, it)).toList();
    }

    private WorkItem item(Actor actor, CaseLetter letter) {
        var claim = claims.one(actor, letter.owner().id()).claim();
        return new WorkItem(
                "requests.claim.work." + desk.next(actor, letter).orElseThrow().name(),
                List.of(claim.number(), letter.kind().term()),
                "/desk/request-claims/" + claim.id() + "/letters/" + letter.id(),
                claim.due(),
                null,
                false);
    }
}
