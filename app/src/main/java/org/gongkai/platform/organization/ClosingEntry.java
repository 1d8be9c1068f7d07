package org.gongkai.platform.organization;

import org.jspecify.annotations.Nullable;

/**
 * What is entered when a section is closed or merged (撤并登记内容), as typed.
 *
 * @param successor key of the section that has its work from then on; empty if nobody
 */
public record ClosingEntry(
        @Nullable String lastDay, @Nullable String successor, @Nullable String reason) {}
