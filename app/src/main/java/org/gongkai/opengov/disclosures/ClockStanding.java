package org.gongkai.opengov.disclosures;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a publication stands to its last day (公开期限办理情况), 《政府信息公开条例》 art. 26. */
public enum ClockStanding {
    /** 已逾期未公开. */
    LATE,
    /** 即将到期: within five working days. */
    DUE_SOON,
    /** 期限内. */
    IN_TIME,
    /** 未填形成日期: the clock cannot run. */
    UNDATED,
    /** 按期公开. */
    PUBLISHED_IN_TIME,
    /** 逾期公开. */
    PUBLISHED_LATE;

    /** Whether something is still to be published. */
    public boolean isOpen() {
        return this == LATE || this == DUE_SOON || this == IN_TIME;
    }

    /** The name in addresses and in the API, e.g. {@code due-soon}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its name in addresses. */
    public static Optional<ClockStanding> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
