package org.gongkai.verifier.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.verifier.hash.Prf;
import org.gongkai.verifier.json.Node;
import org.jspecify.annotations.Nullable;

/** Who is drawn in each stratum, and who follows (抽中与备选). */
final class Selection {
    private final Map<String, List<Entity>> selected = new LinkedHashMap<>();
    private final Map<String, List<Entity>> reserve = new LinkedHashMap<>();
    private final Map<String, Integer> used = new HashMap<>();

    /** Draws a lot for everybody, and takes the first of each stratum. */
    Selection(Manifest manifest, Inputs inputs, Prf prf) {
        Map<String, List<Entity>> strata = new LinkedHashMap<>();
        manifest.strata().keySet().forEach(it -> strata.put(it, new ArrayList<>()));
        for (Entity each : inputs.entities()) {
            each.draw(prf);
            strata.getOrDefault(each.stratum(), new ArrayList<>()).add(each);
        }
        strata.forEach(
                (stratum, all) -> {
                    all.sort(Entity.BY_TICKET);
                    int n =
                            manifest.strata()
                                    .getOrDefault(stratum, Quota.NONE)
                                    .of(all.size(), inputs.officers().size());
                    selected.put(stratum, all.subList(0, n));
                    reserve.put(stratum, all.subList(n, all.size()));
                });
    }

    /** All who are drawn, in the order of visits: position t is task t. */
    List<Entity> tasks(Prf prf) {
        record Turn(byte[] lot, Entity entity) {}
        return selected.values().stream()
                .flatMap(List::stream)
                .map(it -> new Turn(prf.lot("task", it.bytes()), it))
                .sorted(
                        Comparator.comparing(Turn::lot, Arrays::compareUnsigned)
                                .thenComparing(it -> it.entity().bytes(), Arrays::compareUnsigned))
                .map(Turn::entity)
                .toList();
    }

    /** The next of a stratum's reserve, or null when it is used up. */
    @Nullable Entity next(String stratum) {
        List<Entity> waiting = reserve.getOrDefault(stratum, List.of());
        int next = used.merge(stratum, 1, Integer::sum) - 1;
        return next < waiting.size() ? waiting.get(next) : null;
    }

    /** Holds the lists of a bundle against these. */
    void compare(Node expect) {
        compare(expect.get("selected"), selected, "抽中名单与重新计算不一致", "who is drawn");
        compare(expect.get("reserve"), reserve, "备选名单与重新计算不一致", "who follows");
    }

    private static void compare(
            Node actual, Map<String, List<Entity>> expected, String chinese, String english) {
        actual.only(expected.keySet());
        expected.forEach(
                (stratum, entities) ->
                        Expect.texts(
                                actual.get(stratum),
                                entities.stream().map(Entity::id).toList(),
                                chinese,
                                english));
    }
}
