package org.gongkai.platform.roles;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who acts (经办人): a person of an agency with what they are entrusted with on this day.
 *
 * <p>Own grants come before those held as somebody's deputy.
 */
public record Actor(PersonId person, String name, AgencyId agency, List<Grant> grants) {
    public Actor {
        grants =
                grants.stream()
                        .sorted(Comparator.comparing((Grant it) -> it.onBehalfOf() != null))
                        .toList();
    }

    /** Whether the role is held for anything at all. */
    public boolean has(Role role) {
        return grants.stream().anyMatch(it -> it.role() == role);
    }

    /** Whether the role is held for this section. */
    public boolean has(Role role, SectionId section) {
        return grant(role, section).isPresent();
    }

    /** The grant by which the role is held for this section. */
    public Optional<Grant> grant(Role role, SectionId section) {
        return grants.stream().filter(it -> it.role() == role && it.covers(section)).findFirst();
    }
}
