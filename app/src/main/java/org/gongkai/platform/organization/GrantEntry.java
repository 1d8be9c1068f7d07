package org.gongkai.platform.organization;

import org.jspecify.annotations.Nullable;

/**
 * What is entered when somebody is given a role (任职登记内容), as typed.
 *
 * @param person key of the person
 * @param section key of the section, only for roles held by section
 */
public record GrantEntry(
        @Nullable String person,
        @Nullable String role,
        @Nullable String section,
        @Nullable String from,
        @Nullable String to) {}
