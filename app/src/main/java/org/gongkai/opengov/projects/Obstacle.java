package org.gongkai.opengov.projects;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a version of an entry may not be made public now (不能公开的原因), as {@code project_obstacle} names
 * it.
 */
public enum Obstacle {
    /** 已有新的版本. */
    REPLACED,
    /** 尚未逐项筛查. */
    UNSCREENED,
    /** 没有可公开的内容. */
    NOTHING_OPEN,
    /** 项目尚未落地. */
    NOT_LANDED,
    /** 没有投资方同意. */
    NO_CONSENT,
    /** 同意的范围不包括. */
    NOT_COVERED,
    /** 投资方已撤回同意. */
    CONSENT_ENDED;

    /** As in addresses and the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By slug. */
    public static Optional<Obstacle> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
