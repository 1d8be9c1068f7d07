package org.gongkai.platform.settings;

import java.util.List;

/**
 * A part of the demo agency (演示数据): loaded once, in evaluation mode only, on an empty installation,
 * in the order of {@link #order()}.
 */
public interface DemoData {

    /** Lower comes first. */
    int order();

    /** Writes this part; runs in a transaction of its own. */
    void load();

    /**
     * What a newcomer may do with this part, in both languages, one line each: shown when the
     * program is ready.
     */
    default List<String> invitation() {
        return List.of();
    }
}
