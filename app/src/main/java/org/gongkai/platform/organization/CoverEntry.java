package org.gongkai.platform.organization;

import java.util.List;
import java.util.Set;
import org.gongkai.platform.roles.Role;
import org.jspecify.annotations.Nullable;

/**
 * What is entered about an absence (代行登记内容), as typed.
 *
 * @param absent key of the person who is away; empty for oneself
 * @param deputy key of the person who acts
 * @param roles which roles; empty for all that can be covered
 */
public record CoverEntry(
        @Nullable String absent,
        @Nullable String deputy,
        @Nullable List<String> roles,
        @Nullable String reason,
        @Nullable String from,
        @Nullable String to) {

    record Checked(Person absent, Person deputy, Set<Role> roles, String reason, Validity on) {
        Checked {
            roles = Set.copyOf(roles);
        }
    }
}
