package org.gongkai.opengov.disclosures.plans;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether what was written last of a plan's progress is public (落实情况签发情况). */
public enum ProgressStanding {
    /** 未填写. */
    UNTOLD,
    /** 待签发. */
    WAITING,
    /** 已退回. */
    RETURNED,
    /** 已签发. */
    RELEASED;

    /** Of these revisions, the newest first. */
    static ProgressStanding of(List<ProgressRevision> revisions) {
        if (revisions.isEmpty()) {
            return UNTOLD;
        }
        var newest = revisions.getFirst();
        return newest.waiting() ? WAITING : newest.returned() ? RETURNED : RELEASED;
    }

    /** The name in addresses and in the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its name in addresses. */
    public static Optional<ProgressStanding> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
