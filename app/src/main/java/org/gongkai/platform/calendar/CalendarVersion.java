package org.gongkai.platform.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/**
 * The version of a calendar (日历版本), e.g. {@code CN-2025-11-04-1f0c9a2b}: the day of its newest
 * notice and the first bytes of the SHA-256 over all of them.
 */
final class CalendarVersion {
    private CalendarVersion() {}

    static String of(CalendarCode code, Collection<HolidayNotice> notices) {
        var digest = sha256();
        notices.stream()
                .sorted(HolidayNotice.BY_AGE)
                .forEach(it -> digest.update(line(it).getBytes(StandardCharsets.UTF_8)));
        var newest =
                notices.stream()
                        .map(it -> it.validFrom().toString())
                        .max(String::compareTo)
                        .orElse("none");
        return "%s-%s-%s".formatted(code, newest, HexFormat.of().formatHex(digest.digest(), 0, 4));
    }

    /** Whether the calendar that these notices make has this version. */
    static boolean isOf(String version, Collection<HolidayNotice> notices) {
        return Arrays.stream(CalendarCode.values())
                .filter(it -> version.startsWith(it + "-"))
                .anyMatch(it -> of(it, relevant(it, notices)).equals(version));
    }

    /** Those that bear on a calendar: on the national one its own alone. */
    static List<HolidayNotice> relevant(CalendarCode code, Collection<HolidayNotice> notices) {
        return notices.stream()
                .filter(it -> code == CalendarCode.NX || it.calendar() == CalendarCode.CN)
                .toList();
    }

    private static String line(HolidayNotice notice) {
        return "%s|%s|%d|%s|%s|%s\n"
                .formatted(
                        notice.calendar(),
                        notice.kind(),
                        notice.year(),
                        notice.citation(),
                        notice.validFrom(),
                        notice.days());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
