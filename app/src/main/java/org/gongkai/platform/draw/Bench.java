package org.gongkai.platform.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * The officers who meet one requirement, the one to be sent next in front (候派队列): least load first,
 * then by ticket, then by id.
 *
 * <p>An officer's load grows while others are not looked at, so what stands here may be out of
 * date; it is put right when it comes to the front. Who has no room is let go, and comes back by
 * {@link #add}.
 */
final class Bench {

    /** An officer with the load and ticket that decide the turn. */
    record Turn(int officer, long load, byte[] ticket) implements Comparable<Turn> {
        @Override
        public int compareTo(Turn other) {
            var order = Long.compare(load, other.load);
            if (order == 0) {
                order = Arrays.compareUnsigned(ticket, other.ticket);
            }
            return order != 0 ? order : Integer.compare(officer, other.officer);
        }
    }

    private final Seating seating;
    private final Turns turns;
    private final PriorityQueue<Turn> waiting = new PriorityQueue<>();

    Bench(Seating seating, Turns turns, int[] officers) {
        this.seating = seating;
        this.turns = turns;
        Arrays.stream(officers).forEach(this::add);
    }

    void add(int officer) {
        if (seating.hasRoom(officer)) {
            waiting.add(turns.of(officer));
        }
    }

    /** The first who may sit in this visit, or {@link Seating#NOBODY}. */
    int pick(int visit) {
        var passed = new ArrayList<Turn>();
        var found = Seating.NOBODY;
        while (found == Seating.NOBODY && !waiting.isEmpty()) {
            var turn = waiting.remove();
            var officer = turn.officer();
            var load = seating.load(officer);
            if (!seating.hasRoom(officer) || turn.load() > load) {
                continue;
            }
            if (turn.load() < load) {
                waiting.add(turns.of(officer));
                continue;
            }
            passed.add(turn);
            if (seating.seatOf(visit, officer) == Seating.NOBODY
                    && seating.isAdmitted(visit, officer)) {
                found = officer;
            }
        }
        waiting.addAll(passed);
        return found;
    }
}
