package org.gongkai.platform.organization;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The code of an administrative region (行政区划代码), GB/T 2260: province, city, county, two digits
 * each.
 */
public record RegionCode(String value) {
    private static final Map<String, String> NAMES = names();

    public RegionCode {
        if (!isKnown(value)) {
            throw new IllegalArgumentException("Not a region of GB/T 2260: " + value);
        }
    }

    /** Whether the list of regions holds this code. */
    public static boolean isKnown(String code) {
        return NAMES.containsKey(code);
    }

    /** The counties of the city of this region, or of its province, by code, itself left out. */
    public SortedMap<String, String> counties() {
        var within = value.endsWith("0000") ? value.substring(0, 2) : value.substring(0, 4);
        return NAMES.entrySet().stream()
                .filter(it -> it.getKey().startsWith(within) && !it.getKey().endsWith("00"))
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                Map.Entry::getValue,
                                (first, _) -> first,
                                TreeMap::new));
    }

    /** The region's name, e.g. 银川市. */
    public String regionName() {
        return Objects.requireNonNull(NAMES.get(value));
    }

    private static Map<String, String> names() {
        var list =
                Objects.requireNonNull(
                        RegionCode.class.getResourceAsStream("/organization/regions.csv"));
        try (var lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .collect(Collectors.toMap(it -> it.substring(0, 6), it -> it.substring(7)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
