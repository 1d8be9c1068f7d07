package org.gongkai.platform.draw;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.commitments.CanonicalText;

/**
 * Staffing as the specification says it, sentence by sentence and without regard to speed; an
 * oracle.
 */
final class PlainStaffing {
    private record Seat(int t, int j) {}

    private final Draw draw;
    private final List<Officer> officers;
    private final List<String> tags;
    private final HashSet<Recusal> recusals;
    private final String[][] team;

    PlainStaffing(Draw draw) {
        this.draw = draw;
        officers = draw.directories().officers();
        tags = draw.manifest().seats();
        recusals = new HashSet<>(draw.directories().recusals());
        team = new String[draw.visits().size()][tags.size()];
        for (var each : team) {
            Arrays.fill(each, "");
        }
    }

    List<List<String>> teams() {
        for (var t = 0; t < team.length; t++) {
            for (var j = 0; j < tags.size(); j++) {
                if (!fill(t, j)) {
                    repair(new Seat(t, j));
                }
            }
        }
        return Arrays.stream(team).map(List::of).toList();
    }

    boolean eligible(int t, int j, Officer officer) {
        var entity = draw.visits().get(t).entity();
        var held = officer.tags() == null ? List.<String>of() : officer.tags();
        return !recusals.contains(new Recusal(entity.id(), officer.id()))
                && (tags.get(j).isEmpty() || held.contains(tags.get(j)))
                && (j > 0 || entity.need() == null || held.contains(entity.need()));
    }

    int cap(Officer officer) {
        return officer.cap() == null ? draw.manifest().officerCap() : officer.cap();
    }

    private boolean fill(int t, int j) {
        var tickets = draw.randomness().tickets("officer");
        var found =
                officers.stream()
                        .filter(it -> eligible(t, j, it))
                        .filter(it -> held(it).size() < cap(it))
                        .filter(it -> !List.of(team[t]).contains(it.id()))
                        .min(
                                Comparator.<Officer>comparingLong(this::load)
                                        .thenComparing(
                                                it -> tickets.of(it.id(), load(it)),
                                                Arrays::compareUnsigned)
                                        .thenComparing(Officer::id, CanonicalText.BY_BYTES));
        found.ifPresent(it -> team[t][j] = it.id());
        return found.isPresent();
    }

    private void repair(Seat start) {
        var tickets = draw.randomness().tickets("repair");
        var inOrder =
                officers.stream()
                        .sorted(
                                Comparator.<Officer, byte[]>comparing(
                                                it -> tickets.of(it.id()), Arrays::compareUnsigned)
                                        .thenComparing(Officer::id, CanonicalText.BY_BYTES))
                        .toList();
        var parent = new HashMap<Seat, Seat>(Map.of(start, start));
        var queue = new ArrayDeque<>(List.of(start));
        var seen = new HashSet<String>();
        while (!queue.isEmpty()) {
            var seat = queue.remove();
            for (var officer : inOrder) {
                if (!eligible(seat.t, seat.j, officer)) {
                    continue;
                }
                var beside = List.of(team[seat.t]).indexOf(officer.id());
                if (beside >= 0) {
                    push(new Seat(seat.t, beside), seat, parent, queue);
                } else if (seen.add(officer.id())) {
                    if (held(officer).size() < cap(officer)) {
                        move(seat, officer.id(), start, parent);
                        return;
                    }
                    held(officer).forEach(it -> push(it, seat, parent, queue));
                }
            }
        }
    }

    private void move(Seat last, String officer, Seat start, Map<Seat, Seat> parent) {
        var seat = last;
        var next = officer;
        while (true) {
            var before = team[seat.t][seat.j];
            team[seat.t][seat.j] = next;
            if (seat.equals(start)) {
                return;
            }
            next = before;
            seat = parent.get(seat);
        }
    }

    private static void push(Seat seat, Seat from, Map<Seat, Seat> parent, ArrayDeque<Seat> queue) {
        if (parent.putIfAbsent(seat, from) == null) {
            queue.add(seat);
        }
    }

    private long load(Officer officer) {
        return (officer.load0() == null ? 0 : officer.load0()) + held(officer).size();
    }

    private List<Seat> held(Officer officer) {
        var held = new ArrayList<Seat>();
        for (var t = 0; t < team.length; t++) {
            for (var j = 0; j < tags.size(); j++) {
                if (team[t][j].equals(officer.id())) {
                    held.add(new Seat(t, j));
                }
            }
        }
        return held;
    }
}
