package org.gongkai.opengov.inspections.tasks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where an inspection stands (检查任务状态). */
public enum TaskState {
    /** 待批准: outside the plan, waits for a leader. */
    PROPOSED,
    /** 未批准: stays on record. */
    REFUSED,
    /** 待检查: the team may go from the day of release on. */
    OPEN,
    /** 已检查. */
    CHECKED,
    /** 有正当理由未检查. */
    SKIPPED;

    /** As in addresses and the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By slug. */
    public static Optional<TaskState> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
