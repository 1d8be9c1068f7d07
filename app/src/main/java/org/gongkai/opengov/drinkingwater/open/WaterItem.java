package org.gongkai.opengov.drinkingwater.open;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gongkai.opengov.drinkingwater.MonitoredItem;
import org.gongkai.opengov.drinkingwater.WaterStandard;

/**
 * A substance or property of water (水质项目) with its places in all standards: the same substance has
 * one page, however many tables limit it.
 *
 * @param key as in addresses: the code of HJ 525, or the English name where no code is known
 * @param name as the first standard that has it calls it
 * @param standings its rows, in the order of the standards
 */
public record WaterItem(String key, String name, String english, List<Standing> standings) {
    public WaterItem {
        standings = List.copyOf(standings);
    }

    /** Its row in a standard. */
    public record Standing(WaterStandard standard, MonitoredItem item) {}

    /** The address of an item of a standard. */
    public static String keyOf(MonitoredItem item) {
        return item.code().isEmpty() ? slug(item.english()) : item.code();
    }

    /** Whether somebody may mean it: part of a name in either language, or its code. */
    public boolean isMeantBy(String words) {
        var plain = words.strip().toLowerCase(Locale.ROOT);
        return key.contains(plain)
                || standings.stream()
                        .map(Standing::item)
                        .anyMatch(
                                it ->
                                        it.name().toLowerCase(Locale.ROOT).contains(plain)
                                                || it.english()
                                                        .toLowerCase(Locale.ROOT)
                                                        .contains(plain));
    }

    /** Other names that standards give it. */
    public List<String> otherNames() {
        return standings.stream()
                .map(it -> it.item().name())
                .filter(it -> !it.equals(name))
                .distinct()
                .toList();
    }

    /** Its first row in standards for this water; empty where they do not limit it. */
    public Optional<Standing> in(WaterStandard.Kind kind) {
        return standings.stream().filter(it -> it.standard().kind() == kind).findFirst();
    }

    private static String slug(String english) {
        return english.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
