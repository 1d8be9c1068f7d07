package org.gongkai.platform.pages;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** How a moment is written for programs (时刻): {@code 2026-11-23T09:00:00+08:00}. */
public final class Moments {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

    private Moments() {}

    /** In Beijing time, to the second. */
    public static String written(Instant moment) {
        return FORMAT.format(moment.truncatedTo(ChronoUnit.SECONDS).atZone(ZONE));
    }

    /** Reads a moment with any offset; throws {@code DateTimeParseException} without one. */
    public static Instant read(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
