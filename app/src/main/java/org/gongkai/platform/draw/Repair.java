package org.gongkai.platform.draw;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes room for a seat that nobody is left for, by moving others (增广调整): the shortest chain of
 * moves, found breadth first, that ends with an officer who has room.
 *
 * <p>Where there is no such chain, what was reached is a proof that officers are too few: it leads
 * to no room now, and never will, since no later chain can enter it. It is not walked again.
 */
final class Repair {
    private final Seating seating;
    private final Map<Requirement, int[]> asked = new HashMap<>();
    private final BitSet hopeless = new BitSet();
    private final BitSet hopelessSeats = new BitSet();
    private final int[] queue;
    private final int[] parent;

    Repair(Seating seating) {
        this.seating = seating;
        queue = new int[seating.seats()];
        parent = new int[seating.seats()];
    }

    /** Puts somebody on this empty seat, moving others; false if nobody can be. */
    boolean fill(int seat) {
        var walk = new Walk(seat, hopelessSeats, hopeless);
        if (walk.findsRoom()) {
            return true;
        }
        hopelessSeats.or(walk.seats);
        if (!walk.officers.isEmpty()) {
            hopeless.or(walk.officers);
            asked.replaceAll((it, officers) -> hopeful(officers));
        }
        return false;
    }

    /** Why this empty seat cannot be filled, or null if it can. */
    @Nullable Shortage shortage(int seat) {
        var walk = new Walk(seat, new BitSet(), new BitSet());
        return walk.reachesRoom() ? null : Shortage.of(seating, walk.seats, walk.officers);
    }

    private int[] asked(int seat) {
        return asked.computeIfAbsent(
                seating.requirement(seat), it -> hopeful(seating.corps().inRepairOrder(it)));
    }

    private int[] hopeful(int[] officers) {
        return Arrays.stream(officers).filter(it -> !hopeless.get(it)).toArray();
    }

    /** One search, from one empty seat. */
    private final class Walk {
        private final int start;
        private final BitSet noSeats;
        private final BitSet noOfficers;
        private final BitSet seats = new BitSet();
        private final BitSet officers = new BitSet();
        private int last;

        /** Neither {@code noSeats} nor {@code noOfficers} can lead to room. */
        Walk(int start, BitSet noSeats, BitSet noOfficers) {
            this.start = start;
            this.noSeats = noSeats;
            this.noOfficers = noOfficers;
            push(start, start);
        }

        boolean findsRoom() {
            for (var at = 0; at < last; at++) {
                var officer = officerWithRoom(queue[at]);
                if (officer != Seating.NOBODY) {
                    move(queue[at], officer);
                    return true;
                }
            }
            return false;
        }

        boolean reachesRoom() {
            for (var at = 0; at < last; at++) {
                if (officerWithRoom(queue[at]) != Seating.NOBODY) {
                    return true;
                }
            }
            return false;
        }

        private int officerWithRoom(int seat) {
            Abandoned.check();
            var visit = seating.visit(seat);
            for (var officer : asked(seat)) {
                var elsewhere = seating.seatOf(visit, officer);
                if (elsewhere == Seating.NOBODY
                        && (officers.get(officer) || noOfficers.get(officer))) {
                    continue;
                }
                if (!seating.isAdmitted(visit, officer)) {
                    continue;
                }
                if (elsewhere != Seating.NOBODY) {
                    push(elsewhere, seat);
                    continue;
                }
                officers.set(officer);
                if (seating.hasRoom(officer)) {
                    return officer;
                }
                for (var other : seating.held(officer)) {
                    push(other, seat);
                }
            }
            return Seating.NOBODY;
        }

        private void push(int seat, int from) {
            if (!seats.get(seat) && !noSeats.get(seat)) {
                seats.set(seat);
                parent[seat] = from;
                queue[last++] = seat;
            }
        }

        private void move(int found, int officer) {
            var seat = found;
            var next = officer;
            while (true) {
                next = seating.sit(seat, next);
                if (seat == start) {
                    return;
                }
                seat = parent[seat];
            }
        }
    }
}
