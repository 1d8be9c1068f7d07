package org.gongkai.opengov.drinkingwater;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What is found of one item (单项评价).
 *
 * @param item the item with its limits
 * @param reported what was reported, in the unit of the limits
 * @param judged what was judged, rounded where a rule says so
 * @param target the class it is held against
 * @param itemClass its class; empty where it has none, or the reading leaves it open
 * @param atLeast where the reading leaves the class open: surely this class or a better one (不劣于)
 * @param met whether the target is met; empty if that was not judged
 * @param notJudged why it was not judged; empty if it was
 * @param multiple how many times over the limit; empty if it is not, or none is told
 * @param background why it is over by nature alone; empty unless it is over and somebody has said
 *     so
 */
public record ItemVerdict(
        MonitoredItem item,
        Reading reported,
        Reading judged,
        WaterClass target,
        Optional<WaterClass> itemClass,
        Optional<WaterClass> atLeast,
        Optional<Boolean> met,
        Optional<NotJudged> notJudged,
        Optional<BigDecimal> multiple,
        Optional<NaturalBackground> background) {

    /** Whether this item is over its limit. */
    public boolean over() {
        return met.equals(Optional.of(false));
    }

    /** Whether it was held against a limit. */
    public boolean wasJudged() {
        return met.isPresent();
    }

    /** The limit it is held against, as printed. */
    public Optional<String> limit() {
        return item.limits().printed(target);
    }

    /** Whether rounding changed the number. */
    public boolean wasRounded() {
        return !reported.equals(judged);
    }
}
