package org.gongkai.platform.draw;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds the officer for each seat (人员分派): the eligible one with the least load, by lot among
 * equals. Where none is left, others change seats if that makes room (调整); else the seat stays
 * empty.
 */
final class Staffing {
    private static final int TOLD_EVERY = 256;

    private final Seating seating;
    private final Turns turns;
    private final Map<Requirement, Bench> benches = new HashMap<>();

    Staffing(Seating seating, Randomness randomness) {
        this.seating = seating;
        turns = new Turns(seating, randomness);
    }

    /** Fills all seats in turn; returns how many stay empty. */
    int fillAll(DrawProgress progress) {
        var repair = new Repair(seating);
        var unfilled = 0;
        for (var seat = 0; seat < seating.seats(); seat++) {
            Abandoned.check();
            if (!fill(seat) && !repair.fill(seat)) {
                unfilled++;
            }
            if ((seat + 1) % TOLD_EVERY == 0 || seat + 1 == seating.seats()) {
                progress.reached(DrawProgress.Stage.SEATS, seat + 1L, seating.seats());
            }
        }
        return unfilled;
    }

    /** Puts the officer whose turn it is on this seat, if there is one. */
    boolean fill(int seat) {
        var officer =
                benches.computeIfAbsent(seating.requirement(seat), this::bench)
                        .pick(seating.visit(seat));
        if (officer == Seating.NOBODY) {
            return false;
        }
        seating.sit(seat, officer);
        return true;
    }

    /** Takes the officer off this seat; they may be sent elsewhere. */
    void vacate(int seat) {
        var officer = seating.vacate(seat);
        if (officer != Seating.NOBODY) {
            benches.forEach(
                    (requirement, bench) -> {
                        if (seating.corps().meets(requirement, officer)) {
                            bench.add(officer);
                        }
                    });
        }
    }

    private Bench bench(Requirement requirement) {
        return new Bench(seating, turns, seating.corps().inRepairOrder(requirement));
    }
}
