package org.gongkai.platform.organization;

import org.jspecify.annotations.Nullable;

/** What is entered when a section's openness officer is named (兼职人员登记内容), as typed. */
public record OfficerEntry(
        @Nullable String section, @Nullable String person, @Nullable String from) {}
