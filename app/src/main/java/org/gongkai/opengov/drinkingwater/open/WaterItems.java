package org.gongkai.opengov.drinkingwater.open;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.opengov.drinkingwater.WaterStandards;

/** All items of the standards that come with the program (水质项目表), each once. */
public final class WaterItems {
    private static final Map<String, WaterItem> ALL = read();

    private WaterItems() {}

    /** Each once, in the order of the standards' tables. */
    public static List<WaterItem> all() {
        return List.copyOf(ALL.values());
    }

    /** The one with this address. */
    public static Optional<WaterItem> find(String key) {
        return Optional.ofNullable(ALL.get(key));
    }

    private static Map<String, WaterItem> read() {
        var rows = new LinkedHashMap<String, List<WaterItem.Standing>>();
        for (var standard : WaterStandards.shipped()) {
            for (var item : standard.items()) {
                rows.computeIfAbsent(WaterItem.keyOf(item), _ -> new ArrayList<>())
                        .add(new WaterItem.Standing(standard, item));
            }
        }
        var items = new LinkedHashMap<String, WaterItem>();
        rows.forEach(
                (key, standings) -> {
                    var first = standings.getFirst().item();
                    items.put(key, new WaterItem(key, first.name(), first.english(), standings));
                });
        return items;
    }
}
