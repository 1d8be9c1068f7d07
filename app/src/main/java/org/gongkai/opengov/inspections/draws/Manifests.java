package org.gongkai.opengov.inspections.draws;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.commitments.Commitment;
import org.gongkai.platform.draw.DrawManifest;
import org.gongkai.platform.draw.RevealSource;
import org.gongkai.platform.draw.Source;
import org.jspecify.annotations.Nullable;

/** The manifest of an announced draw (抽取清单): what was announced, with the roots of the lists. */
final class Manifests {
    private Manifests() {}

    /**
     * Binds everything.
     *
     * @param commitments what binds each witness's number, by the witness's name in the draw; who
     *     has bound none takes no part, which is decided before anything random is known
     */
    static DrawManifest of(
            Announcement announced,
            Snapshot.Taken taken,
            Map<String, String> commitments,
            byte @Nullable [] secret) {
        var suite = announced.suite();
        var directories = taken.directories();
        return new DrawManifest(
                suite,
                announced.name(),
                announced.seq(),
                announced.mode(),
                announced.title(),
                Commitment.to(suite, directories.entities()),
                Commitment.to(suite, directories.officers()),
                Commitment.to(suite, directories.recusals()),
                taken.strata(),
                taken.seats(),
                taken.officerCap(),
                sources(announced, commitments),
                secret == null
                        ? null
                        : HexFormat.of()
                                .formatHex(
                                        DrawManifest.commitSecret(
                                                suite, announced.name(), secret)));
    }

    /** The sources of an announcement, as a manifest with these commitments has them (C2). */
    static List<Source> sources(Announcement announced, Map<String, String> commitments) {
        var sources = new ArrayList<Source>();
        for (var each : announced.sources()) {
            switch (each) {
                case PlannedSource.Public it -> sources.add(it.source());
                case PlannedSource.Witness it -> {
                    var commitment = commitments.get(it.id());
                    if (commitment != null) {
                        sources.add(it.bound(commitment));
                    }
                }
            }
        }
        return sources;
    }

    /** The witnesses who have bound a number. */
    static List<RevealSource> witnesses(DrawManifest manifest) {
        return manifest.sources().stream()
                .filter(RevealSource.class::isInstance)
                .map(RevealSource.class::cast)
                .toList();
    }
}
