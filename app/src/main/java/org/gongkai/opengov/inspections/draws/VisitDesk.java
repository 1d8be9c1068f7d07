package org.gongkai.opengov.inspections.draws;

import java.util.List;
import java.util.Map;
import org.gongkai.opengov.inspections.draws.DrawnVisits.DrawnVisit;
import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.draw.Shortage;
import org.gongkai.platform.draw.Visit;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The visits of a draw, for the few who have to see them before the visit (抽取结果查看). Each look is
 * written down.
 */
@Service
public class VisitDesk {
    private final Draws draws;
    private final DrawnVisits visits;
    private final DrawComputing computing;
    private final FrozenLists lists;
    private final CertificateCodes codes;
    private final Certificates certificates;
    private final AuditTrail audit;

    VisitDesk(
            Draws draws,
            DrawnVisits visits,
            DrawComputing computing,
            FrozenLists lists,
            CertificateCodes codes,
            Certificates certificates,
            AuditTrail audit) {
        this.draws = draws;
        this.visits = visits;
        this.computing = computing;
        this.lists = lists;
        this.codes = codes;
        this.certificates = certificates;
        this.audit = audit;
    }

    /**
     * Why nobody sits on a seat (人员不足证明): these officers hold all of these seats, and no other may
     * sit on one of them.
     *
     * @param officers names of the officers
     * @param seats of how many seats
     */
    public record Proof(int visit, int seat, List<String> officers, int seats) {}

    /** A part of the visits, in order. */
    @Transactional
    public Items<DrawnVisit> list(Actor by, long seq, Paging paging) {
        var draw = seen(by, seq);
        int from = paging.cursor(1).map(it -> (int) it.number(0) + 1).orElse(0);
        return Items.of(
                visits.page(draw.id(), from, paging.fetch()), paging, it -> Cursor.at(it.t()));
    }

    /** A numbered page of the visits. */
    @Transactional
    public List<DrawnVisit> page(Actor by, long seq, int skip, int limit) {
        return visits.page(seen(by, seq).id(), skip, limit);
    }

    /** One visit. */
    @Transactional
    public DrawnVisit one(Actor by, long seq, int t) {
        return visits.find(seen(by, seq).id(), t).orElseThrow(Refusal::notFound);
    }

    /** The paper that the officers show at the door. */
    @Transactional
    public byte[] paper(Actor by, long seq, int t) {
        return certificates.paper(
                codes.of(seen(by, seq).id(), t)
                        .map(CertificateCodes::address)
                        .orElseThrow(Refusal::notFound));
    }

    /** Why the first empty seats of the draw are empty; as drawn, before any amendment. */
    @Transactional
    public List<Proof> proofs(Actor by, long seq, int limit) {
        var draw = seen(by, seq);
        if (visits.result(draw.id()).orElseThrow(Refusal::notFound).unfilled() == 0) {
            return List.of();
        }
        var drawn = computing.compute(draw);
        return drawn.visits().stream()
                .filter(it -> it.unfilled() > 0)
                .limit(limit)
                .map(
                        it -> {
                            var seat = it.team().indexOf(Visit.NOBODY);
                            return proof(draw, it.t(), seat, drawn.shortage(it.t(), seat));
                        })
                .toList();
    }

    /** The officers of a draw, by name. */
    @Transactional(readOnly = true)
    public List<FrozenLists.Subject> officers(Actor by, long seq) {
        DrawRights.mustSeeVisits(by);
        return lists.officers(draws.find(by.agency(), seq).orElseThrow(Refusal::notFound).id());
    }

    private Proof proof(InspectionDraw draw, int t, int seat, Shortage shortage) {
        var subjects = lists.subjects(draw.id(), shortage.officers());
        return new Proof(
                t,
                seat,
                subjects.values().stream().map(FrozenLists.Subject::name).toList(),
                shortage.seats().size());
    }

    private InspectionDraw seen(Actor by, long seq) {
        DrawRights.mustSeeVisits(by);
        var draw = draws.find(by.agency(), seq).orElseThrow(Refusal::notFound);
        if (!draw.state().isDrawn()) {
            throw Refusal.notFound();
        }
        audit.record(
                by, "inspections.draw-visits-read", DrawDesk.subject(draw), Map.of(), Map.of());
        return draw;
    }
}
