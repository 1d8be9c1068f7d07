package org.gongkai.opengov.drinkingwater.open;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.gongkai.opengov.drinkingwater.NaturalBackground;
import org.gongkai.opengov.drinkingwater.PassRate;
import org.gongkai.opengov.drinkingwater.WaterClass;

/**
 * What a public month comes to for one source (公开摘要).
 *
 * @param name as it then was called
 * @param waterClass of the worst item; empty if no item has a class
 * @param met empty where nothing was judged
 * @param judged how many items were held against a limit
 * @param intake what was taken, 10,000 m³; empty if nobody knows
 * @param setApart whether rates are told without it too
 */
public record OpenSource(
        YearMonth month,
        long source,
        String name,
        Optional<WaterClass> waterClass,
        Optional<Boolean> met,
        int judged,
        Optional<BigDecimal> intake,
        boolean setApart,
        List<Over> over) {
    public OpenSource {
        over = List.copyOf(over);
    }

    /**
     * An item over its limit.
     *
     * @param item its key
     * @param multiple empty where none is told
     * @param background why it is so by nature alone; empty unless the report says so
     */
    public record Over(
            String item,
            String name,
            String value,
            String unit,
            String limit,
            Optional<BigDecimal> multiple,
            Optional<NaturalBackground> background) {}

    /** Whether every item over its limit is so by nature alone. */
    public boolean onlyBackground() {
        return met.equals(Optional.of(false))
                && over.stream().allMatch(it -> it.background().isPresent());
    }

    PassRate.Source rated() {
        return new PassRate.Source(met, intake, setApart);
    }
}
