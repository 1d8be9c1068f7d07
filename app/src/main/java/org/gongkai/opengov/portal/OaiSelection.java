package org.gongkai.opengov.portal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.gongkai.opengov.disclosures.HarvestRegister;
import org.jspecify.annotations.Nullable;

/**
 * Which records a harvester asks for (选择性收割): from and until are both included and count in seconds
 * or in whole days of UTC; after a part, how to go on.
 *
 * @param from the first moment; null for all
 * @param before the first moment that is too late; null for none
 * @param set a set's name; null for all
 * @param after the last record of the part before; null for the first part
 * @param given how many records were given before
 */
record OaiSelection(
        @Nullable Instant from,
        @Nullable Instant before,
        @Nullable String set,
        HarvestRegister.@Nullable Place after,
        int given) {
    private static final String SECONDS = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z";
    private static final String DAYS = "\\d{4}-\\d{2}-\\d{2}";

    /** As a request names it. */
    static OaiSelection of(@Nullable String from, @Nullable String until, @Nullable String set) {
        if (from != null && until != null && from.length() != until.length()) {
            throw wrong("from and until have different granularities");
        }
        var begins = from == null ? null : moment(from);
        var ends =
                until == null
                        ? null
                        : moment(until)
                                .plus(1, isDay(until) ? ChronoUnit.DAYS : ChronoUnit.SECONDS);
        if (begins != null && ends != null && !begins.isBefore(ends)) {
            throw wrong("from is later than until");
        }
        return new OaiSelection(begins, ends, set, null, 0);
    }

    /** As a token that we gave names it; empty if it is none. */
    static Optional<OaiSelection> of(String token) {
        try {
            var parts =
                    new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8)
                            .split("\\|", -1);
            if (parts.length != 6) {
                return Optional.empty();
            }
            return Optional.of(
                    new OaiSelection(
                            parts[0].isEmpty() ? null : Instant.parse(parts[0]),
                            parts[1].isEmpty() ? null : Instant.parse(parts[1]),
                            parts[2].isEmpty() ? null : parts[2],
                            new HarvestRegister.Place(
                                    Instant.parse(parts[3]), UUID.fromString(parts[4])),
                            Integer.parseInt(parts[5])));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** The same after this many records more, the last of them at this place. */
    OaiSelection after(HarvestRegister.Place place, int more) {
        return new OaiSelection(from, before, set, place, given + more);
    }

    /** The token by which this is asked for. */
    String token() {
        var place = after;
        if (place == null) {
            throw new IllegalStateException("The first part needs no token");
        }
        var text =
                String.join(
                        "|",
                        from == null ? "" : from.toString(),
                        before == null ? "" : before.toString(),
                        set == null ? "" : set,
                        place.changedAt().toString(),
                        place.id().toString(),
                        Integer.toString(given));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isDay(String written) {
        return written.matches(DAYS);
    }

    private static Instant moment(String written) {
        try {
            if (isDay(written)) {
                return LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            if (written.matches(SECONDS)) {
                return Instant.parse(written);
            }
        } catch (DateTimeException noDate) {
            throw wrong("not a date: " + written);
        }
        throw wrong("not a date: " + written);
    }

    private static OaiError wrong(String told) {
        return new OaiError(OaiError.Code.BAD_ARGUMENT, told);
    }
}
