package org.gongkai.platform.search;

import java.util.List;

/**
 * How index and database differ (索引与数据库的差异).
 *
 * @param missing ids that are public and not in the index
 * @param surplus ids that are in the index and not public
 */
public record IndexDifference(List<String> missing, List<String> surplus) {
    public IndexDifference {
        missing = List.copyOf(missing);
        surplus = List.copyOf(surplus);
    }

    /** Whether both hold the same ids. */
    public boolean agree() {
        return missing.isEmpty() && surplus.isEmpty();
    }
}
