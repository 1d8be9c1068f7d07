package org.gongkai.opengov.projects;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a key project stands (项目状态). */
public enum ProjectState {
    /** 对接中. */
    APPROACHED,
    /** 已落地. */
    LANDED,
    /** 实施中. */
    UNDER_WAY,
    /** 已完成. */
    COMPLETED,
    /** 已终止. */
    ENDED;

    /** Whether only a project that has landed can stand so. */
    public boolean afterLanding() {
        return this == LANDED || this == UNDER_WAY || this == COMPLETED;
    }

    /** As in addresses and the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** To everybody: that there are talks is itself information of the negotiation. */
    public String publicSlug() {
        return this == APPROACHED ? "early" : slug();
    }

    /** By what everybody calls it. */
    public static Optional<ProjectState> openlyNamed(String slug) {
        return Arrays.stream(values()).filter(it -> it.publicSlug().equals(slug)).findFirst();
    }

    /** By slug. */
    public static Optional<ProjectState> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
