package org.gongkai.verifier.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gongkai.verifier.hash.Prf;
import org.jspecify.annotations.Nullable;

/** The visits and who sits where (检查组), with the turn of the officers who have room. */
final class Teams {
    private record Bar(int t, Officer officer) {}

    private final Inputs inputs;
    private final List<String> seatTags;
    private final Prf prf;
    private final List<Entity> entities;
    private final @Nullable Officer[] sitting;
    private final Set<Bar> bars = new HashSet<>();

    /** For each set of tags that seats want, the officers who have them and room, in their turn. */
    private final Map<Set<String>, TreeSet<Officer>> turns = new HashMap<>();

    Teams(Inputs inputs, List<String> seatTags, Prf prf, List<Entity> tasks) {
        this.inputs = inputs;
        this.seatTags = seatTags;
        this.prf = prf;
        this.entities = new ArrayList<>(tasks);
        this.sitting = new @Nullable Officer[tasks.size() * seatTags.size()];
        inputs.officers().forEach(it -> it.draw(prf));
    }

    int tasks() {
        return entities.size();
    }

    /** Every seat, ascending. */
    List<Seat> seats() {
        var seats = new ArrayList<Seat>();
        for (int t = 0; t < entities.size(); t++) {
            seats.addAll(seats(t));
        }
        return seats;
    }

    /** The seats of one task. */
    List<Seat> seats(int t) {
        var seats = new ArrayList<Seat>();
        for (int j = 0; j < seatTags.size(); j++) {
            seats.add(new Seat(t, j));
        }
        return seats;
    }

    Entity entity(int t) {
        return entities.get(t);
    }

    /** Another entity takes this place; bars that held for the one before it fall. */
    void replace(int t, Entity entity) {
        entities.set(t, entity);
        bars.removeIf(it -> it.t() == t);
    }

    /** This officer may not visit on this task any more. */
    void bar(int t, Officer officer) {
        bars.add(new Bar(t, officer));
    }

    @Nullable Officer officer(Seat seat) {
        return sitting[place(seat)];
    }

    /** Those who sit in the team. */
    List<Officer> team(int t) {
        var team = new ArrayList<Officer>();
        for (int j = 0; j < seatTags.size(); j++) {
            Officer officer = officer(new Seat(t, j));
            if (officer != null) {
                team.add(officer);
            }
        }
        return team;
    }

    /** The officers' ids seat by seat, empty where nobody sits. */
    List<String> ids(int t) {
        return at(t).map(it -> it == null ? "" : it.id()).toList();
    }

    /** How many seats are empty. */
    long unfilled() {
        return Arrays.stream(sitting).filter(Objects::isNull).count();
    }

    private int place(Seat seat) {
        return seat.t() * seatTags.size() + seat.j();
    }

    private Stream<@Nullable Officer> at(int t) {
        return Arrays.stream(sitting, t * seatTags.size(), (t + 1) * seatTags.size());
    }

    @Nullable Seat seatIn(int t, Officer officer) {
        for (int j = 0; j < seatTags.size(); j++) {
            if (sitting[t * seatTags.size() + j] == officer) {
                return new Seat(t, j);
            }
        }
        return null;
    }

    /** Whether neither a recusal nor a bar keeps this officer from this task. */
    boolean mayVisit(int t, Officer officer) {
        return !inputs.areApart(entities.get(t), officer)
                && (bars.isEmpty() || !bars.contains(new Bar(t, officer)));
    }

    /** Who may sit on this seat, were there room. */
    Predicate<Officer> eligible(Seat seat) {
        Set<String> tags = tagsWanted(seat);
        return it -> it.tags().containsAll(tags) && mayVisit(seat.t(), it);
    }

    private Set<String> tagsWanted(Seat seat) {
        var tags = new HashSet<String>();
        String tag = seatTags.get(seat.j());
        if (!tag.isEmpty()) {
            tags.add(tag);
        }
        String need = entities.get(seat.t()).need();
        if (seat.j() == 0 && need != null) {
            tags.add(need);
        }
        return tags;
    }

    /** Those with the tags this seat wants, and room, in their turn. */
    Iterable<Officer> turn(Seat seat) {
        return turns.computeIfAbsent(
                tagsWanted(seat),
                wanted -> {
                    var turn = new TreeSet<>(Officer.BY_TURN);
                    for (Officer each : inputs.officers()) {
                        if (each.hasRoom() && each.tags().containsAll(wanted)) {
                            turn.add(each);
                        }
                    }
                    return turn;
                });
    }

    /** Gives an empty seat to an officer. */
    void put(Seat seat, Officer officer) {
        sitting[place(seat)] = officer;
        changeTurn(officer, () -> officer.sit(seat));
    }

    /** Takes the officer off a seat, if somebody sits there. */
    void vacate(Seat seat) {
        Officer officer = officer(seat);
        if (officer != null) {
            sitting[place(seat)] = null;
            changeTurn(officer, () -> officer.leave(seat));
        }
    }

    /** Moves an officer to another seat: his load stays. */
    void move(Seat from, Seat to) {
        Officer officer = Objects.requireNonNull(officer(from));
        officer.leave(from);
        officer.sit(to);
        sitting[place(from)] = null;
        sitting[place(to)] = officer;
    }

    /** An officer can be sent nowhere any more. */
    void fallOut(Officer officer) {
        changeTurn(officer, officer::fallOut);
    }

    private void changeTurn(Officer officer, Runnable change) {
        var concerned = new ArrayList<TreeSet<Officer>>();
        turns.forEach(
                (tags, turn) -> {
                    if (officer.tags().containsAll(tags)) {
                        concerned.add(turn);
                        turn.remove(officer);
                    }
                });
        change.run();
        officer.draw(prf);
        if (officer.hasRoom()) {
            concerned.forEach(it -> it.add(officer));
        }
    }
}
