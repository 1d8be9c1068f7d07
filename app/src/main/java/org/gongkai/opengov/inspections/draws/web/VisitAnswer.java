package org.gongkai.opengov.inspections.draws.web;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.opengov.inspections.draws.DrawnVisits.DrawnVisit;
import org.jspecify.annotations.Nullable;

/**
 * A drawn visit, for those who may see it (检查任务).
 *
 * @param visit its number, from 0
 * @param id the unit's name in the draw
 * @param amended whether an amendment changed it
 */
record VisitAnswer(
        int visit,
        String id,
        Unit unit,
        String stratum,
        List<@Nullable Member> team,
        boolean amended) {

    record Unit(long id, String creditCode, String name) {}

    /** Who sits on a seat; null on an empty one. */
    record Member(long id, String certificate, String name) {}

    static VisitAnswer of(DrawnVisit drawn) {
        var team = new ArrayList<@Nullable Member>();
        for (var it : drawn.team()) {
            team.add(it == null ? null : new Member(it.subjectId(), it.subject(), it.name()));
        }
        var unit = drawn.unit();
        return new VisitAnswer(
                drawn.t(),
                unit.id(),
                new Unit(unit.subjectId(), unit.subject(), unit.name()),
                drawn.visit().entity().stratum(),
                team,
                drawn.edition() > 0);
    }
}
