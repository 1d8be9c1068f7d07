package org.gongkai.opengov.inspections.plans;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a version of a plan stands (计划状态). */
public enum PlanState {
    /** 起草中. */
    DRAFT,
    /** 已测算，待批准: its numbers are computed. */
    COMPUTED,
    /** 已批准: in force. */
    APPROVED,
    /** 已被新版本替代. */
    REPLACED,
    /** 已放弃. */
    DROPPED;

    /** By its name in the API. */
    public static Optional<PlanState> named(String asked) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(asked)).findFirst();
    }

    /** The name in the API, e.g. {@code computed}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is being worked on. */
    public boolean open() {
        return this == DRAFT || this == COMPUTED;
    }
}
