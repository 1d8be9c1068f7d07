package org.gongkai.opengov.requests.papers;

import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.opengov.redaction.RedactionJob;
import org.gongkai.opengov.redaction.Redactions;
import org.gongkai.opengov.requests.Consultation;
import org.gongkai.opengov.requests.RequestCase;
import org.gongkai.opengov.requests.RequestDesk;
import org.gongkai.opengov.requests.RequestHold;
import org.gongkai.opengov.requests.RequestRights;
import org.gongkai.opengov.requests.RequestStep;
import org.gongkai.opengov.requests.RequestView;
import org.gongkai.opengov.requests.decisions.AnswerBlock;
import org.gongkai.opengov.requests.decisions.Decision;
import org.gongkai.opengov.requests.decisions.GuidedDecision;
import org.gongkai.opengov.requests.decisions.Outcome;
import org.gongkai.opengov.requests.decisions.Proof;
import org.gongkai.opengov.requests.decisions.Told;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.files.StoredFile;
import org.gongkai.platform.files.UploadLimits;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What the office and the sections decide on the matters of a request (答复决定办理), and the papers they
 * lay with it.
 *
 * <p>《政府信息公开条例》 arts. 36–39; what an outcome needs: {@link Outcome}.
 */
@Service
public class DecisionDesk {
    private static final int LONGEST = 4_000;

    private final RequestDesk requests;
    private final RequestHold hold;
    private final CaseDecisions decisions;
    private final Redactions redactions;
    private final FileStore files;
    private final AuditTrail audit;
    private final Clock clock;

    DecisionDesk(
            RequestDesk requests,
            RequestHold hold,
            CaseDecisions decisions,
            Redactions redactions,
            FileStore files,
            AuditTrail audit,
            Clock clock) {
        this.requests = requests;
        this.hold = hold;
        this.decisions = decisions;
        this.redactions = redactions;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether this person may decide on this request as it stands. */
    public boolean mayDecide(Actor by, RequestView view) {
        return view.file().possible().contains(RequestStep.DRAFTED_ANSWER)
                && RequestRights.grant(
                                by, RequestStep.DRAFTED_ANSWER.roles(), view.request().section())
                        .isPresent();
    }

    /** How far each matter is, in their order. */
    public List<MatterStanding> standing(RequestView view) {
        var id = view.request().id();
        var decided = decisions.of(id);
        var papers = decisions.papers(id);
        var happened = proofsOf(view);
        var standing = new ArrayList<MatterStanding>();
        for (var at = 1; at <= view.matters().size(); at++) {
            var position = at;
            var matter = view.matters().get(at - 1);
            var own = papers.stream().filter(it -> it.position() == position).toList();
            var proofs = EnumSet.noneOf(Proof.class);
            proofs.addAll(happened);
            own.forEach(it -> proofs.addAll(it.proofs()));
            var decision = decided.get(at);
            standing.add(
                    new MatterStanding(
                            at,
                            matter,
                            decision != null && decision.matter().equals(matter) ? decision : null,
                            own,
                            proofs));
        }
        return standing;
    }

    /** The decision on the whole; refuses while a matter is not decided. */
    public Decision decision(RequestView view) {
        var blocks = new ArrayList<AnswerBlock>();
        for (var it : standing(view)) {
            var block = it.block();
            if (block == null) {
                throw Refusal.notPossibleNow(
                        List.of(), "requests.papers.refusal.undecided", it.position());
            }
            blocks.add(block);
        }
        return new Decision(blocks);
    }

    /**
     * Keeps the decision on a matter.
     *
     * @param answers the answers to the questions, y and n in turn, until there is an outcome
     */
    public void decide(
            Actor by, long id, int position, @Nullable String answers, Map<Told, String> told) {
        var _ =
                hold.on(
                        by,
                        id,
                        "decided",
                        request -> {
                            var matter = matter(required(by, id), position);
                            var outcome = outcome(answers);
                            var words = told(told, outcome);
                            decisions.keep(
                                    id,
                                    position,
                                    new MatterDecision(
                                            matter,
                                            Objects.requireNonNull(answers),
                                            outcome,
                                            words,
                                            by.person(),
                                            clock.instant()));
                            note(
                                    by,
                                    "decided",
                                    request,
                                    Map.of("matter", position, "outcome", outcome.name()));
                            return request;
                        });
    }

    /** Lays a paper with a matter; its id. */
    public long attach(Actor by, long id, int position, PaperEntry entry) {
        return hold.on(by, id, "paper-added", it -> attached(by, it, position, entry));
    }

    /** Takes a file in and lays it with a matter; its id. */
    public long attach(
            Actor by, long id, int position, String proof, InputStream content, String fileName) {
        return hold.on(
                by,
                id,
                "paper-added",
                it -> {
                    required(by, id);
                    var file = files.put(content, fileName, UploadLimits.ATTACHMENT);
                    return attached(
                            by,
                            it,
                            position,
                            new PaperEntry(proof, null, file.sha256(), file.safeName(), null));
                });
    }

    /** Takes a paper out again. */
    public void drop(Actor by, long id, long paper) {
        var _ =
                hold.on(
                        by,
                        id,
                        "paper-dropped",
                        request -> {
                            required(by, id);
                            if (!decisions.drop(id, paper, by.person(), clock.instant())) {
                                throw Refusal.notFound();
                            }
                            note(by, "paper-dropped", request, Map.of("paper", paper));
                            return request;
                        });
    }

    /** The files that are disclosed in part for this request, ready or not (本件的区分处理件). */
    public List<RedactionJob> redactions(RequestCase request) {
        return redactions.ofCase(request.number());
    }

    /** Files disclosed in part for this request that can be handed out now (可用的公开件). */
    public List<RedactionJob> released(RequestCase request) {
        return redactions.ofCase(request.number()).stream()
                .filter(it -> redactions.disclosable(it.id()).isPresent())
                .toList();
    }

    private long attached(Actor by, RequestCase request, int position, PaperEntry entry) {
        matter(required(by, request.id()), position);
        var proof = proof(entry);
        var file = file(entry);
        var paper =
                new CasePaper(
                        0,
                        position,
                        proof,
                        words(by, request, proof, entry),
                        file == null ? null : file.sha256(),
                        file == null ? null : file.safeName(),
                        redaction(request, entry),
                        by.person(),
                        clock.instant());
        if (paper.words() == null && paper.sha256() == null && paper.redaction() == null) {
            throw Refusal.invalid(proof.slug(), "requests.papers.paper.nothing");
        }
        var id = decisions.add(request.id(), paper);
        note(by, "paper-added", request, Map.of("paper", id, "proof", proof.name()));
        return id;
    }

    private static Proof proof(PaperEntry entry) {
        return entry.redaction() != null
                ? Proof.INFORMATION
                : Arrays.stream(Proof.values())
                        .filter(it -> it.slug().equals(entry.proof()))
                        .filter(CaseProofs.LAID::contains)
                        .findFirst()
                        .orElseThrow(() -> Refusal.invalid("proof", "requests.papers.paper.proof"));
    }

    private @Nullable String words(Actor by, RequestCase request, Proof proof, PaperEntry entry) {
        if (entry.redaction() != null || entry.sha256() != null) {
            return null;
        }
        var said = entry.words() == null ? "" : entry.words().strip();
        if (proof.enclosed() && !said.isEmpty()) {
            throw Refusal.invalid(proof.slug(), "requests.papers.paper.file");
        }
        if (said.length() > LONGEST) {
            throw Refusal.invalid(proof.slug(), "requests.field.too-long", LONGEST);
        }
        if (proof == Proof.EARLIER_ANSWER
                && !said.isEmpty()
                && requests.answeredBefore(by, request.id()).stream()
                        .noneMatch(it -> it.number().equals(said))) {
            throw Refusal.invalid(proof.slug(), "requests.papers.paper.earlier");
        }
        return said.isEmpty() ? null : said;
    }

    private @Nullable StoredFile file(PaperEntry entry) {
        if (entry.redaction() != null || entry.sha256() == null) {
            return null;
        }
        return files.find(entry.sha256(), Objects.requireNonNullElse(entry.fileName(), "file"))
                .orElseThrow(() -> Refusal.invalid("sha256", "requests.papers.paper.no-file"));
    }

    private @Nullable Long redaction(RequestCase request, PaperEntry entry) {
        var asked = entry.redaction();
        if (asked != null && released(request).stream().noneMatch(it -> it.id() == asked)) {
            throw Refusal.invalid("redaction", "requests.papers.paper.redaction");
        }
        return asked;
    }

    private RequestView required(Actor by, long id) {
        var view = requests.one(by, id);
        if (RequestRights.grant(by, RequestStep.DRAFTED_ANSWER.roles(), view.request().section())
                .isEmpty()) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.papers.refusal.decide");
        }
        if (!mayDecide(by, view)) {
            throw Refusal.notPossibleNow(List.of(), "requests.papers.refusal.decide-stage");
        }
        return view;
    }

