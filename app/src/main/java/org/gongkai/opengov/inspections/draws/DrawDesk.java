package org.gongkai.opengov.inspections.draws;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.opengov.inspections.LocalRulesBook;
import org.gongkai.opengov.inspections.draws.PlanTies.Owed;
import org.gongkai.opengov.inspections.plans.DueDraw;
import org.gongkai.opengov.inspections.plans.PlannedDraw;
import org.gongkai.opengov.inspections.plans.PlannedDraws;
import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The keeper's steps of a draw before the dice fall (抽取公告、冻结、作废): announce, freeze, call off. Each
 * is one transaction with its leaf in the log.
 */
@Service
public class DrawDesk {
    static final int WORDS = 500;

    private final Draws draws;
    private final FrozenLists lists;
    private final Snapshot snapshot;
    private final PlanTies plans;
    private final PlannedDraws planned;
    private final DrawWitnesses witnesses;
    private final Escrow escrow;
    private final DrawRecorder recorder;
    private final DrawSettings settings;
    private final LocalRulesBook rules;
    private final Organization organization;
    private final RandomBytes random;
    private final AuditTrail audit;
    private final Clock clock;

    DrawDesk(
            Draws draws,
            FrozenLists lists,
            Snapshot snapshot,
            PlanTies plans,
            PlannedDraws planned,
            DrawWitnesses witnesses,
            Escrow escrow,
            DrawRecorder recorder,
            DrawSettings settings,
            LocalRulesBook rules,
            Organization organization,
            RandomBytes random,
            AuditTrail audit,
            Clock clock) {
        this.draws = draws;
        this.lists = lists;
        this.snapshot = snapshot;
        this.plans = plans;
        this.planned = planned;
        this.witnesses = witnesses;
        this.escrow = escrow;
        this.recorder = recorder;
        this.settings = settings;
        this.rules = rules;
        this.organization = organization;
        this.random = random;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A draw as the desk sees it.
     *
     * @param allowed what this person may do with it now
     */
    public record DrawLine(InspectionDraw draw, Set<DrawStep> allowed) {}

    /** A part of the list, newest first. */
    @Transactional(readOnly = true)
    public Items<DrawLine> list(Actor by, @Nullable DrawState state, Paging paging) {
        DrawRights.mustRead(by);
        long below = paging.cursor(1).map(it -> it.number(0)).orElse(Long.MAX_VALUE);
        var found =
                draws.list(by.agency(), state, below, paging.fetch()).stream()
                        .map(it -> line(by, it))
                        .toList();
        return Items.of(found, paging, it -> Cursor.at(it.draw().seq()));
    }

    /** A numbered page of the list, newest first. */
    @Transactional(readOnly = true)
    public List<DrawLine> page(Actor by, @Nullable DrawState state, int skip, int limit) {
        DrawRights.mustRead(by);
        return draws.page(by.agency(), state, skip, limit).stream()
                .map(it -> line(by, it))
                .toList();
    }

    /** How many there are in each state. */
    @Transactional(readOnly = true)
    public Map<DrawState, Long> counts(Actor by) {
        DrawRights.mustRead(by);
        return draws.counts(by.agency());
    }

    /** One draw. */
    @Transactional(readOnly = true)
    public DrawLine one(Actor by, long seq) {
        DrawRights.mustRead(by);
        return line(by, draws.find(by.agency(), seq).orElseThrow(Refusal::notFound));
    }

    /** What the plan in force owes by now and no draw has been frozen for, by its last day. */
    @Transactional(readOnly = true)
    public List<DueDraw> due(Actor by) {
        DrawRights.mustRead(by);
        return planned.due(by.agency(), LocalDate.now(clock));
    }

    /** What a draw of this line and quarter of the plan in force would draw today. */
    @Transactional(readOnly = true)
    public PlannedDraw owed(Actor by, long line, int quarter) {
        InspectionRights.mustKeep(by);
        return planned.look(by.agency(), line, quarter).orElseThrow(Refusal::notFound);
    }

    /**
     * Announces a draw under the agency's next number (C4); nothing of it changes afterwards. Of a
     * line and quarter of the plan there is one.
     */
    @Transactional
    public InspectionDraw announce(Actor by, AnnounceEntry entry) {
        InspectionRights.mustKeep(by);
        var now = clock.instant();
        var today = LocalDate.now(clock);
        var owed = owed(by, entry);
        var checking =
                new Announcing(
                        entry,
                        owed,
                        rules.on(by.agency(), today),
                        settings.of(by.agency()).beacons(),
                        now);
        var strata = checking.strata();
        var numbers = checking.items();
        var day = checking.registerDay(today);
        var items = snapshot.items(by.agency(), day, numbers);
        if (items.size() < numbers.size()) {
            checking.problem("items", "items-unknown");
        }
        var counted = owed == null ? counted(by.agency(), day, numbers, strata) : strata;
        // A first look before the number is taken, so that nobody waits for what is refused.
        checking.under("-", 1, counted, numbers);
        var seq = draws.nextSeq(by.agency());
        if (owed != null) {
            mustBeFree(PlanPart.of(owed.draw()));
        }
        var name = organization.agency(by.agency()).key() + "/" + seq;
        var announcement = checking.under(name, seq, counted, numbers);
        var draw = draws.add(by.agency(), announcement, by.person(), now);
        announcement.witnesses().forEach(it -> witnesses.add(draw.id(), it));
        audit.record(
                by,
                "inspections.draw-announced",
                subject(draw),
                Map.of(),
                Map.of("title", draw.title(), "mode", announcement.mode().slug()));
        recorder.record(
                draw,
                new DrawRecorder.Step(
                        DrawEvent.Kind.ANNOUNCE,
                        "",
                        "",
                        by.person(),
                        DrawRecorder.announced(draw)));
        return draw;
    }

    private @Nullable Owed owed(Actor by, AnnounceEntry entry) {
        if (entry.line() == null && entry.quarter() == null) {
            return null;
        }
        return plans.owed(by.agency(), entry.line(), entry.quarter())
                .orElseThrow(() -> Refusal.invalid("line", "inspections.draw.field.line"));
    }

    private List<PlannedStratum> counted(
            AgencyId agency, LocalDate day, List<String> items, List<PlannedStratum> strata) {
        var register = snapshot.register(agency, day, items, strata);
        return strata.stream().map(it -> it.counted(register.getOrDefault(it.id(), 0))).toList();
    }

    /** Nobody else announces until the transaction ends, since all wait for the next number. */
    private void mustBeFree(PlanPart part) {
        draws.carrying(part.line(), part.quarter())
                .ifPresent(
                        it -> {
                            throw PlanTies.taken(it);
                        });
        if (plans.isFrozen(part)) {
            throw Refusal.notPossibleNow(List.of(), "inspections.plans.frozen-before");
        }
    }

    /**
     * Freezes the lists as the registers have them now and binds them, with the secret in sealed
     * mode; at least ten minutes before the first public source (C1). A draw is frozen once. One of
     * the plan draws as many as the plan owes now, whatever was announced.
     */
    @Transactional
    public InspectionDraw freeze(Actor by, long seq, @Nullable Long version) {
        InspectionRights.mustKeep(by);
        var draw = draws.taking(by.agency(), seq, DrawStep.FREEZE, version);
        var announced = draw.announcement();
        var now = clock.instant();
        if (now.isAfter(announced.freezeUntil())) {
            throw DrawRefusals.notNow(draw, "c1-too-late", announced.freezeUntil());
        }
        var holders = draw.isSealed() ? escrow.requireHolders(draw) : List.<EscrowHolder>of();
        var aliasKey = random.bytes();
        var taken =
                snapshot.take(
                        draw,
                        new Pseudonyms(announced.suite(), draw.name(), aliasKey),
                        plans.freeze(by, draw));
        if (taken.directories().entities().isEmpty()) {
            throw DrawRefusals.notNow(draw, "nobody-to-draw");
        }
        var secret = draw.isSealed() ? random.bytes() : null;
        var manifest = Manifests.of(announced, taken, witnesses.commitments(draw.id()), secret);
        lists.write(draw.id(), taken.directories(), taken.subjects(), taken.exclusions());
        lists.keepSecrets(draw.id(), aliasKey, secret);
        if (secret != null) {
            escrow.deposit(draw, secret, holders);
        }
        lists.seal(draw.id(), manifest, now);
        var hash = HexFormat.of().formatHex(manifest.hash());
        draws.move(
                draw,
                Manifests.witnesses(manifest).isEmpty() ? DrawState.NONCES_IN : DrawState.FROZEN);
        audit.record(
                by,
                "inspections.draw-frozen",
                subject(draw),
                Map.of(),
                Map.of("manifest", hash, "units", taken.directories().entities().size()));
        recorder.record(
                draw,
                new DrawRecorder.Step(
                        DrawEvent.Kind.FREEZE,
                        "",
                        "",
                        by.person(),
                        DrawRecorder.of(draw, hash).frozen()));
        return draws.find(draw.id()).orElseThrow();
    }

    /** Calls a draw off, with its reason, which everybody reads; only before the dice fall (C3). */
    @Transactional
    public InspectionDraw callOff(
            Actor by, long seq, @Nullable Long version, @Nullable String reason) {
        InspectionRights.mustKeep(by);
        var draw = draws.taking(by.agency(), seq, DrawStep.VOID, version);
        if (!clock.instant().isBefore(draw.announcement().firstSource())) {
            throw DrawRefusals.notNow(draw, "c3-void-late", draw.announcement().firstSource());
        }
        var words = words("reason", reason);
        draws.move(draw, DrawState.VOID);
        plans.voided(draw, words);
        audit.record(
                by,
                "inspections.draw-voided",
                subject(draw),
                Map.of("state", draw.state().name()),
                Map.of("reason", words));
        recorder.record(
                draw,
                new DrawRecorder.Step(
                        DrawEvent.Kind.VOID,
                        "",
                        words,
                        by.person(),
                        hash(draw)
                                .map(it -> DrawRecorder.of(draw, it))
                                .orElseGet(() -> DrawRecorder.of(draw))
                                .voided(words)));
        return draws.find(draw.id()).orElseThrow();
    }

    private Optional<String> hash(InspectionDraw draw) {
        return lists.manifest(draw.id()).map(FrozenLists.Frozen::hash);
    }

    private static DrawLine line(Actor by, InspectionDraw draw) {
        var allowed = EnumSet.noneOf(DrawStep.class);
        allowed.addAll(DrawRights.allowed(by, draw));
        return new DrawLine(draw, allowed);
    }

    static String words(String field, @Nullable String typed) {
        var words = Announcing.line(typed);
        if (words.isEmpty() || words.length() > WORDS) {
            throw Refusal.invalid(field, "inspections.draw.field.words", WORDS);
        }
        return words;
    }

    static String subject(InspectionDraw draw) {
        return "draw:" + draw.id();
    }
}
