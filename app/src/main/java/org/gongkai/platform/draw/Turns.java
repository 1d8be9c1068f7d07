package org.gongkai.platform.draw;

/** The turn of each officer at the load they have now (轮次); each ticket is computed once. */
final class Turns {
    private final Seating seating;
    private final Tickets tickets;
    private final Bench.Turn[] known;

    Turns(Seating seating, Randomness randomness) {
        this.seating = seating;
        tickets = randomness.tickets("officer");
        known = new Bench.Turn[seating.corps().size()];
    }

    Bench.Turn of(int officer) {
        var load = seating.load(officer);
        var turn = known[officer];
        if (turn == null || turn.load() != load) {
            var id = seating.corps().officer(officer).id();
            turn = new Bench.Turn(officer, load, tickets.of(id, load));
            known[officer] = turn;
        }
        return turn;
    }
}
