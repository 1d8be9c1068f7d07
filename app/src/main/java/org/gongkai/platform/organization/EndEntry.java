package org.gongkai.platform.organization;

import org.jspecify.annotations.Nullable;

/** What is entered when something comes to its end (终止登记内容): the last day; today if empty. */
public record EndEntry(@Nullable String lastDay) {}
