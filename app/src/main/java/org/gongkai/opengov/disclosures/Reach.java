package org.gongkai.opengov.disclosures;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.roles.SectionId;

/**
 * For which sections somebody holds a role (任职范围), as somebody's deputy too.
 *
 * @param all whether for the whole agency
 */
record Reach(boolean all, Set<SectionId> sections) {
    Reach {
        sections = Set.copyOf(sections);
    }

    static Reach of(Actor actor, Role role) {
        var held = actor.grants().stream().filter(it -> it.role() == role).toList();
        return new Reach(
                held.stream().anyMatch(it -> it.section() == null),
                held.stream()
                        .map(Grant::section)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
    }

    /** Whether the role is not held at all. */
    boolean isNothing() {
        return !all && sections.isEmpty();
    }
}