    private static String matter(RequestView view, int position) {
        if (position < 1 || position > view.matters().size()) {
            throw Refusal.notFound();
        }
        return view.matters().get(position - 1);
    }

    private static Outcome outcome(@Nullable String answers) {
        return guided(answers)
                .outcome()
                .orElseThrow(() -> Refusal.invalid("answers", "requests.papers.decide.unfinished"));
    }

    /** The way to an outcome as it was answered so far; refuses what is no answer. */
    public static GuidedDecision guided(@Nullable String answers) {
        try {
            return GuidedDecision.written(answers == null ? "" : answers);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("answers", "requests.decide.answers");
        }
    }

    /** What this outcome tells; everything else is left out. */
    private static Map<Told, String> told(Map<Told, String> typed, Outcome outcome) {
        var told = new EnumMap<Told, String>(Told.class);
        CaseProofs.told(outcome)
                .forEach(
                        it -> {
                            var said = typed.getOrDefault(it, "").strip();
                            if (said.length() > LONGEST) {
                                throw Refusal.invalid(
                                        it.slug(), "requests.field.too-long", LONGEST);
                            }
                            if (!said.isEmpty()) {
                                told.put(it, said);
                            }
                        });
        return told;
    }

    /** What the events prove: a notice that was sent needs no second copy in the file. */
    private static Set<Proof> proofsOf(RequestView view) {
        var file = view.file();
        var proofs = EnumSet.noneOf(Proof.class);
        if (file.last(RequestStep.CORRECTION_ASKED).isPresent()) {
            proofs.add(Proof.CORRECTION_NOTICE);
        }
        if (file.last(RequestStep.REASONS_ASKED).isPresent()) {
            proofs.add(Proof.REASONS_NOTICE);
        }
        if (file.last(RequestStep.FEE_NOTICED).isPresent()) {
            proofs.add(Proof.FEE_NOTICE);
        }
        if (file.consultations().stream()
                .anyMatch(
                        it -> it.kind() == Consultation.Kind.THIRD_PARTY && it.endedOn() != null)) {
            proofs.add(Proof.THIRD_PARTY_OPINION);
        }
        return proofs;
    }

    private void note(Actor by, String action, RequestCase request, Map<String, ?> more) {
        var after = new HashMap<String, Object>(more);
        after.put("number", request.number());
        audit.record(by, "requests." + action, "request:" + request.id(), Map.of(), after);
    }
}
