package org.gongkai.platform.organization;

import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * A role that a person holds in their own right (任职), and from when to when.
 *
 * @param section null for the whole agency
 */
public record HeldRole(
        long id, PersonId person, Role role, @Nullable SectionId section, Validity validity) {}
