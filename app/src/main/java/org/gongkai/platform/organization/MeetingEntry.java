package org.gongkai.platform.organization;

import org.jspecify.annotations.Nullable;

/**
 * What is entered about a meeting of the leading group (会议登记内容), as typed.
 *
 * @param decisions one on each line
 */
public record MeetingEntry(
        @Nullable String heldOn, @Nullable String title, @Nullable String decisions) {}
