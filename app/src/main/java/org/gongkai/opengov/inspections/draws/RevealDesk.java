package org.gongkai.opengov.inspections.draws;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.opengov.inspections.results.ConsistencyDesk;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.draw.DrawManifest;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The reveal of a sealed draw (揭示), rule C6: by the keeper once the visits are over, or, from the
 * announced day on, by any two holders of the escrow, who need nobody's consent and no account.
 */
@Service
public class RevealDesk {
    private static final int LINE = 100;

    private final Draws draws;
    private final FrozenLists lists;
    private final Escrow escrow;
    private final DrawRecorder recorder;
    private final ConsistencyDesk consistency;
    private final AuditTrail audit;
    private final Clock clock;

    RevealDesk(
            Draws draws,
            FrozenLists lists,
            Escrow escrow,
            DrawRecorder recorder,
            ConsistencyDesk consistency,
            AuditTrail audit,
            Clock clock) {
        this.draws = draws;
        this.lists = lists;
        this.escrow = escrow;
        this.recorder = recorder;
        this.consistency = consistency;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Reveals the secret: from the last day of the visits on, and before the announced day only
     * when each visit was made or was not for a reason, since names are secret until the visit.
     * From the announced day on nothing holds it up (C6, ADR 0266).
     */
    @Transactional
    public InspectionDraw reveal(Actor by, long seq, @Nullable Long version) {
        InspectionRights.mustKeep(by);
        var draw = draws.taking(by.agency(), seq, DrawStep.REVEAL, version);
        var last = draw.announcement().checkTo();
        if (LocalDate.now(clock).isBefore(last)) {
            throw DrawRefusals.notNow(draw, "reveal-too-early", last);
        }
        if (LocalDate.now(clock).isBefore(draw.announcement().revealBy())) {
            refuseOpen(draw);
        }
        audit.record(
                by,
                "inspections.draw-revealed",
                DrawDesk.subject(draw),
                Map.of(),
                Map.of("seq", draw.seq()));
        return reveal(draw, lists.secret(draw.id()).orElseThrow(), by.person());
    }

    private void refuseOpen(InspectionDraw draw) {
        var open = consistency.open(draw.agency(), draw.seq());
        if (!open.isEmpty()) {
            throw DrawRefusals.notNow(draw, "reveal-open", open.size(), open.getFirst().number());
        }
    }

    /** Reveals the secret that two holders put together, after the announced day. */
    @Transactional
    public InspectionDraw revealByHolders(
            AgencyId agency, long seq, @Nullable String one, @Nullable String other) {
        var draw = draws.taking(agency, seq, DrawStep.REVEAL, null);
        if (!draw.isRevealOverdue(LocalDate.now(clock))) {
            throw DrawRefusals.notNow(draw, "c6-not-overdue", draw.announcement().revealBy());
        }
        var secret =
                EscrowShares.combined(
                                Objects.requireNonNullElse(one, ""),
                                Objects.requireNonNullElse(other, ""))
                        .filter(it -> isBound(draw, it))
                        .orElseThrow(() -> Refusal.invalid("one", "inspections.draw.field.shares"));
        audit.recordAnonymous(
                agency,
                "inspections.draw-revealed-by-holders",
                DrawDesk.subject(draw),
                Map.of("seq", draw.seq()));
        return reveal(draw, HexFormat.of().formatHex(secret), null);
    }

    /** The holders of this agency's escrow. */
    @Transactional(readOnly = true)
    public List<EscrowHolder> holders(Actor by) {
        DrawRights.mustRead(by);
        return escrow.holders(by.agency());
    }

    /** Adds a holder by the public key that the holder made; there are three. */
    @Transactional
    public EscrowHolder addHolder(Actor by, @Nullable String name, @Nullable String publicKey) {
        InspectionRights.mustKeep(by);
        var called = Announcing.line(name);
        if (called.isEmpty() || called.length() > LINE) {
            throw Refusal.invalid("name", "inspections.draw.field.holder-name", LINE);
        }
        var key =
                EscrowKey.read(Objects.requireNonNullElse(publicKey, ""))
                        .orElseThrow(
                                () ->
                                        Refusal.invalid(
                                                "publicKey", "inspections.draw.field.holder-key"));
        var holders = escrow.holders(by.agency());
        if (holders.stream().anyMatch(it -> it.fingerprint().equals(key.fingerprint()))) {
            throw Refusal.invalid("publicKey", "inspections.draw.field.holder-twice");
        }
        if (holders.size() >= EscrowShares.HOLDERS) {
            throw Refusal.invalid("name", "inspections.draw.field.holders-full");
        }
        long id = escrow.add(by.agency(), called, key, by.person(), clock.instant());
        audit.record(
                by,
                "inspections.escrow-holder-added",
                "escrow-holder:" + id,
                Map.of(),
                Map.of("name", called, "fingerprint", key.fingerprint()));
        return escrow.holders(by.agency()).stream()
                .filter(it -> it.id() == id)
                .findFirst()
                .orElseThrow();
    }

    /** Ends a holder: later draws give no share; shares of earlier ones stay. */
    @Transactional
    public void endHolder(Actor by, long holder) {
        InspectionRights.mustKeep(by);
        if (!escrow.end(by.agency(), holder, clock.instant())) {
            throw Refusal.notFound();
        }
        audit.record(
                by,
                "inspections.escrow-holder-ended",
                "escrow-holder:" + holder,
                Map.of(),
                Map.of());
    }

    /** What a holder can open and nobody else: to be fetched by everybody. */
    @Transactional(readOnly = true)
    public Optional<byte[]> sealedShare(AgencyId agency, long seq, int lacks) {
        return draws.find(agency, seq).stream()
                .flatMap(it -> escrow.deposits(it.id()).stream())
                .filter(it -> it.lacks() == lacks)
                .map(Escrow.Deposit::sealed)
                .findFirst();
    }

    private InspectionDraw reveal(InspectionDraw draw, String secret, @Nullable PersonId by) {
        draws.move(draw, DrawState.REVEALED);
        recorder.record(
                draw,
                new DrawRecorder.Step(
                        DrawEvent.Kind.REVEAL,
                        "",
                        "",
                        by,
                        DrawRecorder.of(draw, lists.manifest(draw.id()).orElseThrow().hash())
                                .revealed(secret)));
        return draws.find(draw.id()).orElseThrow();
    }

    private boolean isBound(InspectionDraw draw, byte[] secret) {
        var announced = draw.announcement();
        var bound = lists.manifest(draw.id()).orElseThrow().manifest().secretCommit();
        return bound != null
                && Arrays.equals(
                        HexFormat.of().parseHex(bound),
                        DrawManifest.commitSecret(announced.suite(), announced.name(), secret));
    }
}
