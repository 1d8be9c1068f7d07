package org.gongkai.platform.pages;

import org.jspecify.annotations.Nullable;

/**
 * A line of a task list (待办事项), texts ready to read.
 *
 * @param what what is to be done
 * @param whose whose it is, and why; may be absent
 * @param state the state in a word, e.g. 剩3个工作日
 * @param look null, {@code soon}, {@code late}, {@code done}, {@code good} or {@code plain}
 * @param verb the one button
 * @param link where it leads
 */
public record Task(
        String what,
        @Nullable String whose,
        String state,
        @Nullable String look,
        String verb,
        String link) {}
