package org.gongkai.platform.roles;

import org.jspecify.annotations.Nullable;

/**
 * A role held on a day (任职), for one section or for the whole agency.
 *
 * @param section the section, null for the whole agency
 * @param onBehalfOf the absent person whose named deputy acts (代行), null when in one's own right
 */
public record Grant(Role role, @Nullable SectionId section, @Nullable PersonId onBehalfOf) {

    /**
     * Whether this grant covers {@code asked}; a grant for the whole agency covers every section.
     */
    public boolean covers(SectionId asked) {
        return section == null || section.equals(asked);
    }
}
