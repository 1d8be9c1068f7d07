package org.gongkai.platform.draw;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.gongkai.platform.commitments.CanonicalText;

/**
 * The officers of a draw as staffing looks at them (检查人员队伍): by place in the ascending list, with
 * what each may do, and the recusals.
 */
final class Corps {
    private static final int[] NONE = {};

    private final List<Officer> officers;
    private final List<Set<String>> tags;
    private final Map<String, int[]> holders = new HashMap<>();
    private final Map<String, int[]> recused = new HashMap<>();
    private final int[] repairRank;

    Corps(Directories directories, Randomness randomness) {
        officers = directories.officers();
        tags =
                officers.stream()
                        .map(it -> it.tags() == null ? Set.<String>of() : new HashSet<>(it.tags()))
                        .toList();
        repairRank = repairRank(randomness.tickets("repair"));
        index(directories.recusals());
    }

    int size() {
        return officers.size();
    }

    Officer officer(int number) {
        return officers.get(number);
    }

    /** The officer's place, or -1 if there is none of this id. */
    int number(String id) {
        var low = 0;
        var high = officers.size() - 1;
        while (low <= high) {
            var middle = (low + high) >>> 1;
            var order = CanonicalText.BY_BYTES.compare(officers.get(middle).id(), id);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return -1;
    }

    boolean isRecused(String entity, int officer) {
        var all = recused.get(entity);
        return all != null && Arrays.binarySearch(all, officer) >= 0;
    }

    boolean meets(Requirement requirement, int officer) {
        return holds(officer, requirement.tag()) && holds(officer, requirement.need());
    }

    /** Who meets a requirement, in the order in which a repair asks them. */
    int[] inRepairOrder(Requirement requirement) {
        var all =
                requirement.need().isEmpty()
                        ? holders(requirement.tag())
                        : Arrays.stream(holders(requirement.need()))
                                .filter(it -> holds(it, requirement.tag()))
                                .toArray();
        return Arrays.stream(all)
                .boxed()
                .sorted(Comparator.comparingInt(it -> repairRank[it]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private boolean holds(int officer, String tag) {
        return tag.isEmpty() || tags.get(officer).contains(tag);
    }

    private int[] holders(String tag) {
        if (tag.isEmpty()) {
            return IntStream.range(0, size()).toArray();
        }
        if (holders.isEmpty()) {
            indexTags();
        }
        return holders.getOrDefault(tag, NONE);
    }

    private void indexTags() {
        var found = new HashMap<String, IntStream.Builder>();
        for (var each = 0; each < size(); each++) {
            for (var tag : tags.get(each)) {
                found.computeIfAbsent(tag, it -> IntStream.builder()).add(each);
            }
        }
        found.forEach((tag, all) -> holders.put(tag, all.build().toArray()));
        holders.put("", NONE);
    }

    /** Recusals ascend by entity and officer, so those of one entity stand together, ascending. */
    private void index(List<Recusal> recusals) {
        var from = 0;
        for (var to = 1; to <= recusals.size(); to++) {
            if (to == recusals.size() || !recusals.get(to).e().equals(recusals.get(from).e())) {
                recused.put(
                        recusals.get(from).e(),
                        recusals.subList(from, to).stream()
                                .mapToInt(it -> number(it.o()))
                                .toArray());
                from = to;
            }
        }
    }

    private int[] repairRank(Tickets tickets) {
        var ticket = officers.stream().map(it -> tickets.of(it.id())).toArray(byte[][]::new);
        var order =
                IntStream.range(0, size())
                        .boxed()
                        .sorted(
                                (one, other) -> {
                                    var byTicket =
                                            Arrays.compareUnsigned(ticket[one], ticket[other]);
                                    return byTicket != 0 ? byTicket : Integer.compare(one, other);
                                })
                        .toList();
        var rank = new int[size()];
        for (var at = 0; at < rank.length; at++) {
            rank[order.get(at)] = at;
        }
        return rank;
    }
}
