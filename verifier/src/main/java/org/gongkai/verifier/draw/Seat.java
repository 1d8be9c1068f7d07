package org.gongkai.verifier.draw;

import java.util.Comparator;

/** Seat j of the team of task t. */
record Seat(int t, int j) implements Comparable<Seat> {
    private static final Comparator<Seat> ORDER =
            Comparator.comparingInt(Seat::t).thenComparingInt(Seat::j);

    @Override
    public int compareTo(Seat other) {
        return ORDER.compare(this, other);
    }
}
