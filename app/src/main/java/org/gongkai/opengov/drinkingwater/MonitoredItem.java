package org.gongkai.opengov.drinkingwater;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One item of a standard with its limits (监测项目).
 *
 * @param code of HJ 525; empty where none is known
 * @param unit of the limits
 * @param table the standard's table, from 1
 * @param place its number in the table
 * @param body the only kind of water the limits are for; null if they are for all that the standard
 *     covers
 * @param preferred one of the 33 that surface sources monitor monthly (优选特定项目)
 * @param decimals how many places the value is judged with; empty if as reported (修约位数)
 * @param amendment the paper by which other limits hold than the printed ones; empty where these
 *     hold
 */
public record MonitoredItem(
        String code,
        String name,
        String english,
        String unit,
        int table,
        int place,
        @Nullable WaterBody body,
        Limits limits,
        boolean preferred,
        Certainty certainty,
        Optional<Integer> decimals,
        Optional<Amendment> amendment) {

    /** Whether somebody may mean this item, by its code or its name with or without brackets. */
    boolean isCalled(String name) {
        var plain = plain(name);
        return !plain.isEmpty()
                && (plain.equals(plain(code))
                        || plain.equals(plain(this.name))
                        || plain.equals(plain(withoutBrackets(this.name)))
                        || plain.equals(plain(this.english)));
    }

    /** The same with other limits, by this paper. */
    public MonitoredItem amended(Limits others, Amendment by) {
        return new MonitoredItem(
                code,
                name,
                english,
                unit,
                table,
                place,
                body,
                others,
                preferred,
                certainty,
                decimals,
                Optional.of(by));
    }

    /** The same where the standard has no limit for it. */
    public MonitoredItem withoutLimits() {
        return new MonitoredItem(
                code,
                name,
                english,
                unit,
                table,
                place,
                body,
                new Limits.None(),
                preferred,
                certainty,
                decimals,
                Optional.empty());
    }

    /** Whether its limits are for this water. */
    boolean isFor(WaterBody water) {
        return body == null || body == water;
    }

    static String withoutBrackets(String name) {
        return java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFKC)
                .replaceAll("\\([^()]*\\)", "");
    }

    static String plain(String name) {
        return java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("^ph值$", "ph");
    }
}
