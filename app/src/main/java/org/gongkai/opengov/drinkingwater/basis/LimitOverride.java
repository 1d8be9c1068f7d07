package org.gongkai.opengov.drinkingwater.basis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.gongkai.opengov.drinkingwater.Amendment;
import org.gongkai.opengov.drinkingwater.Limits;
import org.gongkai.opengov.drinkingwater.MonitoredItem;
import org.gongkai.opengov.drinkingwater.WaterBody;
import org.gongkai.opengov.drinkingwater.WaterClass;
import org.gongkai.opengov.drinkingwater.WaterStandard;
import org.gongkai.opengov.drinkingwater.basis.Background.State;
import org.jspecify.annotations.Nullable;

/**
 * That an item is held against other limits than the printed ones, in one of its versions (限值调整).
 *
 * @param number of the version, from 1
 * @param row of the standard whose limits differ
 * @param limits what differs, by class, or under {@value #ONE} of an item without classes; in the
 *     unit of the standard
 * @param amendment the paper, and the first day of sampling it holds for
 * @param until the last day; null while none is known
 * @param withdrawn whether it was entered by mistake, and so never held
 * @param reason why there is this version; may be empty for a first one
 */
public record LimitOverride(
        long id,
        int number,
        Row row,
        Map<String, BigDecimal> limits,
        Amendment amendment,
        @Nullable LocalDate until,
        boolean withdrawn,
        String reason,
        Decision decision) {
    /** The one limit of an item without classes. */
    public static final String ONE = "limit";

    public LimitOverride {
        limits = Map.copyOf(limits);
    }

    /**
     * A row of a standard.
     *
     * @param standard its code
     * @param body the water it is for; null where the standard makes no difference
     */
    public record Row(String standard, int table, String item, @Nullable WaterBody body) {
        static Row of(WaterStandard standard, MonitoredItem item) {
            return new Row(standard.code(), item.table(), item.name(), item.body());
        }
    }

    /** Its first day. */
    public LocalDate from() {
        return amendment.from();
    }

    /** Whether it holds for a sample of this day. */
    public boolean holdsOn(LocalDate day) {
        return !withdrawn && !day.isBefore(from()) && (until == null || !day.isAfter(until));
    }

    /** Whether there is a day that both hold on. */
    boolean meets(LocalDate otherFrom, @Nullable LocalDate otherUntil) {
        return (until == null || !otherFrom.isAfter(until))
                && (otherUntil == null || !from().isAfter(otherUntil));
    }

    /** How it stands on a day. */
    public State state(LocalDate today) {
        if (withdrawn) {
            return State.WITHDRAWN;
        }
        if (today.isBefore(from())) {
            return State.LATER;
        }
        return holdsOn(today) ? State.HOLDS : State.OVER;
    }

    /** The row with these limits in place of the printed ones. */
    public MonitoredItem over(MonitoredItem printed) {
        return printed.amended(over(printed.limits(), limits), amendment);
    }

    /** Limits where these differ. */
    static Limits over(Limits printed, Map<String, BigDecimal> limits) {
        return switch (printed) {
            case Limits.AtMost it ->
                    new Limits.AtMost(
                            over(it.limits(), limits),
                            it.bestIsNotDetected() && !limits.containsKey(WaterClass.I.text()));
            case Limits.AtLeast it -> new Limits.AtLeast(over(it.limits(), limits));
            case Limits.ForDrinking it ->
                    new Limits.ForDrinking(limits.getOrDefault(ONE, it.limit()));
            case Limits.Within _, Limits.Bands _, Limits.Absent _, Limits.None _ -> printed;
        };
    }

    private static Map<WaterClass, BigDecimal> over(
            Map<WaterClass, BigDecimal> printed, Map<String, BigDecimal> limits) {
        var over = new EnumMap<WaterClass, BigDecimal>(WaterClass.class);
        over.putAll(printed);
        for (var each : WaterClass.inStandards()) {
            var limit = limits.get(each.text());
            if (limit != null) {
                over.put(each, limit);
            }
        }
        return over;
    }
}
