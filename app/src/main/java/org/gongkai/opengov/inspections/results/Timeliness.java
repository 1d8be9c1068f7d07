package org.gongkai.opengov.inspections.results;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a term stands (时限状态): done in time or late, still running or run out. */
public enum Timeliness {
    /** 按期. */
    IN_TIME,
    /** 逾期完成: done, after the last day; it stays late for ever. */
    DONE_LATE,
    /** 期限内. */
    RUNNING,
    /** 已逾期: not done, and the last day has gone by. */
    OVERDUE;

    /** As of today; the last day itself is in time. */
    public static Timeliness of(LocalDate lastDay, @Nullable LocalDate doneOn, LocalDate today) {
        if (doneOn != null) {
            return doneOn.isAfter(lastDay) ? DONE_LATE : IN_TIME;
        }
        return today.isAfter(lastDay) ? OVERDUE : RUNNING;
    }

    /** As in addresses and the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By slug. */
    public static Optional<Timeliness> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }

    /** Whether it was or is late. */
    public boolean late() {
        return this == DONE_LATE || this == OVERDUE;
    }
}
