package org.gongkai.opengov.inspections.draws;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.commitments.Path;
import org.gongkai.platform.transparencylog.Logged;
import org.gongkai.platform.transparencylog.TransparencyLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds what the database says of a draw against what the log says (抽取记录与日志核对): who edits a row
 * between two steps is found out at the next.
 */
@Component
class DrawTrail {
    private final Draws draws;
    private final FrozenLists lists;
    private final Disclosures disclosures;
    private final TransparencyLog log;

    DrawTrail(Draws draws, FrozenLists lists, Disclosures disclosures, TransparencyLog log) {
        this.draws = draws;
        this.lists = lists;
        this.disclosures = disclosures;
        this.log = log;
    }

    /**
     * The first thing that is not as it was logged; empty if all is. The lists themselves are for
     * the draw to compare with the manifest's roots.
     */
    Optional<String> firstDifference(InspectionDraw draw) {
        var disclosed = disclosures.of(draw.id());
        for (var event : draws.events(draw.id())) {
            var logged = log.at(event.leafIndex()).map(Logged::leaf);
            if (!logged.equals(Optional.of(event.leaf()))) {
                return Optional.of("/log/" + event.leafIndex());
            }
            var different = different(draw, event, fields(event.leaf()), disclosed);
            if (different.isPresent()) {
                return different;
            }
        }
        return sources(draw);
    }

    private Optional<String> different(
            InspectionDraw draw, DrawEvent event, Map<?, ?> leaf, Map<String, Object> disclosed) {
        return switch (event.kind()) {
            case ANNOUNCE ->
                    unless(
                            same(leaf.get("announcement"), draw.announcement().toJson()),
                            "/announcement");
            case FREEZE -> manifest(draw, leaf);
            case NONCE, ABSENT, SOURCE ->
                    unless(
                            same(leaf.get("disclosure"), disclosed.get(event.subject())),
                            "/disclosures/" + event.subject());
            case RESULT, AMEND, REVEAL, VOID -> Optional.empty();
        };
    }

    private Optional<String> manifest(InspectionDraw draw, Map<?, ?> leaf) {
        var frozen = lists.manifest(draw.id());
        return unless(
                frozen.isPresent()
                        && HexFormat.of()
                                .formatHex(frozen.get().manifest().hash())
                                .equals(leaf.get("mh")),
                "/manifest");
    }

    /** C2: the manifest's sources are those announced, and each of them alone has spoken. */
    private Optional<String> sources(InspectionDraw draw) {
        var frozen = lists.manifest(draw.id());
        if (frozen.isEmpty()) {
            return Optional.empty();
        }
        var sources = frozen.get().manifest().sources();
        var commitments = new HashMap<String, String>();
        Manifests.witnesses(frozen.get().manifest())
                .forEach(it -> commitments.put(it.id(), it.commit()));
        return unless(
                Manifests.sources(draw.announcement(), commitments).equals(sources),
                "/manifest/sources");
    }

    private static Map<?, ?> fields(String leaf) {
        return (Map<?, ?>)
                CanonicalJson.read(leaf.getBytes(StandardCharsets.UTF_8), Path.ROOT.at("log"));
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return one != null
                && other != null
                && CanonicalJson.text(one).equals(CanonicalJson.text(other));
    }

    private static Optional<String> unless(boolean holds, String path) {
        return holds ? Optional.empty() : Optional.of(path);
    }
}
