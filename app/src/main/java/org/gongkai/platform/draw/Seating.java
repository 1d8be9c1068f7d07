package org.gongkai.platform.draw;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who sits on which seat of which visit (席位), and who may (资格、回避、上限). Seats are numbered visit by
 * visit; officers by their place in the list.
 */
final class Seating {
    /** Instead of an officer: an empty seat. */
    static final int NOBODY = -1;

    private final Corps corps;
    private final List<String> tags;
    private final Candidate[] visited;
    private final int[] holder;
    private final Seats[] held;
    private final int[] cap;
    private final Map<Integer, Set<Integer>> barred = new HashMap<>();

    Seating(Corps corps, DrawManifest manifest, List<Candidate> visits) {
        this.corps = corps;
        tags = manifest.seats();
        visited = visits.toArray(Candidate[]::new);
        holder = new int[visited.length * tags.size()];
        Arrays.fill(holder, NOBODY);
        held = Stream.generate(Seats::new).limit(corps.size()).toArray(Seats[]::new);
        cap =
                IntStream.range(0, corps.size())
                        .map(
                                it -> {
                                    var own = corps.officer(it).cap();
                                    return own == null ? manifest.officerCap() : own;
                                })
                        .toArray();
    }

    private Seating(Seating other) {
        corps = other.corps;
        tags = other.tags;
        visited = other.visited.clone();
        holder = other.holder.clone();
        held = Arrays.stream(other.held).map(Seats::copy).toArray(Seats[]::new);
        cap = other.cap.clone();
        other.barred.forEach((visit, all) -> barred.put(visit, new HashSet<>(all)));
    }

    Seating copy() {
        return new Seating(this);
    }

    Corps corps() {
        return corps;
    }

    int visits() {
        return visited.length;
    }

    int width() {
        return tags.size();
    }

    int seats() {
        return holder.length;
    }

    int seat(int visit, int place) {
        return visit * width() + place;
    }

    int visit(int seat) {
        return seat / width();
    }

    Candidate visited(int visit) {
        return visited[visit];
    }

    int holder(int seat) {
        return holder[seat];
    }

    int[] held(int officer) {
        return held[officer].all();
    }

    int cap(int officer) {
        return cap[officer];
    }

    boolean hasRoom(int officer) {
        return held[officer].size() < cap[officer];
    }

    /** Visits already made this year and those of this draw: L of the specification. */
    long load(int officer) {
        var before = corps.officer(officer).load0();
        return (before == null ? 0L : before) + held[officer].size();
    }

    Requirement requirement(int seat) {
        var place = seat % width();
        var need = place == 0 ? visited[visit(seat)].entity().need() : null;
        return new Requirement(tags.get(place), need == null ? "" : need);
    }

    /** Neither recused from the entity nor taken off this visit. */
    boolean isAdmitted(int visit, int officer) {
        return !corps.isRecused(visited[visit].entity().id(), officer)
                && !barred.getOrDefault(visit, Set.of()).contains(officer);
    }

    boolean isEligible(int seat, int officer) {
        return isAdmitted(visit(seat), officer) && corps.meets(requirement(seat), officer);
    }

    /** The seat on which the officer sits in this visit, or {@link #NOBODY}. */
    int seatOf(int visit, int officer) {
        for (var seat = seat(visit, 0); seat < seat(visit + 1, 0); seat++) {
            if (holder[seat] == officer) {
                return seat;
            }
        }
        return NOBODY;
    }

    /** Puts an officer on a seat; returns who sat there. */
    int sit(int seat, int officer) {
        var before = vacate(seat);
        holder[seat] = officer;
        held[officer].add(seat);
        return before;
    }

    /** Empties a seat; returns who sat there. */
    int vacate(int seat) {
        var before = holder[seat];
        if (before != NOBODY) {
            held[before].remove(seat);
            holder[seat] = NOBODY;
        }
        return before;
    }

    /** The officer may not sit in this visit any more. */
    void bar(int visit, int officer) {
        barred.computeIfAbsent(visit, it -> new HashSet<>()).add(officer);
    }

    /** The officer is not sent any more. */
    void remove(int officer) {
        cap[officer] = 0;
    }

    /** The visit goes to another entity, from which only its own recusals keep officers away. */
    void replace(int visit, Candidate next) {
        visited[visit] = next;
        barred.remove(visit);
    }

    List<String> team(int visit) {
        return IntStream.range(seat(visit, 0), seat(visit + 1, 0))
                .map(it -> holder[it])
                .mapToObj(it -> it == NOBODY ? Visit.NOBODY : corps.officer(it).id())
                .toList();
    }
}
