package org.gongkai.platform.draw;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The proof that a seat cannot be filled (人员不足证明): more seats than all together can take who may
 * sit on them. It is checked by looking at each of the seats: whoever is eligible for it is one of
 * {@code officers}, or one of {@code bound}, who can take but one seat of the same visit.
 *
 * @param seats seats that compete for the same officers, the empty one among them
 * @param officers ids of officers who could sit there and have no room
 * @param capacity visits that these officers make together, at most
 * @param bound others who sit in one of these visits already, each on one of the seats
 */
public record Shortage(List<Seat> seats, List<String> officers, long capacity, int bound) {

    /** A seat of a visit (席位). */
    public record Seat(int t, int j) {}

    public Shortage {
        seats = List.copyOf(seats);
        officers = List.copyOf(officers);
    }

    static Shortage of(Seating seating, BitSet reached, BitSet asked) {
        var seats = new ArrayList<Seat>();
        var bound = 0;
        for (var seat = reached.nextSetBit(0); seat >= 0; seat = reached.nextSetBit(seat + 1)) {
            seats.add(new Seat(seating.visit(seat), seat % seating.width()));
            var holder = seating.holder(seat);
            bound += holder != Seating.NOBODY && !asked.get(holder) ? 1 : 0;
        }
        return new Shortage(
                seats,
                asked.stream().mapToObj(it -> seating.corps().officer(it).id()).toList(),
                asked.stream().mapToLong(seating::cap).sum(),
                bound);
    }

    /** Whether there are more seats than can be filled. */
    public boolean holds() {
        return seats.size() > capacity + bound;
    }
}
