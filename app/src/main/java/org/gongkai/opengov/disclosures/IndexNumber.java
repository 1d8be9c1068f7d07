package org.gongkai.opengov.disclosures;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The index number of a published document (索引号): {@code prefix/year-00000}, e.g. {@code
 * 640100-113/2021-00201}.
 *
 * <p>Our convention (publishing facts 3.3): the year is that of indexing; the sequence is gapless
 * per prefix and year, five digits, never reused. Parsed loosely, written strictly.
 */
public record IndexNumber(String prefix, int year, int sequence) {
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "\\s*([0-9]{6}-[0-9]{3}|[0-9A-Z]{18})\\s*[/／]\\s*(\\d{4})\\s*[-－—]\\s*(\\d{1,5})\\s*");

    public IndexNumber {
        if (year < 1949 || year > 9999 || sequence < 1 || sequence > 99_999) {
            throw new IllegalArgumentException(
                    "No index number: " + prefix + "/" + year + "-" + sequence);
        }
    }

    /** Reads what somebody typed; empty if it is no index number. */
    public static Optional<IndexNumber> parse(String typed) {
        var match = WRITTEN.matcher(typed.toUpperCase(Locale.ROOT));
        if (!match.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(match.group(2));
        int sequence = Integer.parseInt(match.group(3));
        return year < 1949 || sequence < 1
                ? Optional.empty()
                : Optional.of(new IndexNumber(match.group(1), year, sequence));
    }

    /** The part after the slash, as in the public address {@code /d/{prefix}/{yearSeq}}. */
    public String yearSeq() {
        return "%04d-%05d".formatted(year, sequence);
    }

    /** The public address of the document's page. */
    public String path() {
        return "/d/" + prefix + "/" + yearSeq();
    }

    @Override
    public String toString() {
        return prefix + "/" + yearSeq();
    }
}
