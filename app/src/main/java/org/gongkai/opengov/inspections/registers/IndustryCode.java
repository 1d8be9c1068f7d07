package org.gongkai.opengov.inspections.registers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The code of an industry (国民经济行业代码), GB/T 4754-2017: division of two digits, group of three or
 * class of four. The division is checked against the standard's list.
 */
public record IndustryCode(String value) {
    private static final Pattern WRITTEN = Pattern.compile("[A-T]?([0-9]{2,4})");
    private static final SortedMap<String, String> DIVISIONS = divisions();

    public IndustryCode {
        if (value.length() < 2 || value.length() > 4 || !DIVISIONS.containsKey(divisionOf(value))) {
            throw new IllegalArgumentException("Not an industry of GB/T 4754-2017: " + value);
        }
    }

    /** Without the letter of its section, e.g. 2614 for C2614; empty where it is no code. */
    public static String digits(String written) {
        var match = WRITTEN.matcher(written);
        return match.matches() && DIVISIONS.containsKey(divisionOf(match.group(1)))
                ? match.group(1)
                : "";
    }

    /** The division's name, e.g. 化学原料和化学制品制造业. */
    public String divisionName() {
        return Objects.requireNonNull(DIVISIONS.get(divisionOf(value)));
    }

    /** Every division with its name, in order. */
    public static SortedMap<String, String> all() {
        return Collections.unmodifiableSortedMap(DIVISIONS);
    }

    private static String divisionOf(String digits) {
        return digits.substring(0, 2);
    }

    private static SortedMap<String, String> divisions() {
        var list =
                Objects.requireNonNull(
                        IndustryCode.class.getResourceAsStream("/inspections/industries.csv"));
        var divisions = new TreeMap<String, String>();
        try (var lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(it -> it.split(",", 4))
                    .filter(it -> it[0].equals("2"))
                    .forEach(it -> divisions.put(it[2], it[3]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return divisions;
    }

    @Override
    public String toString() {
        return value;
    }
}
