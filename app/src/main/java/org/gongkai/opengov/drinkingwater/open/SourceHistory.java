package org.gongkai.opengov.drinkingwater.open;

import java.util.Comparator;
import java.util.List;
import org.gongkai.opengov.drinkingwater.sources.WaterSource;
import org.gongkai.platform.organization.Agency;

/**
 * What is public of a source over some months (水源历史).
 *
 * @param source as the newest of them tells of it
 * @param months the newest first, each with this source alone
 * @param items in the order of the standard's tables
 */
public record SourceHistory(
        Agency agency, WaterSource source, List<OpenMonth> months, List<ItemHistory> items) {
    private static final int SHOWN = 6;

    public SourceHistory {
        months = List.copyOf(months);
        items = List.copyOf(items);
    }

    /** The items to be seen first: those over their limit, then those nearest to it. */
    public List<ItemHistory> nearest() {
        return items.stream()
                .filter(it -> it.nearest() > 0)
                .sorted(Comparator.comparingDouble(ItemHistory::nearest).reversed())
                .limit(SHOWN)
                .toList();
    }
}
