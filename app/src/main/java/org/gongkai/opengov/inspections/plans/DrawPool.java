package org.gongkai.opengov.inspections.plans;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.opengov.inspections.UnitState;

/**
 * Who takes part in a stratum's draw, who does not and why (抽取范围).
 *
 * <p>No unit twice in a year within one item while others wait; when those that wait are fewer than
 * owed, all of them are drawn and the rest comes from those drawn before. Grade D of a line that
 * draws by ratio is drawn whole each time: there the risk orders it.
 *
 * @param waiting not yet drawn this year for the item
 * @param fromWaiting how many of these are drawn
 * @param again drawn before, and in again because those that wait are too few or the risk orders it
 * @param fromAgain how many of these are drawn
 * @param excluded who is left out, and why
 */
public record DrawPool(
        List<Long> waiting,
        int fromWaiting,
        List<Long> again,
        int fromAgain,
        Map<Long, Exclusion> excluded) {

    public DrawPool {
        waiting = List.copyOf(waiting);
        again = List.copyOf(again);
        excluded = Map.copyOf(excluded);
    }

    /**
     * The pool of one stratum.
     *
     * @param owed how many are to be drawn
     * @param repeats whether those drawn before take part like any other
     * @param cap most inspections of one unit in a year; 0 for no cap
     */
    static DrawPool of(List<Candidate> stratum, int owed, boolean repeats, int cap) {
        var waiting = new ArrayList<Long>();
        var drawn = new ArrayList<Long>();
        var excluded = new TreeMap<Long, Exclusion>();
        for (var it : stratum) {
            if (it.state() == UnitState.CLOSED) {
                excluded.put(it.unit(), Exclusion.CLOSED);
            } else if (it.state() == UnitState.STOPPED) {
                excluded.put(it.unit(), Exclusion.STOPPED);
            } else if (cap > 0 && it.visits() >= cap) {
                excluded.put(it.unit(), Exclusion.CAP_REACHED);
            } else {
                (it.drawn() && !repeats ? drawn : waiting).add(it.unit());
            }
        }
        var first = Math.min(owed, waiting.size());
        var second = Math.min(owed - first, drawn.size());
        if (second == 0) {
            drawn.forEach(it -> excluded.put(it, Exclusion.DRAWN_THIS_YEAR));
            drawn.clear();
        }
        return new DrawPool(waiting, first, drawn, second, excluded);
    }

    /** How many are drawn in all. */
    public int drawn() {
        return fromWaiting + fromAgain;
    }
}
