package org.gongkai.platform.pages;

import java.util.List;

/** A group of filters (筛选项) with how many lines each choice leaves. */
public record FilterGroup(String label, List<FilterChoice> choices) {
    public FilterGroup {
        choices = List.copyOf(choices);
    }

    /** One choice; choosing the chosen one again takes it away. */
    public record FilterChoice(String label, long count, String address, boolean chosen) {}
}
