package org.gongkai.opengov.inspections.draws;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.commitments.CommitmentRefused;
import org.gongkai.platform.commitments.Path;
import org.gongkai.platform.draw.RevealSource;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.settings.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What witnesses do, without an account (见证人办理): bind a number before the freeze, open it after,
 * before the first public source (C1). The keeper makes the link; the number never comes here
 * before it is opened.
 */
@Service
public class WitnessDesk {
    private final Draws draws;
    private final DrawWitnesses witnesses;
    private final FrozenLists lists;
    private final Disclosures disclosures;
    private final DrawRecorder recorder;
    private final Organization organization;
    private final SiteAddress site;
    private final AuditTrail audit;
    private final Clock clock;

    WitnessDesk(
            Draws draws,
            DrawWitnesses witnesses,
            FrozenLists lists,
            Disclosures disclosures,
            DrawRecorder recorder,
            Organization organization,
            SiteAddress site,
            AuditTrail audit,
            Clock clock) {
        this.draws = draws;
        this.witnesses = witnesses;
        this.lists = lists;
        this.disclosures = disclosures;
        this.recorder = recorder;
        this.organization = organization;
        this.site = site;
        this.audit = audit;
        this.clock = clock;
    }

    /** A link just made; the code is told here alone. */
    public record Linked(String sourceId, String name, String code, String address) {
        @Override
        public String toString() {
            return "Linked";
        }
    }

    /**
     * What a witness sees.
     *
     * @param agency whose draw it is
     * @param witness how the witness stands
     * @param manifestHash what was frozen; null before
     */
    public record View(
            InspectionDraw draw,
            String agency,
            String agencyKey,
            DrawWitnesses.Standing witness,
            @Nullable String manifestHash) {

        /** Whether a number can be bound now. */
        public boolean mayCommit() {
            return draw.state() == DrawState.ANNOUNCED;
        }

        /** What makes a number and what binds it with {@code openssl} alone. */
        public String command() {
            return """
            N=$(openssl rand -hex 32); echo "$N"
            (printf '%s'; printf '%%b' "$(echo "$N" | sed 's/../\\\\x&/g')") | openssl dgst -%s
            """
                    .formatted(
                            framed("vdraw/1/nonce")
                                    + framed(draw.name())
                                    + framed(witness.sourceId())
                                    + "\\000\\000\\000\\040",
                            draw.announcement().suite().slug())
                    .strip();
        }

        /** A part with its length before it, as {@code printf} writes it. */
        private static String framed(String part) {
            var length = part.getBytes(StandardCharsets.UTF_8).length;
            return "\\000\\000\\%03o\\%03o".formatted(length >>> 8, length & 255) + part;
        }

        /** Whether the number can be opened now, as far as the stage says so. */
        public boolean mayOpen() {
            return draw.state() == DrawState.FROZEN
                    && witness.commitment() != null
                    && witness.opened() == null;
        }
    }

    /** Makes a link for a witness; an older one of the same witness opens nothing any more. */
    @Transactional
    public Linked link(Actor by, long seq, String sourceId) {
        InspectionRights.mustKeep(by);
        var draw = draws.taking(by.agency(), seq, DrawStep.NONCE, null);
        var witness =
                draw.announcement().witnesses().stream()
                        .filter(it -> it.id().equals(sourceId))
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
        var code = witnesses.link(draw.id(), sourceId, by.person(), clock.instant());
        audit.record(
                by,
                "inspections.draw-witness-linked",
                DrawDesk.subject(draw),
                Map.of(),
                Map.of("source", sourceId));
        return new Linked(sourceId, witness.name(), code, site.absolute("/draws/witness/" + code));
    }

    /** How the witnesses of a draw stand. */
    @Transactional(readOnly = true)
    public List<DrawWitnesses.Standing> standings(Actor by, long seq) {
        DrawRights.mustRead(by);
        return witnesses.standings(
                draws.find(by.agency(), seq).orElseThrow(Refusal::notFound).id());
    }

    /** What the witness with this code sees. */
    @Transactional(readOnly = true)
    public View read(@Nullable String code) {
        var linked = linked(code);
        return view(draws.find(linked.draw()).orElseThrow(), linked.sourceId());
    }

