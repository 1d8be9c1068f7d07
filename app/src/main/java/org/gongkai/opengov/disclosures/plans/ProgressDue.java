package org.gongkai.opengov.disclosures.plans;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The status of a plan that is due (落实情况填报期限).
 *
 * <p>Key points 二.1 want the carrying-out of plans to be followed and name no term. Our reading
 * (ADR 0294): how far a plan had come on the last day of each year and on its own last day is told
 * within some months of that day; days before the plan was public here are nobody's debt.
 *
 * @param asOf the day whose figures are wanted
 * @param lastDay the last day on which they are in time
 */
public record ProgressDue(LocalDate asOf, LocalDate lastDay) {

    /**
     * What is owed on a day.
     *
     * @param from the first day of the plan, null where it names none
     * @param to the last day of the plan, null where it names none
     * @param publicSince the day on which the plan became public here
     * @param toldUpTo the day up to which its progress has been told, null while it has not
     * @param months how long it may take to tell it
     */
    static Optional<ProgressDue> on(
            LocalDate today,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            LocalDate publicSince,
            @Nullable LocalDate toldUpTo,
            int months) {
        return Stream.concat(Stream.of(lastYearsEnd(today)), Stream.ofNullable(to))
                .filter(it -> it.isBefore(today))
                .filter(it -> to == null || !it.isAfter(to))
                .filter(it -> from == null || !it.isBefore(from))
                .filter(it -> !it.isBefore(publicSince))
                .max(LocalDate::compareTo)
                .filter(it -> toldUpTo == null || toldUpTo.isBefore(it))
                .map(it -> new ProgressDue(it, it.plusMonths(months)));
    }

    /** Whether its last day has gone by. */
    public boolean late(LocalDate today) {
        return today.isAfter(lastDay);
    }

    private static LocalDate lastYearsEnd(LocalDate today) {
        return LocalDate.of(today.getYear() - 1, Month.DECEMBER, 31);
    }
}
