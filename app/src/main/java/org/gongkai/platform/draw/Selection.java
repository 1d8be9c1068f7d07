package org.gongkai.platform.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.gongkai.platform.commitments.CanonicalText;

/**
 * Who was drawn of each stratum, and who comes next (抽中与候补): all in the order of their tickets.
 *
 * @param drawn by stratum, as many as its quota
 * @param reserve by stratum, the rest
 */
record Selection(Map<String, List<Candidate>> drawn, Map<String, List<Candidate>> reserve) {
    /** So many tickets one thread computes at a time. */
    private static final int BATCH = 8192;

    static Selection of(
            DrawManifest manifest,
            Directories directories,
            Randomness randomness,
            DrawProgress progress) {
        var byStratum = new HashMap<String, List<Candidate>>();
        for (var each : candidates(directories.entities(), randomness, progress)) {
            byStratum.computeIfAbsent(each.entity().stratum(), it -> new ArrayList<>()).add(each);
        }
        var drawn = new LinkedHashMap<String, List<Candidate>>();
        var reserve = new LinkedHashMap<String, List<Candidate>>();
        for (var stratum : manifest.strata()) {
            var inOrder = byStratum.getOrDefault(stratum.id(), List.of()).toArray(Candidate[]::new);
            Arrays.parallelSort(inOrder);
            var all = List.of(inOrder);
            var quota = stratum.quota().of(all.size(), directories.officers().size());
            drawn.put(stratum.id(), all.subList(0, quota));
            reserve.put(stratum.id(), all.subList(quota, all.size()));
        }
        return new Selection(drawn, reserve);
    }

    /** All drawn, in the order of their visits: by a ticket of its own kind. */
    List<Candidate> visits(Randomness randomness) {
        record Turn(byte[] ticket, Candidate candidate) {}
        var tickets = randomness.tickets("task");
        return drawn.values().stream()
                .flatMap(List::stream)
                .map(it -> new Turn(tickets.of(it.entity().id()), it))
                .sorted(
                        (one, other) -> {
                            var order = Arrays.compareUnsigned(one.ticket, other.ticket);
                            return order != 0
                                    ? order
                                    : CanonicalText.BY_BYTES.compare(
                                            one.candidate.entity().id(),
                                            other.candidate.entity().id());
                        })
                .map(Turn::candidate)
                .toList();
    }

    Map<String, List<String>> idsDrawn() {
        return ids(drawn);
    }

    Map<String, List<String>> idsInReserve() {
        return ids(reserve);
    }

    private static Map<String, List<String>> ids(Map<String, List<Candidate>> byStratum) {
        var ids = new LinkedHashMap<String, List<String>>();
        byStratum.forEach(
                (stratum, all) ->
                        ids.put(stratum, all.stream().map(it -> it.entity().id()).toList()));
        return ids;
    }

    private static Candidate[] candidates(
            List<Entity> entities, Randomness randomness, DrawProgress progress) {
        var done = new AtomicInteger();
        var candidates = new Candidate[entities.size()];
        IntStream.rangeClosed(0, entities.size() / BATCH)
                .parallel()
                .forEach(
                        batch -> {
                            var tickets = randomness.tickets("entity");
                            var end = Math.min((batch + 1) * BATCH, candidates.length);
                            for (var at = batch * BATCH; at < end; at++) {
                                candidates[at] = Candidate.of(entities.get(at), tickets);
                            }
                            progress.reached(
                                    DrawProgress.Stage.TICKETS,
                                    done.addAndGet(Math.max(0, end - batch * BATCH)),
                                    candidates.length);
                        });
        return candidates;
    }
}
