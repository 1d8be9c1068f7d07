package org.gongkai.opengov.drinkingwater;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a laboratory reports of one item (监测值), as the text says it: {@code 0.0003L} stays itself.
 */
public sealed interface Reading {

    /** A number. */
    record Measured(BigDecimal value) implements Reading {}

    /** Less than the method's detection limit (未检出). */
    record NotDetected(BigDecimal detectionLimit) implements Reading {}

    /** Not detected, and nobody says below what. */
    record NotDetectedAtAll() implements Reading {}

    /** More than the method can count. */
    record MoreThan(BigDecimal value) implements Reading {}

    /** Seen or smelled, or not (有、无). */
    record Observed(boolean there) implements Reading {}

    /** Not monitored (未监测); tables write -1 for it. */
    record NotMonitored() implements Reading {}

    /** The reading of this text; empty if it is none. */
    static Optional<Reading> of(String text) {
        return Optional.ofNullable(Text.WORDS.get(Text.plain(text)))
                .or(() -> Text.number(Text.plain(text)));
    }

    /** The same in another unit. */
    default Reading in(Conversion conversion) {
        return switch (this) {
            case Measured it -> new Measured(conversion.of(it.value));
            case NotDetected it -> new NotDetected(conversion.of(it.detectionLimit));
            case MoreThan it -> new MoreThan(conversion.of(it.value));
            case NotDetectedAtAll it -> it;
            case Observed it -> it;
            case NotMonitored it -> it;
        };
    }

    /** How laboratories write. */
    final class Text {
        private static final Map<String, Reading> WORDS =
                Map.ofEntries(
                        Map.entry("", new NotMonitored()),
                        Map.entry("-1", new NotMonitored()),
                        Map.entry("-", new NotMonitored()),
                        Map.entry("—", new NotMonitored()),
                        Map.entry("/", new NotMonitored()),
                        Map.entry("未监测", new NotMonitored()),
                        Map.entry("未检出", new NotDetectedAtAll()),
                        Map.entry("ND", new NotDetectedAtAll()),
                        Map.entry("无", new Observed(false)),
                        Map.entry("有", new Observed(true)));
        private static final Pattern NUMBER =
                Pattern.compile(
                        "(?<sign>[<>]?)(?<digits>\\d+(?:\\.\\d+)?)(?:[×xX*]10(?<power>\\^-?\\d{1,2}|[⁻⁰¹²³⁴-⁹]{1,3})|[eE](?<e>[+-]?\\d{1,2}))?(?<less>L?)");
        private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
        private static final char FULL_WIDTH = 0xFF01;
        private static final char FULL_WIDTH_END = 0xFF5E;

        private Text() {}

        /** Full-width signs as plain ones; spaces within and around left out. */
        private static String plain(String text) {
            var plain = new StringBuilder();
            text.codePoints()
                    .filter(it -> !Character.isWhitespace(it) && !Character.isSpaceChar(it))
                    .map(
                            it ->
                                    it >= FULL_WIDTH && it <= FULL_WIDTH_END
                                            ? it - FULL_WIDTH + '!'
                                            : it)
                    .forEach(plain::appendCodePoint);
            return plain.toString();
        }

        private static Optional<Reading> number(String plain) {
            var match = NUMBER.matcher(plain);
            if (!match.matches()) {
                return Optional.empty();
            }
            var value = new BigDecimal(match.group("digits")).scaleByPowerOfTen(power(match));
            var below = match.group("sign").equals("<");
            var above = match.group("sign").equals(">");
            var less = !match.group("less").isEmpty();
            if (less && (below || above)) {
                return Optional.empty();
            }
            if (below || less) {
                return Optional.of(new NotDetected(value));
            }
            return Optional.of(above ? new MoreThan(value) : new Measured(value));
        }

        private static int power(java.util.regex.Matcher match) {
            if (match.group("e") != null) {
                return Integer.parseInt(match.group("e"));
            }
            var power = match.group("power");
            if (power == null) {
                return 0;
            }
            return power.startsWith("^")
                    ? Integer.parseInt(power.substring(1))
                    : Integer.parseInt(digits(power));
        }

        private static String digits(String superscripts) {
            var digits = new StringBuilder();
            for (var each : superscripts.toCharArray()) {
                digits.append(each == '⁻' ? "-" : "" + SUPERSCRIPTS.indexOf(each));
            }
            return digits.toString();
        }
    }
}
