package org.gongkai.opengov.requests;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.requests.notices.NoticeKind;
import org.gongkai.opengov.requests.notices.Notices;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the office writes to an applicant beside its letters (与申请人往来): explanations and help
 * (指导和释明), read on the tracking page. A letter stays a letter.
 */
@Service
public class MessageDesk {
    /** The longest message, in characters. */
    public static final int LONGEST = 2_000;

    private final Requests requests;
    private final RequestMessages messages;
    private final Notices notices;
    private final AuditTrail audit;
    private final Clock time;

    MessageDesk(
            Requests requests,
            RequestMessages messages,
            Notices notices,
            AuditTrail audit,
            Clock time) {
        this.requests = requests;
        this.messages = messages;
        this.notices = notices;
        this.audit = audit;
        this.time = time;
    }

    /** What was written, the first first. */
    @Transactional(readOnly = true)
    public List<RequestMessage> of(Actor by, long id) {
        return messages.of(seen(by, id).id());
    }

    /** Writes to the applicant. */
    @Transactional
    public void write(Actor by, long id, @Nullable String words) {
        var request = seen(by, id);
        if (!RequestRights.takesIn(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.message.refusal.office");
        }
        messages.add(id, by.person(), checked(words), time.instant());
        notices.tell(id, request.agency(), request.number(), NoticeKind.MESSAGE);
        audit.record(
                by,
                "requests.message-written",
                "request:" + id,
                Map.of(),
                Map.of("number", request.number()));
    }

    static String checked(@Nullable String words) {
        var text = RequestEntry.text(words);
        if (text.isEmpty()) {
            throw Refusal.invalid("message", "requests.message.required");
        }
        if (text.length() > LONGEST) {
            throw Refusal.invalid("message", "requests.field.too-long", LONGEST);
        }
        return text;
    }

    private RequestCase seen(Actor by, long id) {
        return requests.find(id)
                .filter(it -> RequestRights.sees(by, it))
                .orElseThrow(Refusal::notFound);
    }
}