    /** Binds a number: what is sent is its hash alone. Until the freeze it can be sent again. */
    @Transactional
    public View commit(@Nullable String code, @Nullable String commitment) {
        var linked = linked(code);
        var draw = draws.locked(linked.draw()).orElseThrow();
        if (draw.state() != DrawState.ANNOUNCED) {
            throw DrawRefusals.notNow(draw, "c1-commit-late");
        }
        witnesses.commit(
                draw.id(), linked.sourceId(), hex("commitment", commitment), clock.instant());
        audit.recordAnonymous(
                draw.agency(),
                "inspections.draw-nonce-bound",
                DrawDesk.subject(draw),
                Map.of("source", linked.sourceId()));
        return view(draw, linked.sourceId());
    }

    /** Opens the number that was bound; from its moment on it is in the log for everybody. */
    @Transactional
    public View open(@Nullable String code, @Nullable String nonce) {
        var linked = linked(code);
        var draw = draws.locked(linked.draw()).orElseThrow();
        var now = clock.instant();
        if (draw.state() != DrawState.FROZEN || !now.isBefore(draw.announcement().noncesUntil())) {
            throw DrawRefusals.notNow(draw, "c1-nonce-late", draw.announcement().noncesUntil());
        }
        var frozen = lists.manifest(draw.id()).orElseThrow();
        var bound = Manifests.witnesses(frozen.manifest());
        var source =
                bound.stream()
                        .filter(it -> it.id().equals(linked.sourceId()))
                        .findFirst()
                        .orElseThrow(() -> DrawRefusals.notNow(draw, "c1-nothing-bound"));
        if (disclosures.of(draw.id(), source.id()).isPresent()) {
            throw DrawRefusals.notNow(draw, "nonce-twice");
        }
        Map<String, Object> value = CanonicalJson.object("nonce", hex("nonce", nonce));
        requireBound(source, value, frozen);
        disclosures.add(draw.id(), source.id(), value, now);
        if (disclosures.of(draw.id()).size() == bound.size()) {
            draws.move(draw, DrawState.NONCES_IN);
        }
        audit.recordAnonymous(
                draw.agency(),
                "inspections.draw-nonce-opened",
                DrawDesk.subject(draw),
                Map.of("source", source.id()));
        recorder.record(
                draw,
                new DrawRecorder.Step(
                        DrawEvent.Kind.NONCE,
                        source.id(),
                        "",
                        null,
                        DrawRecorder.of(draw, frozen.hash())
                                .disclosed(source.id(), "reveal", value)));
        return view(draws.find(draw.id()).orElseThrow(), source.id());
    }

    private static void requireBound(
            RevealSource source, Map<String, Object> value, FrozenLists.Frozen frozen) {
        try {
            source.value(value, frozen.manifest(), Path.ROOT);
        } catch (CommitmentRefused refused) {
            throw Refusal.invalid("nonce", "inspections.draw.field.nonce-other");
        }
    }

    private DrawWitnesses.Linked linked(@Nullable String code) {
        return witnesses
                .linked(Objects.requireNonNullElse(code, ""))
                .orElseThrow(() -> Refusal.invalid("code", "inspections.draw.field.code"));
    }

    private View view(InspectionDraw draw, String sourceId) {
        var agency = organization.agency(draw.agency());
        return new View(
                draw,
                agency.name(),
                agency.key(),
                witnesses.standings(draw.id()).stream()
                        .filter(it -> it.sourceId().equals(sourceId))
                        .findFirst()
                        .orElseThrow(),
                lists.manifest(draw.id()).map(FrozenLists.Frozen::hash).orElse(null));
    }

    /** 32 bytes, hexadecimal; spaces between groups do no harm. */
    private static String hex(String field, @Nullable String typed) {
        var hex =
                Objects.requireNonNullElse(typed, "")
                        .replaceAll("\\s", "")
                        .toLowerCase(Locale.ROOT);
        try {
            if (HexFormat.of().parseHex(hex).length == 32) {
                return hex;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw Refusal.invalid(field, "inspections.draw.field.hex");
    }
}
