package org.gongkai.platform.settings;

/**
 * A part of the demo agency (演示数据): loaded once, in evaluation mode only, on an empty installation,
 * in the order of {@link #order()}.
 */
public interface DemoData {

    /** Lower comes first. */
    int order();

    /** Writes this part; runs in a transaction of its own. */
    void load();
}
