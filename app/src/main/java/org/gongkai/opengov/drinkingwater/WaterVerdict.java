package org.gongkai.opengov.drinkingwater;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is found of a sample (综合评价).
 *
 * @param waterClass of the worst item; empty if no item has a class
 * @param met whether every item that was judged meets the target; empty if none was judged
 * @param items each of them
 */
public record WaterVerdict(
        Optional<WaterClass> waterClass, Optional<Boolean> met, List<ItemVerdict> items) {
    public WaterVerdict {
        items = List.copyOf(items);
    }

    /** The verdict that follows from these. */
    static WaterVerdict of(List<ItemVerdict> items) {
        var judged = items.stream().filter(ItemVerdict::wasJudged).toList();
        return new WaterVerdict(
                judged.stream()
                        .flatMap(it -> it.itemClass().stream())
                        .max(Comparator.naturalOrder()),
                judged.isEmpty()
                        ? Optional.empty()
                        : Optional.of(judged.stream().noneMatch(ItemVerdict::over)),
                items);
    }

    /**
     * Whether every item over its limit is so by nature alone (仅因天然本底超标). The target is missed all
     * the same.
     */
    public boolean onlyBackground() {
        return met.equals(Optional.of(false))
                && items.stream()
                        .filter(ItemVerdict::over)
                        .allMatch(it -> it.background().isPresent());
    }

    /** The items that decide the class (定类项目): those of the worst class. */
    public List<ItemVerdict> deciding() {
        return waterClass
                .map(
                        worst ->
                                items.stream()
                                        .filter(ItemVerdict::wasJudged)
                                        .filter(it -> it.itemClass().equals(Optional.of(worst)))
                                        .toList())
                .orElse(List.of());
    }
}
