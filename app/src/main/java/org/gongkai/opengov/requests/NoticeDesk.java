package org.gongkai.opengov.requests;

import java.util.List;
import java.util.Map;
import org.gongkai.opengov.requests.notices.Notice;
import org.gongkai.opengov.requests.notices.Notices;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the office sees what was told to an applicant by e-mail and SMS (通知情况). */
@Service
public class NoticeDesk {
    private final Requests requests;
    private final Notices notices;
    private final AuditTrail audit;

    NoticeDesk(Requests requests, Notices notices, AuditTrail audit) {
        this.requests = requests;
        this.notices = notices;
        this.audit = audit;
    }

    /** The notices of a request, the last first. */
    @Transactional(readOnly = true)
    public List<Notice> of(Actor by, long id) {
        return notices.of(seen(by, id).id());
    }

    /** Sends one that was given up once more. */
    @Transactional
    public void again(Actor by, long id, long notice) {
        var request = seen(by, id);
        if (!RequestRights.takesIn(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.notice.refusal.office");
        }
        if (!notices.again(id, notice)) {
            throw Refusal.notPossibleNow(List.of(), "requests.notice.refusal.not-given-up");
        }
        audit.record(
                by,
                "requests.notice-sent-again",
                "request:" + id,
                Map.of(),
                Map.of("number", request.number(), "notice", notice));
    }

    /** Notes that the applicant was told in another way, as by telephone. */
    @Transactional
    public void toldOtherwise(Actor by, long id, long notice) {
        var request = seen(by, id);
        if (!RequestRights.takesIn(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.notice.refusal.office");
        }
        if (!notices.toldOtherwise(id, notice)) {
            throw Refusal.notPossibleNow(List.of(), "requests.notice.refusal.not-given-up");
        }
        audit.record(
                by,
                "requests.notice-told-otherwise",
                "request:" + id,
                Map.of(),
                Map.of("number", request.number(), "notice", notice));
    }

    private RequestCase seen(Actor by, long id) {
        return requests.find(id)
                .filter(it -> RequestRights.sees(by, it))
                .orElseThrow(Refusal::notFound);
    }
}
