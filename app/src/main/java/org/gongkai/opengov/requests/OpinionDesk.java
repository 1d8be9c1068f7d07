package org.gongkai.opengov.requests;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.settings.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the office makes a link by which a third party answers (第三方网上答复), 《政府信息公开条例》 art. 32. The
 * secret is shown once and goes into the letter; the database keeps a keyed hash (ADR 0193).
 */
@Service
public class OpinionDesk {
    private static final int SHOWN = 10_000;
    private static final int HARM = 1_000;

    private final Requests requests;
    private final OpinionLinks links;
    private final Applicants applicants;
    private final RequestKeys keys;
    private final SiteAddress site;
    private final AuditTrail audit;
    private final Clock time;

    OpinionDesk(
            Requests requests,
            OpinionLinks links,
            Applicants applicants,
            RequestKeys keys,
            SiteAddress site,
            AuditTrail audit,
            Clock time) {
        this.requests = requests;
        this.links = links;
        this.applicants = applicants;
        this.keys = keys;
        this.site = site;
        this.audit = audit;
        this.time = time;
    }

    /**
     * A link just made; what opens it is told here alone.
     *
     * @param code what is typed where no link can be opened
     * @param address the whole address that is opened
     */
    public record Opened(OpinionLink link, String code, String address) {
        @Override
        public String toString() {
            return "Opened";
        }
    }

    /** Whether this person may make such links. */
    public static boolean opens(Actor by) {
        return RequestRights.takesIn(by);
    }

    /** Who was asked and has not answered. */
    @Transactional(readOnly = true)
    public List<String> waitingParties(Actor by, long id) {
        return waiting(seen(by, id));
    }

    /** The links of a request, the first first. */
    @Transactional(readOnly = true)
    public List<OpinionLink> links(Actor by, long id) {
        return links.of(seen(by, id).id());
    }

    /**
     * Makes a link for one party that was asked; an older one of that party opens nothing any more.
     *
     * @param party as it was named when it was asked
     * @param shown what the party reads of the information that is asked for
     * @param harm what disclosure may mean for it
     */
    @Transactional
    public Opened open(
            Actor by,
            long id,
            @Nullable String party,
            @Nullable String shown,
            @Nullable String harm) {
        if (!opens(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.opinion.refusal.office");
        }
        var request =
                requests.locked(id)
                        .filter(it -> RequestRights.sees(by, it))
                        .orElseThrow(Refusal::notFound);
        var to = RequestEntry.line(party);
        if (!waiting(request).contains(to)) {
            throw Refusal.invalid("party", "requests.opinion.party.waiting");
        }
        var words = words(id, "shown", shown, SHOWN);
        if (words.isEmpty()) {
            throw Refusal.invalid("shown", "requests.opinion.shown.required");
        }
        var effect = words(id, "harm", harm, HARM);
        var code = keys.newCode();
        var link =
                links.add(
                        id,
                        to,
                        keys.ofCode(code),
                        words,
                        effect.isEmpty() ? null : effect,
                        by.person(),
                        time.instant());
        audit.record(
                by,
                "requests.opinion-link-made",
                "request:" + id,
                Map.of(),
                Map.of("number", request.number(), "link", link.id()));
        return new Opened(link, code, site.absolute("/requests/opinion/" + code));
    }

    /** Third parties never learn who asked. */
    private String words(long id, String field, @Nullable String typed, int longest) {
        var text = RequestEntry.text(typed);
        if (text.length() > longest) {
            throw Refusal.invalid(
                    List.of(FieldProblem.of(field, "requests.field.too-long", longest)));
        }
        if (applicants.find(id).filter(it -> it.isNamedIn(text)).isPresent()) {
            throw Refusal.invalid(field, "requests.opinion.shown.personal");
        }
        return text;
    }

    private List<String> waiting(RequestCase request) {
        return CaseFile.of(request.channel(), requests.events(request.id()))
                .consultations()
                .stream()
                .filter(it -> it.kind() == Consultation.Kind.THIRD_PARTY && it.isOpen())
                .map(Consultation::party)
                .distinct()
                .toList();
    }

    private RequestCase seen(Actor by, long id) {
        return requests.find(id)
                .filter(it -> RequestRights.sees(by, it))
                .orElseThrow(Refusal::notFound);
    }
}
