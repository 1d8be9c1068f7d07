package org.gongkai.opengov.inspections.draws;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.opengov.inspections.draws.AmendmentReason.Op;
import org.gongkai.opengov.inspections.draws.Amendments.Asked;
import org.gongkai.opengov.inspections.draws.Amendments.Decision;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.commitments.CommitmentRefused;
import org.gongkai.platform.draw.AmendedDraw;
import org.gongkai.platform.draw.Amendment;
import org.gongkai.platform.draw.Visit;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Amendments of drawn visits (结果调整): asked for with a reason's code, decided by a leader who did
 * not ask. Nobody chooses who comes instead: the draw itself says who is next, and the log binds
 * the reason.
 */
@Service
public class AmendmentDesk {
    private final Draws draws;
    private final Amendments amendments;
    private final DrawnVisits visits;
    private final FrozenLists lists;
    private final DrawComputing computing;
    private final VisitsTold told;
    private final PlanTies plans;
    private final DrawRecorder recorder;
    private final AuditTrail audit;
    private final Wording wording;
    private final Clock clock;

    AmendmentDesk(
            Draws draws,
            Amendments amendments,
            DrawnVisits visits,
            FrozenLists lists,
            DrawComputing computing,
            VisitsTold told,
            PlanTies plans,
            DrawRecorder recorder,
            AuditTrail audit,
            Wording wording,
            Clock clock) {
        this.draws = draws;
        this.amendments = amendments;
        this.visits = visits;
        this.lists = lists;
        this.computing = computing;
        this.told = told;
        this.plans = plans;
        this.recorder = recorder;
        this.audit = audit;
        this.wording = wording;
        this.clock = clock;
    }

    /** All amendments of a draw, in the order in which they were asked for. */
    @Transactional(readOnly = true)
    public List<Asked> list(Actor by, long seq) {
        DrawRights.mustSeeVisits(by);
        return amendments.all(draws.find(by.agency(), seq).orElseThrow(Refusal::notFound).id());
    }

    /** Asks for an amendment; nothing changes until a leader who did not ask consents. */
    @Transactional
    public Asked ask(Actor by, long seq, @Nullable Long version, AmendEntry entry) {
        if (!InspectionRights.keeps(by) && !InspectionRights.approves(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "inspections.refusal.keepers");
        }
        var draw = draws.taking(by.agency(), seq, DrawStep.AMEND, version);
        var amendment = amendment(draw, entry);
        var words = DrawDesk.words("words", entry.words());
        // Refused now rather than when somebody has consented: an empty reserve, a visit there is
        // not.
        amended(draw, amendment);
        long id = amendments.ask(draw.id(), amendment, words, by.person(), clock.instant());
        audit.record(
                by,
                "inspections.draw-amendment-asked",
                DrawDesk.subject(draw),
                Map.of(),
                Map.of("amendment", id, "reason", amendment.reason()));
        return amendments.find(draw.id(), id).orElseThrow();
    }

