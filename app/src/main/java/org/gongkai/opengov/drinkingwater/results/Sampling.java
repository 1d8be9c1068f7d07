package org.gongkai.opengov.drinkingwater.results;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a source in a month, in one of its versions (监测结果).
 *
 * @param number of the version, from 1
 * @param full whether it is the full analysis of the year (全分析)
 * @param laboratory who analysed it; empty if nobody says
 * @param intake what was taken in this month, 10,000 m³; null if only the usual is known
 * @param values none if nothing was found; then the reason says why
 * @param importId the file it came from; null for none
 * @param reason why there is this version; empty for a first one with values
 * @param confirmed the doubts that somebody looked into, by their keys
 */
public record Sampling(
        long source,
        YearMonth month,
        int number,
        boolean full,
        @Nullable LocalDate sampledOn,
        String laboratory,
        @Nullable BigDecimal intake,
        List<ReportedValue> values,
        Origin origin,
        @Nullable Long importId,
        String reason,
        List<String> confirmed,
        @Nullable PersonId by,
        Instant at) {
    public Sampling {
        values = List.copyOf(values);
        confirmed = List.copyOf(confirmed);
    }

    /** Whence it came. */
    public enum Origin {
        /** A laboratory's file. */
        FILE,
        /** Typed into the form. */
        HAND,
        /** Another program. */
        API,
        /** The demo agency's. */
        DEMO
    }

    /** Whether anything was found. */
    public boolean monitored() {
        return !values.isEmpty();
    }

    /** The value of an item, as reported. */
    public Optional<ReportedValue> value(String item) {
        return values.stream().filter(it -> it.item().equals(item)).findFirst();
    }
}
