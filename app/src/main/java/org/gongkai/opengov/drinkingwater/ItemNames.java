package org.gongkai.opengov.drinkingwater;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Finds the item of a standard that somebody means (项目名称). */
public final class ItemNames {
    private static final int MOST = 3;

    /** Items that were asked for by exactly their name, which results always are. */
    private static final Map<Asked, MonitoredItem> KNOWN = new ConcurrentHashMap<>();

    private ItemNames() {}

    private record Asked(String standard, String name, WaterBody water) {}

    /** The item called so, with the limits for this water where there are several. */
    public static Optional<MonitoredItem> find(
            WaterStandard standard, String name, WaterBody water) {
        var asked = new Asked(standard.code(), name, water);
        var known = KNOWN.get(asked);
        if (known != null) {
            return Optional.of(known);
        }
        var found = search(standard, name, water);
        found.filter(it -> it.name().equals(name)).ifPresent(it -> KNOWN.put(asked, it));
        return found;
    }

    private static Optional<MonitoredItem> search(
            WaterStandard standard, String name, WaterBody water) {
        var exactly = standard.called(name);
        var called =
                exactly.isEmpty() ? standard.called(MonitoredItem.withoutBrackets(name)) : exactly;
        return called.stream()
                .filter(it -> it.isFor(water))
                .findFirst()
                .or(() -> called.stream().findFirst())
                .or(() -> olderName(standard, name));
    }

    /** The item that an older edition of the standard calls so: 高锰酸盐指数 of groundwater. */
    private static Optional<MonitoredItem> olderName(WaterStandard standard, String name) {
        return WaterStandards.older().stream()
                .filter(it -> it.kind() == standard.kind())
                .flatMap(it -> it.called(name).stream())
                .map(MonitoredItem::code)
                .flatMap(it -> standard.called(it).stream())
                .findFirst();
    }

    /** Names that share most signs with this one, most alike first; none if nothing is shared. */
    public static List<String> nearest(WaterStandard standard, String name) {
        var signs = signs(name);
        return standard.items().stream()
                .map(MonitoredItem::name)
                .distinct()
                .filter(it -> likeness(signs(it), signs) > 0)
                .sorted(
                        Comparator.comparingDouble((String it) -> -likeness(signs(it), signs))
                                .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    /** Of all signs that either has, how many both have: 0 to 1. */
    private static double likeness(Set<Integer> one, Set<Integer> other) {
        var both = new HashSet<>(one);
        both.retainAll(other);
        var all = new HashSet<>(one);
        all.addAll(other);
        return all.isEmpty() ? 0 : (double) both.size() / all.size();
    }

    private static Set<Integer> signs(String name) {
        return MonitoredItem.plain(MonitoredItem.withoutBrackets(name))
                .codePoints()
                .boxed()
                .collect(Collectors.toSet());
    }
}
