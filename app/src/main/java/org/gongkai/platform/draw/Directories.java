package org.gongkai.platform.draw;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongkai.platform.commitments.CanonicalText;
import org.gongkai.platform.commitments.CommitmentFault;
import org.gongkai.platform.commitments.CommitmentRefused;
import org.gongkai.platform.commitments.Path;

/**
 * The lists that are drawn from (名录库): 检查对象名录库, 执法检查人员名录库 and the recusals between them, each
 * strictly ascending by the bytes of its ids, so that one set of records has one text.
 */
public record Directories(List<Entity> entities, List<Officer> officers, List<Recusal> recusals) {
    /** Records of one list. */
    static final int MOST_RECORDS = 2_000_000;

    static final int MOST_OFFICERS = 20_000;

    /** Weights of all entities together: so many tickets are computed. */
    static final long MOST_TICKETS = 10_000_000;

    private static final Comparator<Recusal> BY_BOTH =
            Comparator.comparing(Recusal::e, CanonicalText.BY_BYTES)
                    .thenComparing(Recusal::o, CanonicalText.BY_BYTES);

    public Directories {
        entities = List.copyOf(entities);
        officers = List.copyOf(officers);
        recusals = List.copyOf(recusals);
    }

    /** Refuses lists that no draw by this manifest can be made from, or that it does not bind. */
    void require(DrawManifest manifest, Path path) {
        requireAtMost(MOST_RECORDS, entities, path.at("entities"));
        requireAtMost(MOST_OFFICERS, officers, path.at("officers"));
        requireAtMost(MOST_RECORDS, recusals, path.at("recusals"));
        requireAscending(
                entities,
                Comparator.comparing(Entity::id, CanonicalText.BY_BYTES),
                path.at("entities"));
        requireAscending(
                officers,
                Comparator.comparing(Officer::id, CanonicalText.BY_BYTES),
                path.at("officers"));
        requireAscending(recusals, BY_BOTH, path.at("recusals"));
        requireStrata(manifest, path.at("entities"));
        requireKnown(path.at("recusals"));
        var suite = manifest.suite();
        var bound = path.at("manifest");
        manifest.entities().require(suite, entities, bound.at("entities"));
        manifest.officers().require(suite, officers, bound.at("officers"));
        manifest.recusals().require(suite, recusals, bound.at("recusals"));
    }

    private void requireStrata(DrawManifest manifest, Path path) {
        var strata = manifest.strata().stream().map(Stratum::id).collect(Collectors.toSet());
        long tickets = 0;
        for (var at = 0; at < entities.size(); at++) {
            var entity = entities.get(at);
            if (!strata.contains(entity.stratum())) {
                throw CommitmentRefused.at(
                        path.at(at).at("stratum"), DrawFault.UNKNOWN_STRATUM, entity.stratum());
            }
            tickets += entity.weight();
        }
        if (tickets > MOST_TICKETS) {
            throw CommitmentRefused.at(path, CommitmentFault.TOO_MANY, MOST_TICKETS);
        }
    }

    private void requireKnown(Path path) {
        if (recusals.isEmpty()) {
            return;
        }
        var known = ids(entities, Entity::id);
        var officersKnown = ids(officers, Officer::id);
        for (var at = 0; at < recusals.size(); at++) {
            var recusal = recusals.get(at);
            if (!known.contains(recusal.e())) {
                throw CommitmentRefused.at(
                        path.at(at).at("e"), DrawFault.UNKNOWN_ENTITY, recusal.e());
            }
            if (!officersKnown.contains(recusal.o())) {
                throw CommitmentRefused.at(
                        path.at(at).at("o"), DrawFault.UNKNOWN_OFFICER, recusal.o());
            }
        }
    }

    private static <T> HashSet<String> ids(List<T> records, Function<T, String> id) {
        return records.stream().map(id).collect(Collectors.toCollection(HashSet::new));
    }

    private static <T> void requireAscending(List<T> records, Comparator<T> order, Path path) {
        for (var at = 1; at < records.size(); at++) {
            if (order.compare(records.get(at - 1), records.get(at)) >= 0) {
                throw CommitmentRefused.at(path.at(at), DrawFault.NOT_ASCENDING);
            }
        }
    }

    private static void requireAtMost(int most, List<?> records, Path path) {
        if (records.size() > most) {
            throw CommitmentRefused.at(path, CommitmentFault.TOO_MANY, most);
        }
    }
}
