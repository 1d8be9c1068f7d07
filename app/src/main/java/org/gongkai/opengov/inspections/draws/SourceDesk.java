package org.gongkai.opengov.inspections.draws;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.commitments.CommitmentRefused;
import org.gongkai.platform.commitments.Path;
import org.gongkai.platform.draw.NumbersSource;
import org.gongkai.platform.draw.Source;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the public sources said (录入公开随机数): printed numbers are typed by two people who do not see
 * each other's, and have to agree; a beacon's word is verified. Nothing but what was announced is
 * taken, and not before it came out (C2, C5).
 */
@Service
public class SourceDesk {
    private final Draws draws;
    private final FrozenLists lists;
    private final Disclosures disclosures;
    private final NonceClosing closing;
    private final DrawRecorder recorder;
    private final AuditTrail audit;
    private final Clock clock;

    SourceDesk(
            Draws draws,
            FrozenLists lists,
            Disclosures disclosures,
            NonceClosing closing,
            DrawRecorder recorder,
            AuditTrail audit,
            Clock clock) {
        this.draws = draws;
        this.lists = lists;
        this.disclosures = disclosures;
        this.closing = closing;
        this.recorder = recorder;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of what was typed. */
    public enum Outcome {
        /** 待另一人录入. */
        WAITING,
        /** 两人录入不一致: both look again; nothing is taken. */
        DIFFERS,
        /** 已取数. */
        TAKEN;

        /** The name in the API. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How a public source stands.
     *
     * @param issue which drawing; empty for a beacon, whose round or pulse stands in the source
     * @param typedBy who has typed it so far, while it is not taken
     * @param disclosed as in the bundle; null while it is not taken
     */
    public record Standing(
            Source source,
            String issue,
            Instant at,
            List<PersonId> typedBy,
            @Nullable Object disclosed) {

        /** The numbers' source, if it is one. */
        public Optional<NumbersSource> numbers() {
            return source instanceof NumbersSource it ? Optional.of(it) : Optional.empty();
        }
    }

    /** How the public sources of a draw stand; what another person typed is not shown. */
    @Transactional(readOnly = true)
    public List<Standing> standings(Actor by, long seq) {
        DrawRights.mustRead(by);
        var draw = draws.find(by.agency(), seq).orElseThrow(Refusal::notFound);
        var disclosed = disclosures.of(draw.id());
        return draw.announcement().publicSources().stream()
                .map(
                        it ->
                                new Standing(
                                        it.source(),
                                        issue(it.source()),
                                        it.at(),
                                        List.copyOf(disclosures.typed(draw.id(), it.id()).keySet()),
                                        disclosed.get(it.id())))
                .toList();
    }

    /**
     * Types the numbers that were printed.
     *
     * @param issue the drawing as printed on the page; it has to be the one announced (C2)
     * @param groups the numbers, a list for each group
     */
    @Transactional
    public Outcome type(
            Actor by,
            long seq,
            String sourceId,
            @Nullable String issue,
            @Nullable List<List<Long>> groups) {
        var under = DrawRights.mustType(by);
        var draw = ready(by, seq, sourceId);
        var source =
                draw.announcement()
                        .source(sourceId)
                        .flatMap(PlannedSource::asPublic)
                        .map(PlannedSource.Public::source)
                        .filter(NumbersSource.class::isInstance)
                        .map(NumbersSource.class::cast)
                        .orElseThrow(Refusal::notFound);
        if (!source.issue().equals(Announcing.line(issue))) {
            throw Refusal.invalid("issue", "inspections.draw.field.c2-issue", source.issue());
        }
        Map<String, Object> value =
                CanonicalJson.object(
                        "groups", inOrder(source, Objects.requireNonNullElse(groups, List.of())));
        check("groups", source, value, draw);
        var text = Disclosures.text(value);
        disclosures.type(draw.id(), sourceId, text, by.person(), clock.instant());
        audit.record(
                by,
                under,
                "inspections.draw-numbers-typed",
                DrawDesk.subject(draw),
                Map.of(),
                Map.of("source", sourceId));
        var others =
                disclosures.typed(draw.id(), sourceId).values().stream()
                        .filter(it -> !it.by().equals(by.person()))
                        .toList();
        if (others.isEmpty()) {
            return Outcome.WAITING;
        }
        if (others.stream().noneMatch(it -> it.value().equals(text))) {
            return Outcome.DIFFERS;
        }
        take(by, draw, source, value);
        return Outcome.TAKEN;
    }

    /** Takes what a beacon said, verified in full: signature, round or pulse, hash. */
    @Transactional
    public Outcome paste(Actor by, long seq, String sourceId, @Nullable Object disclosure) {
        DrawRights.mustType(by);
        var draw = ready(by, seq, sourceId);
        var source =
                draw.announcement()
                        .source(sourceId)
                        .flatMap(PlannedSource::asPublic)
                        .map(PlannedSource.Public::source)
                        .filter(it -> !(it instanceof NumbersSource))
                        .orElseThrow(Refusal::notFound);
        if (disclosure == null) {
            throw Refusal.invalid("disclosure", "inspections.draw.field.disclosure-none");
        }
        Object value;
        try {
            value = CanonicalJson.read(CanonicalJson.write(disclosure));
        } catch (CommitmentRefused | ClassCastException refused) {
            throw Refusal.invalid("disclosure", "inspections.draw.field.disclosure-none");
        }
        check("disclosure", source, value, draw);
        audit.record(
                by,
                "inspections.draw-beacon-taken",
                DrawDesk.subject(draw),
                Map.of(),
                Map.of("source", sourceId));
        take(by, draw, source, value);
        return Outcome.TAKEN;
    }

    private InspectionDraw ready(Actor by, long seq, String sourceId) {
        var draw = closing.closeIfOver(draws.taking(by.agency(), seq, DrawStep.SOURCE, null));
        var source =
                draw.announcement()
                        .source(sourceId)
                        .flatMap(PlannedSource::asPublic)
                        .orElseThrow(
                                () ->
                                        Refusal.invalid(
                                                "source", "inspections.draw.field.c2-source"));
        if (clock.instant().isBefore(source.at())) {
            throw DrawRefusals.notNow(draw, "c5-too-early", source.at());
        }
        if (draw.state() != DrawState.NONCES_IN) {
            throw DrawRefusals.notNow(draw, DrawStep.SOURCE);
        }
        if (disclosures.of(draw.id(), sourceId).isPresent()) {
            throw DrawRefusals.notNow(draw, "source-twice");
        }
        return draw;
    }

    private void check(String field, Source source, Object value, InspectionDraw draw) {
        try {
            source.value(value, lists.manifest(draw.id()).orElseThrow().manifest(), Path.ROOT);
        } catch (CommitmentRefused refused) {
            throw DrawRefusals.disclosure(field, refused);
        }
    }

    private void take(Actor by, InspectionDraw draw, Source source, Object value) {
        disclosures.add(draw.id(), source.id(), value, clock.instant());
        var disclosed = disclosures.of(draw.id()).keySet();
        if (draw.announcement().publicSources().stream()
                .allMatch(it -> disclosed.contains(it.id()))) {
            draws.move(draw, DrawState.SOURCES_IN);
        }
        var hash = lists.manifest(draw.id()).orElseThrow().hash();
        recorder.record(
                draw,
                new DrawRecorder.Step(
                        DrawEvent.Kind.SOURCE,
                        source.id(),
                        "",
                        by.person(),
                        DrawRecorder.of(draw, hash).disclosed(source.id(), kind(source), value)));
    }

    /** As the manifest names it. */
    public static String kind(Source source) {
        return (String) Objects.requireNonNull(source.toJson().get("kind"));
    }

    private static String issue(Source source) {
        return source instanceof NumbersSource it ? it.issue() : "";
    }

    /**
     * Where the order does not count the numbers stand ascending, so that two people type the same.
     */
    private static List<Object> inOrder(NumbersSource source, List<List<Long>> groups) {
        var inOrder = new Object[groups.size()];
        Arrays.setAll(
                inOrder,
                at -> {
                    var group = groups.get(at);
                    var counts = at >= source.groups().size() || source.groups().get(at).ordered();
                    return counts ? List.copyOf(group) : group.stream().sorted().toList();
                });
        return List.of(inOrder);
    }
}
