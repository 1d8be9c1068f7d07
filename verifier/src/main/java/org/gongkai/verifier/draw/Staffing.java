package org.gongkai.verifier.draw;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.gongkai.verifier.hash.Prf;
import org.jspecify.annotations.Nullable;

/**
 * Who visits whom (派员): seat by seat the officer whose turn it is, with a repair along an
 * augmenting path where nobody is left.
 */
final class Staffing {
    private static final Comparator<Officer> BY_RANK = Comparator.comparingInt(Officer::repairRank);

    private final Teams teams;
    private final List<Officer> repairOrder;

    /**
     * Seats of which a repair has found that no way leads on: it never will, see {@link #repair}.
     */
    private final Set<Seat> exhausted = new HashSet<>();

    Staffing(Teams teams, List<Officer> officers, Prf prf) {
        record Turn(byte[] lot, Officer officer) {}
        this.teams = teams;
        this.repairOrder =
                officers.stream()
                        .map(it -> new Turn(prf.lot("repair", it.bytes()), it))
                        .sorted(
                                Comparator.comparing(Turn::lot, Arrays::compareUnsigned)
                                        .thenComparing(it -> it.officer().place()))
                        .map(Turn::officer)
                        .toList();
        for (int i = 0; i < repairOrder.size(); i++) {
            repairOrder.get(i).setRepairRank(i);
        }
    }

    /** Fills all seats, in order. */
    void fill() {
        for (Seat each : teams.seats()) {
            if (!take(each)) {
                repair(each);
            }
        }
    }

    /** Fills seats without moving anybody, as after an amendment. */
    void refill(Collection<Seat> seats) {
        new TreeSet<>(seats).forEach(this::take);
    }

    private boolean take(Seat seat) {
        for (Officer each : teams.turn(seat)) {
            if (teams.seatIn(seat.t(), each) == null && teams.mayVisit(seat.t(), each)) {
                teams.put(seat, each);
                return true;
            }
        }
        return false;
    }

    /**
     * Moves officers along the first way that ends at one with room; none found leaves the seat
     * empty.
     *
     * <p>From the seats of a search in vain one only comes to these seats again, and all officers
     * on the way are full: as long as nobody leaves a seat no later search finds a way through
     * them. The seats and officers of such a search are the proof of shortage (a Hall set).
     */
    private void repair(Seat empty) {
        Map<Seat, @Nullable Seat> parents = new HashMap<>();
        parents.put(empty, null);
        var queue = new ArrayDeque<Seat>(List.of(empty));
        var seen = new HashSet<Officer>();
        var unseen = new ArrayList<>(repairOrder);
        while (!queue.isEmpty()) {
            Seat seat = queue.remove();
            if (exhausted.contains(seat)) {
                continue;
            }
            Predicate<Officer> isEligible = teams.eligible(seat);
            for (Officer each : toAsk(seat, unseen, seen)) {
                if (!isEligible.test(each)) {
                    continue;
                }
                Seat own = teams.seatIn(seat.t(), each);
                if (own != null) {
                    push(own, seat, parents, queue);
                } else if (seen.add(each)) {
                    if (each.hasRoom()) {
                        shift(seat, each, parents);
                        return;
                    }
                    each.seats().forEach(it -> push(it, seat, parents, queue));
                }
            }
            unseen.removeIf(seen::contains);
        }
        exhausted.addAll(parents.keySet());
    }

    /** Everybody unseen, and of those seen whoever sits in this team, in the order of repair. */
    private List<Officer> toAsk(Seat seat, List<Officer> unseen, Set<Officer> seen) {
        List<Officer> team = teams.team(seat.t()).stream().filter(seen::contains).toList();
        if (team.isEmpty()) {
            return unseen;
        }
        var asked = new ArrayList<>(unseen);
        for (Officer each : team) {
            int place = Collections.binarySearch(asked, each, BY_RANK);
            asked.add(-place - 1, each);
        }
        return asked;
    }

    private static void push(
            Seat seat, Seat parent, Map<Seat, @Nullable Seat> parents, ArrayDeque<Seat> queue) {
        if (!parents.containsKey(seat)) {
            parents.put(seat, parent);
            queue.add(seat);
        }
    }

    /**
     * Each seat's officer moves to its parent, from the empty seat downwards; who was found takes
     * the last.
     */
    private void shift(Seat last, Officer found, Map<Seat, @Nullable Seat> parents) {
        var way = new ArrayList<Seat>();
        for (Seat each = last; each != null; each = parents.get(each)) {
            way.add(each);
        }
        for (int i = way.size() - 2; i >= 0; i--) {
            teams.move(way.get(i), way.get(i + 1));
        }
        teams.put(last, found);
    }
}
