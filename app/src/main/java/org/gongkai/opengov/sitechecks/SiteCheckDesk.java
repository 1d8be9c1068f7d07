package org.gongkai.opengov.sitechecks;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.opengov.sitechecks.SiteCheck.State;
import org.gongkai.opengov.sitechecks.outward.OutwardRegister;
import org.gongkai.opengov.sitechecks.outward.OutwardSettings;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What the disclosure office does with self-checks (自查办理); whoever is signed in may read them. */
@Service
@Transactional
public class SiteCheckDesk {
    private static final Set<Role> MAY_RUN = EnumSet.of(Role.DISCLOSURE_OFFICE, Role.OPERATOR);
    private static final int LONGEST_REASON = 500;

    private final SiteChecks checks;
    private final CheckMeasures measures;
    private final CheckWorker worker;
    private final OutwardSettings outward;
    private final OutwardRegister links;
    private final AuditTrail audit;
    private final Clock clock;

    SiteCheckDesk(
            SiteChecks checks,
            CheckMeasures measures,
            CheckWorker worker,
            OutwardSettings outward,
            OutwardRegister links,
            AuditTrail audit,
            Clock clock) {
        this.checks = checks;
        this.measures = measures;
        this.worker = worker;
        this.outward = outward;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether this person may begin and stop one. */
    public static boolean canRun(Actor actor) {
        return MAY_RUN.stream().anyMatch(actor::has);
    }

    /** Begins one. */
    public long start(Actor actor) {
        runnable(actor);
        if (checks.openFor(actor.agency())) {
            throw Refusal.notPossibleNow(List.of("cancel"), "sitechecks.refusal.open");
        }
        long id = checks.add(actor.agency(), actor.person(), clock.instant());
        audit.record(actor, "sitechecks.started", "site-check:" + id, Map.of(), Map.of());
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        worker.wake();
                    }
                });
        return id;
    }

    /** Stops one; what it found so far stays. */
    public void cancel(Actor actor, long id) {
        runnable(actor);
        var check = one(actor, id);
        if (!checks.end(check.id(), State.CANCELLED, clock.instant())) {
            throw Refusal.notPossibleNow(List.of(), "sitechecks.refusal.ended");
        }
        audit.record(actor, "sitechecks.cancelled", "site-check:" + id, Map.of(), Map.of());
    }

    /** A part of the checks, newest first. */
    @Transactional(readOnly = true)
    public List<SiteCheck> list(Actor actor, int skip, int limit) {
        return checks.of(actor.agency(), skip, limit);
    }

    /** How many there are. */
    @Transactional(readOnly = true)
    public long count(Actor actor) {
        return checks.count(actor.agency());
    }

    /** One check with its score. */
    @Transactional(readOnly = true)
    public SiteCheck one(Actor actor, long id) {
        return checks.find(id)
                .filter(it -> it.agency().equals(actor.agency()))
                .orElseThrow(Refusal::notFound);
    }

    /** A part of what was found, of one item or of all, of one section or of all. */
    @Transactional(readOnly = true)
    public List<Fault> faults(
            Actor actor,
            long id,
            @Nullable CheckItem item,
            @Nullable SectionId section,
            int skip,
            int limit) {
        return checks.faults(one(actor, id).id(), item, section, skip, limit);
    }

    /** By what the next self-check will measure. */
    @Transactional(readOnly = true)
    public CheckMeasure measure(Actor actor) {
        return measures.newest(actor.agency())
                .map(CheckMeasures.Entry::measure)
                .orElse(CheckMeasure.USUAL);
    }

    /** Whether this person may set the measure. */
    public static boolean canMeasure(Actor actor) {
        return actor.has(Role.DISCLOSURE_OFFICE);
    }

    /** Sets the measure of the next self-checks; earlier ones keep theirs. */
    public void measure(Actor actor, CheckMeasure measure, String reason) {
        if (!canMeasure(actor)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "sitechecks.refusal.measure");
        }
        var problems = new ArrayList<>(measure.problems());
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            problems.add(FieldProblem.of("reason", "sitechecks.field.reason", LONGEST_REASON));
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        var before = measure(actor);
        var id =
                measures.add(
                        actor.agency(), measure, reason.strip(), actor.person(), clock.instant());
        audit.record(
                actor,
                "sitechecks.measured",
                "site-check-measure:" + id,
                described(before),
                described(measure));
    }

    private static Map<String, Object> described(CheckMeasure measure) {
        return Map.of(
                "homeDays", measure.homeDays(),
                "newsDays", measure.newsDays(),
                "noticeMonths", measure.noticeMonths(),
                "otherMonths", measure.otherMonths(),
                "weights", measure.weights().toString());
    }

    /** How far the look at other sites has come; empty where it is not switched on. */
    @Transactional(readOnly = true)
    public Optional<OutwardRegister.Standing> outward() {
        return outward.on() ? Optional.of(links.standing(clock.instant())) : Optional.empty();
    }

    /** How many addresses of other sites are looked at a day, at most. */
    public int outwardDaily() {
        return outward.daily();
    }

    private static void runnable(Actor actor) {
        if (!canRun(actor)) {
            throw Refusal.of(
                    RefusalKind.NOT_ALLOWED,
                    "sitechecks.refusal.role",
                    new DefaultMessageSourceResolvable(
                            new String[] {"roles.any-of." + MAY_RUN.size()},
                            MAY_RUN.stream()
                                    .map(
                                            it ->
                                                    new DefaultMessageSourceResolvable(
                                                            "roles.role." + it.name()))
                                    .toArray()));
        }
    }
}
