package org.gongkai.opengov.drinkingwater;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * What has to be monitored of a source of a prefecture city (监测项目清单): 61 items of surface water and
 * 39 of groundwater every month, 109 and 93 once a year (environment facts 4.4; that the 61 leave
 * out chemical oxygen demand is from memory [M], ADR 0272).
 */
public final class MonitoringList {
    private static final String CHEMICAL_OXYGEN_DEMAND = "w01018";

    private MonitoringList() {}

    /** Every month. */
    public static List<MonitoredItem> monthly(WaterStandard standard, WaterBody water) {
        return yearly(standard, water).stream().filter(it -> isMonthly(standard, it)).toList();
    }

    /** Once a year: every item of the standard, in the order of its tables. */
    public static List<MonitoredItem> yearly(WaterStandard standard, WaterBody water) {
        var items = new ArrayList<MonitoredItem>();
        var names = new HashSet<String>();
        for (var each : standard.items()) {
            if (names.add(each.table() + each.name())) {
                items.add(each.isFor(water) ? each : forWater(standard, each, water));
            }
        }
        return List.copyOf(items);
    }

    /**
     * The row of the same item for this water; total nitrogen of rivers has none and is monitored
     * too.
     */
    private static MonitoredItem forWater(
            WaterStandard standard, MonitoredItem item, WaterBody water) {
        return standard.items().stream()
                .filter(it -> it.table() == item.table() && it.name().equals(item.name()))
                .filter(it -> it.isFor(water))
                .findFirst()
                .orElse(item);
    }

    private static boolean isMonthly(WaterStandard standard, MonitoredItem item) {
        if (standard.kind() == WaterStandard.Kind.GROUND) {
            return item.table() == 1;
        }
        return switch (item.table()) {
            case 1 -> !item.code().equals(CHEMICAL_OXYGEN_DEMAND);
            case 2 -> true;
            default -> item.preferred();
        };
    }
}
