package org.gongkai.verifier.draw;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.verifier.json.Node;

/** What had to be changed after the draw (变更): applied in order, each with its reason. */
final class Amendments {
    private final Inputs inputs;
    private final Selection selection;
    private final Teams teams;
    private final Staffing staffing;

    Amendments(Inputs inputs, Selection selection, Teams teams, Staffing staffing) {
        this.inputs = inputs;
        this.selection = selection;
        this.teams = teams;
        this.staffing = staffing;
    }

    /** Applies one. */
    void apply(Node amendment) {
        String op =
                amendment.get("op").oneOf("replace_entity", "replace_officer", "remove_officer");
        switch (op) {
            case "replace_entity" -> replaceEntity(amendment.only(Set.of("op", "t", "reason")));
            case "replace_officer" ->
                    replaceOfficer(amendment.only(Set.of("op", "t", "j", "reason")));
            default -> removeOfficer(amendment.only(Set.of("op", "o", "done", "reason")));
        }
        amendment.get("reason").id();
    }

    private void replaceEntity(Node amendment) {
        int t = task(amendment.get("t"));
        Entity next = selection.next(teams.entity(t).stratum());
        if (next == null) {
            throw amendment.malformed("这一层的备选已用完", "the reserve of the stratum is used up");
        }
        teams.replace(t, next);
        List<Seat> open = new ArrayList<>();
        for (Seat each : teams.seats(t)) {
            Officer officer = teams.officer(each);
            if (officer == null || !teams.eligible(each).test(officer)) {
                teams.vacate(each);
                open.add(each);
            }
        }
        staffing.refill(open);
    }

    private void replaceOfficer(Node amendment) {
        int t = task(amendment.get("t"));
        var seat = new Seat(t, (int) amendment.get("j").integer(0, teams.seats(t).size() - 1));
        Officer officer = teams.officer(seat);
        if (officer != null) {
            teams.bar(t, officer);
            teams.vacate(seat);
        }
        staffing.refill(List.of(seat));
    }

    private void removeOfficer(Node amendment) {
        String id = amendment.get("o").id();
        Officer officer =
                inputs.officers().stream()
                        .filter(it -> it.id().equals(id))
                        .findFirst()
                        .orElseThrow(
                                () -> amendment.get("o").malformed("没有这个人", "no such officer"));
        var done = new HashSet<Integer>();
        amendment.get("done").items().forEach(it -> done.add(task(it)));
        teams.fallOut(officer);
        List<Seat> open = officer.seats().stream().filter(it -> !done.contains(it.t())).toList();
        open.forEach(teams::vacate);
        staffing.refill(open);
    }

    private int task(Node node) {
        return (int) node.integer(0, teams.tasks() - 1);
    }
}
