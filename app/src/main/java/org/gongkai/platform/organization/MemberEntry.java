package org.gongkai.platform.organization;

import org.jspecify.annotations.Nullable;

/** What is entered about a member of the leading group (成员登记内容), as typed. */
public record MemberEntry(
        @Nullable String person, @Nullable String function, @Nullable String from) {}
