package org.gongkai.opengov.inspections.plans;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The most seats that can be filled (最大匹配): officers on the seats of visits, each at most once on a
 * visit, nobody above their cap, no recused officer, the first seat to the speciality it needs.
 *
 * <p>A maximum flow found by augmenting paths. The edges are not written down: who may sit where is
 * asked of the visit, and each search crosses out whom it has seen, so that ten thousand officers
 * and as many visits take seconds. A search that fails leaves a set of seats that only a set of
 * officers could fill, which are too few (Hall); no later path leads into it, and it is not
 * searched again.
 */
final class TeamMatching {
    private static final int NOBODY = -1;

    private final List<Inspector> officers;
    private final List<VisitNeed> visits;
    private final Map<String, int[]> holders = new HashMap<>();
    private final int[] firstSeat;
    private final int[] visitOf;
    private final int[] occupant;
    private final int[] parent;
    private final boolean[] seatSeen;
    private final boolean[] officerSeen;
    private final List<Set<Integer>> held = new ArrayList<>();

    private TeamMatching(List<Inspector> officers, List<VisitNeed> visits) {
        this.officers = officers;
        this.visits = visits;
        firstSeat = new int[visits.size() + 1];
        for (int v = 0; v < visits.size(); v++) {
            firstSeat[v + 1] = firstSeat[v] + visits.get(v).seats();
        }
        var seats = firstSeat[visits.size()];
        visitOf = new int[seats];
        for (int v = 0; v < visits.size(); v++) {
            Arrays.fill(visitOf, firstSeat[v], firstSeat[v + 1], v);
        }
        occupant = new int[seats];
        Arrays.fill(occupant, NOBODY);
        parent = new int[seats];
        seatSeen = new boolean[seats];
        officerSeen = new boolean[officers.size()];
        for (int o = 0; o < officers.size(); o++) {
            held.add(new HashSet<>());
        }
    }

    /**
     * What was found.
     *
     * @param teams officers of each visit, in the order of the visits; fewer where seats stay empty
     * @param tight visits that can only be staffed by the few; empty when every seat is filled
     * @param few officers who are too few for them
     */
    record Answer(
            int seats, int filled, List<List<Long>> teams, List<VisitNeed> tight, Set<Long> few) {
        /** Whether every seat is filled. */
        boolean complete() {
            return seats == filled;
        }
    }

    /** Fills as many seats as can be filled. */
    static Answer of(List<Inspector> officers, List<VisitNeed> visits) {
        return new TeamMatching(officers, visits).solve();
    }

    private Answer solve() {
        var order = hardestFirst();
        var turns = new HashMap<String, Integer>();
        order.forEach(seat -> takeNext(seat, turns));
        order.stream().filter(it -> occupant[it] == NOBODY).forEach(this::augment);
        return answer();
    }

    /** Seats with fewest officers first; a stable order, so that the answer is always the same. */
    private List<Integer> hardestFirst() {
        return IntStream.range(0, occupant.length)
                .boxed()
                .sorted(
                        Comparator.comparingInt(
                                it -> able(it).length - visits.get(visitOf[it]).recused().size()))
                .toList();
    }

    /** Gives the seat to the next who may have it, in turn. */
    private void takeNext(int seat, Map<String, Integer> turns) {
        var able = able(seat);
        var from = turns.getOrDefault(need(seat), 0);
        for (int i = 0; i < able.length; i++) {
            var officer = able[(from + i) % able.length];
            if (hasRoom(officer) && maySit(officer, seat)) {
                sit(officer, seat);
                turns.put(need(seat), (from + i + 1) % able.length);
                return;
            }
        }
    }

    /** Searches, breadth first, for somebody with room, moving others on the way. */
    private void augment(int start) {
        var reached = new ArrayList<Integer>();
        var met = new ArrayList<Integer>();
        var unmet = new HashMap<String, Unmet>();
        push(start, NOBODY, reached);
        for (int i = 0; i < reached.size(); i++) {
            var seat = reached.get(i);
            for (int other : seatsOf(visitOf[seat])) {
                if (!seatSeen[other]
                        && occupant[other] != NOBODY
                        && isAble(occupant[other], seat)) {
                    push(other, seat, reached);
                }
            }
            var free =
                    unmet.computeIfAbsent(need(seat), _ -> new Unmet(able(seat)))
                            .meet(seat, met, reached);
            if (free != NOBODY) {
                moveUp(free, seat);
                reached.forEach(it -> seatSeen[it] = false);
                met.forEach(it -> officerSeen[it] = false);
                return;
            }
        }
    }

