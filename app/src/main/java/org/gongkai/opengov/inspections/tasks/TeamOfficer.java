package org.gongkai.opengov.inspections.tasks;

import java.time.LocalDate;
import java.util.Set;
import org.gongkai.opengov.inspections.tasks.VisitTeam.Hindrance;
import org.gongkai.opengov.inspections.tasks.VisitTeam.Member;
import org.jspecify.annotations.Nullable;

/**
 * An officer of a team (检查组成员).
 *
 * @param person who signs in; null for one without an account
 */
public record TeamOfficer(
        long officer, String name, String certificate, @Nullable Long person, Member facts) {

    /** What keeps this officer from the visit on that day. */
    public Set<Hindrance> hindrances(LocalDate on) {
        return facts.hindrances(on);
    }
}
