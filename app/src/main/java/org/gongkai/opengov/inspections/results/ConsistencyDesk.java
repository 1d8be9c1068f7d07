package org.gongkai.opengov.inspections.results;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether each draw agrees with what was checked and published (一致性核对), and the closing of a draw,
 * which is refused while a drawn unit is neither checked nor skipped for a reason.
 */
@Service
public class ConsistencyDesk {
    private final Results results;
    private final AuditTrail audit;
    private final Clock clock;

    ConsistencyDesk(Results results, AuditTrail audit, Clock clock) {
        this.results = results;
        this.audit = audit;
        this.clock = clock;
    }

    /** A draw and how it stands. */
    public record OfDraw(long draw, Consistency consistency, Optional<LocalDate> closedOn) {}

    /** Whether this person reads whole draws: an officer has the visits of their own teams. */
    public static boolean canRead(Actor by) {
        return InspectionRights.keeps(by)
                || InspectionRights.reads(by) && !InspectionRights.inspects(by);
    }

    static void mustRead(Actor by) {
        if (!canRead(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "inspections.results.refusal.readers");
        }
    }

    /** Every draw that has visits, the newest first. */
    @Transactional(readOnly = true)
    public List<OfDraw> all(Actor by) {
        mustRead(by);
        return results.draws(by.agency(), null).entrySet().stream()
                .map(it -> of(by.agency(), it.getKey(), it.getValue()))
                .toList();
    }

    /** One draw. */
    @Transactional(readOnly = true)
    public OfDraw one(Actor by, long draw) {
        mustRead(by);
        return find(by.agency(), draw);
    }

    /** Closes a draw: every visit was made or was not for a reason, and every one is public. */
    @Transactional
    public void close(Actor by, long draw) {
        var grant = InspectionRights.mustKeep(by);
        var it = find(by.agency(), draw);
        if (it.closedOn().isPresent()) {
            throw Refusal.of(RefusalKind.NOT_POSSIBLE_NOW, "inspections.results.refusal.closed");
        }
        refuseOpen(by.agency(), draw);
        if (!it.consistency().holds()) {
            throw Refusal.of(
                    RefusalKind.NOT_POSSIBLE_NOW,
                    "inspections.results.refusal.unpublished",
                    it.consistency().unpublished().size(),
                    it.consistency().unpublished().isEmpty()
                            ? ""
                            : it.consistency().unpublished().getFirst().number());
        }
        results.close(by.agency(), draw, LocalDate.now(clock), by.person(), clock.instant());
        audit.record(
                by,
                grant,
                "inspections.draw-closed",
                "inspection-draw:" + draw,
                Map.of(),
                Map.of("drawn", it.consistency().drawn().size()));
    }

    /** Visits of a draw that are neither made nor skipped for a reason. */
    @Transactional(readOnly = true)
    public List<Consistency.Visit> open(AgencyId agency, long draw) {
        return Consistency.of(results.draws(agency, draw).getOrDefault(draw, List.of())).open();
    }

    private void refuseOpen(AgencyId agency, long draw) {
        var open = open(agency, draw);
        if (!open.isEmpty()) {
            throw Refusal.of(
                    RefusalKind.NOT_POSSIBLE_NOW,
                    "inspections.results.refusal.open",
                    open.size(),
                    open.getFirst().number());
        }
    }

    private OfDraw find(AgencyId agency, long draw) {
        var visits = results.draws(agency, draw).get(draw);
        if (visits == null) {
            throw Refusal.notFound();
        }
        return of(agency, draw, visits);
    }

    private OfDraw of(AgencyId agency, long draw, List<Consistency.Visit> visits) {
        return new OfDraw(draw, Consistency.of(visits), results.closedOn(agency, draw));
    }
}