    /** The officers able to something whom a search has not met yet. */
    private final class Unmet {
        private final int[] list;
        private int size;

        Unmet(int[] able) {
            list = able.clone();
            size = able.length;
        }

        /** Meets all who may sit there; gives the first with room. */
        int meet(int seat, List<Integer> met, List<Integer> reached) {
            var kept = 0;
            for (int i = 0; i < size; i++) {
                var officer = list[i];
                if (officerSeen[officer]) {
                    continue;
                }
                if (!maySit(officer, seat)) {
                    list[kept++] = officer;
                    continue;
                }
                officerSeen[officer] = true;
                met.add(officer);
                if (hasRoom(officer)) {
                    return officer;
                }
                for (int taken : held.get(officer)) {
                    if (!seatSeen[taken]) {
                        push(taken, seat, reached);
                    }
                }
            }
            size = kept;
            return NOBODY;
        }
    }

    private void push(int seat, int from, List<Integer> reached) {
        seatSeen[seat] = true;
        parent[seat] = from;
        reached.add(seat);
    }

    /** Each takes the seat from which the next was reached. */
    private void moveUp(int newcomer, int seat) {
        var officer = newcomer;
        var at = seat;
        while (at != NOBODY) {
            var before = occupant[at];
            if (before != NOBODY) {
                held.get(before).remove(at);
            }
            sit(officer, at);
            officer = before;
            at = parent[at];
        }
    }

    private void sit(int officer, int seat) {
        occupant[seat] = officer;
        held.get(officer).add(seat);
    }

    private boolean hasRoom(int officer) {
        return held.get(officer).size() < officers.get(officer).cap();
    }

    private boolean maySit(int officer, int seat) {
        if (!isAble(officer, seat)) {
            return false;
        }
        for (int other : seatsOf(visitOf[seat])) {
            if (occupant[other] == officer) {
                return false;
            }
        }
        return true;
    }

    /** Whether the officer could sit there if not already on the visit. */
    private boolean isAble(int officer, int seat) {
        var it = officers.get(officer);
        var need = need(seat);
        return (need.isEmpty() || it.specialities().contains(need))
                && !visits.get(visitOf[seat]).recused().contains(it.officer());
    }

    private int[] seatsOf(int visit) {
        return IntStream.range(firstSeat[visit], firstSeat[visit + 1]).toArray();
    }

    /** What the officer on this seat must be able to; empty for anybody. */
    private String need(int seat) {
        var visit = visits.get(visitOf[seat]);
        var speciality = visit.speciality();
        return seat == firstSeat[visitOf[seat]] && speciality != null ? speciality : "";
    }

    private int[] able(int seat) {
        return holders.computeIfAbsent(
                need(seat),
                need ->
                        IntStream.range(0, officers.size())
                                .filter(
                                        it ->
                                                need.isEmpty()
                                                        || officers.get(it)
                                                                .specialities()
                                                                .contains(need))
                                .toArray());
    }

    private Answer answer() {
        var teams = new ArrayList<List<Long>>();
        var tight = new ArrayList<VisitNeed>();
        var few = new HashSet<Long>();
        for (int v = 0; v < visits.size(); v++) {
            var team = new ArrayList<Long>();
            var inside = false;
            for (int seat : seatsOf(v)) {
                var officer = officer(seat);
                if (officer != null) {
                    team.add(officer);
                }
                inside |= seatSeen[seat];
                if (seatSeen[seat] && officer != null) {
                    few.add(officer);
                }
            }
            teams.add(List.copyOf(team));
            if (inside) {
                tight.add(visits.get(v));
            }
        }
        IntStream.range(0, officers.size())
                .filter(it -> officerSeen[it])
                .forEach(it -> few.add(officers.get(it).officer()));
        var filled = (int) Arrays.stream(occupant).filter(it -> it != NOBODY).count();
        return new Answer(
                occupant.length,
                filled,
                Collections.unmodifiableList(teams),
                List.copyOf(tight),
                Set.copyOf(few));
    }

    private @Nullable Long officer(int seat) {
        return occupant[seat] == NOBODY ? null : officers.get(occupant[seat]).officer();
    }
}