    /** Consents and makes the amendment, or does not; whoever asked does not decide. */
    @Transactional
    public Asked decide(Actor by, long seq, long id, boolean consents, @Nullable String words) {
        var under = InspectionRights.mustApprove(by);
        var draw = draws.taking(by.agency(), seq, DrawStep.AMEND, null);
        var asked = amendments.find(draw.id(), id).orElseThrow(Refusal::notFound);
        if (!asked.isOpen()) {
            throw DrawRefusals.notNow(draw, "amendment-decided");
        }
        if (asked.by().equals(by.person()) || asked.by().equals(under.onBehalfOf())) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "inspections.draw.refusal.own-amendment");
        }
        var said = consents ? Announcing.line(words) : DrawDesk.words("words", words);
        audit.record(
                by,
                under,
                consents
                        ? "inspections.draw-amendment-made"
                        : "inspections.draw-amendment-declined",
                DrawDesk.subject(draw),
                Map.of(),
                Map.of("amendment", id, "words", said));
        if (consents) {
            make(by, draw, asked, said);
        } else {
            amendments.decide(asked, new Decision(null, null, said, by.person(), clock.instant()));
        }
        return amendments.find(draw.id(), id).orElseThrow();
    }

    private void make(Actor by, InspectionDraw draw, Asked asked, String said) {
        var before = new HashMap<Integer, Visit>();
        visits.records(draw.id(), Integer.MAX_VALUE).forEach(it -> before.put(it.t(), it));
        var amended = amended(draw, asked.amendment());
        var edition = amended.roots().size();
        var root = amended.roots().getLast();
        var changed =
                amended.visits().stream().filter(it -> !same(it, before.get(it.t()))).toList();
        amendments.decide(asked, new Decision(edition, root, said, by.person(), clock.instant()));
        visits.write(draw.id(), edition, changed);
        draws.move(draw, DrawState.DRAWN);
        plans.amended(draw, before, changed);
        told.tell(
                draw,
                changed.stream().map(it -> visits.find(draw.id(), it.t()).orElseThrow()).toList(),
                wording.say(
                        "inspections.draw.amendment.told",
                        wording.say(
                                "inspections.draw.amendment.reason."
                                        + asked.amendment().reason())));
        recorder.record(
                draw,
                new DrawRecorder.Step(
                        DrawEvent.Kind.AMEND,
                        Integer.toString(edition),
                        "",
                        by.person(),
                        DrawRecorder.of(draw, lists.manifest(draw.id()).orElseThrow().hash())
                                .amended(
                                        edition,
                                        asked.amendment().toJson(),
                                        asked.amendment().reason(),
                                        amended.visits().size(),
                                        root)));
    }

    /** The visits after those made and this one. */
    private AmendedDraw amended(InspectionDraw draw, Amendment next) {
        var all = new ArrayList<>(amendments.made(draw.id()));
        all.add(next);
        try {
            return computing.compute(draw).amended(all);
        } catch (CommitmentRefused refused) {
            throw DrawRefusals.disclosure("op", refused);
        }
    }

    private Amendment amendment(InspectionDraw draw, AmendEntry entry) {
        var op =
                Op.named(Objects.requireNonNullElse(entry.op(), ""))
                        .orElseThrow(() -> Refusal.invalid("op", "inspections.draw.field.op"));
        var reason =
                AmendmentReason.named(Objects.requireNonNullElse(entry.reason(), ""))
                        .filter(it -> it.isOf(op))
                        .orElseThrow(
                                () -> Refusal.invalid("reason", "inspections.draw.field.reason"))
                        .slug();
        return switch (op) {
            case REPLACE_ENTITY -> new Amendment.ReplaceEntity(visit(entry), reason);
            case REPLACE_OFFICER -> {
                var seat = entry.seat();
                if (seat == null || seat < 0) {
                    throw Refusal.invalid("seat", "inspections.draw.field.seat");
                }
                yield new Amendment.ReplaceOfficer(visit(entry), seat, reason);
            }
            case REMOVE_OFFICER ->
                    new Amendment.RemoveOfficer(officer(draw, entry), done(entry), reason);
        };
    }

    private static int visit(AmendEntry entry) {
        var visit = entry.visit();
        if (visit == null || visit < 0) {
            throw Refusal.invalid("visit", "inspections.draw.field.visit");
        }
        return visit;
    }

    private String officer(InspectionDraw draw, AmendEntry entry) {
        var officer = entry.officer();
        if (officer == null) {
            throw Refusal.invalid("officer", "inspections.draw.field.officer");
        }
        return lists.officer(draw.id(), officer)
                .orElseThrow(() -> Refusal.invalid("officer", "inspections.draw.field.officer"))
                .id();
    }

    private static List<Integer> done(AmendEntry entry) {
        return entry.done() == null
                ? List.of()
                : entry.done().stream().distinct().sorted().toList();
    }

    private static boolean same(Visit one, @Nullable Visit other) {
        return other != null && one.toJson().equals(other.toJson());
    }
}
