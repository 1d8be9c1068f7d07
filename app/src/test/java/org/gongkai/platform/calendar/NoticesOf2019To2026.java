package org.gongkai.platform.calendar;

import static org.gongkai.platform.calendar.DayKind.OFF;
import static org.gongkai.platform.calendar.DayKind.WORK;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The real notices, read from the data set's files and, for the two amendments, written out here.
 */
public final class NoticesOf2019To2026 {
    static final List<HolidayNotice> ALL = all();
    public static final WorkingCalendar CHINA = CalendarMerge.merge(CalendarCode.CN, ALL);
    public static final WorkingCalendar NINGXIA = CalendarMerge.merge(CalendarCode.NX, ALL);

    /** The national notices as they stood before 27 January 2020. */
    public static final WorkingCalendar BEFORE_THE_2020_EXTENSION =
            CalendarMerge.merge(CalendarCode.CN, nationalBeforeTheExtension());

    /** The region's days as they stood before 27 January 2020. */
    public static final WorkingCalendar NINGXIA_BEFORE_THE_2020_EXTENSION =
            CalendarMerge.merge(
                    CalendarCode.NX,
                    Stream.concat(
                                    Stream.of(
                                            regional(
                                                    2020,
                                                    "2019-12-04",
                                                    read("nx-overlay-2019-2022.csv", 2020)
                                                            .toArray(NoticeDay[]::new))),
                                    nationalBeforeTheExtension().stream())
                            .toList());

    private NoticesOf2019To2026() {}

    private static List<HolidayNotice> nationalBeforeTheExtension() {
        return List.of(
                national(2020, "2019-11-21", daysOf(2020)),
                amendment(
                        2020,
                        "2019-11-22",
                        new NoticeDay(day("2020-01-31"), DayKind.ORDINARY, "春节"),
                        new NoticeDay(day("2020-02-01"), WORK, "春节"),
                        new NoticeDay(day("2020-02-02"), DayKind.ORDINARY, "春节"),
                        new NoticeDay(day("2020-02-03"), DayKind.ORDINARY, "春节")));
    }

    static HolidayNotice national(int year, String validFrom, List<NoticeDay> days) {
        return notice(CalendarCode.CN, NoticeKind.ANNUAL, year, validFrom, days);
    }

    static HolidayNotice regional(int year, String validFrom, NoticeDay... days) {
        return notice(CalendarCode.NX, NoticeKind.ANNUAL, year, validFrom, List.of(days));
    }

    static HolidayNotice amendment(int year, String validFrom, NoticeDay... days) {
        return notice(CalendarCode.CN, NoticeKind.AMENDMENT, year, validFrom, List.of(days));
    }

    static NoticeDay off(String day, String festival) {
        return new NoticeDay(day(day), OFF, festival);
    }

    static NoticeDay work(String day, String festival) {
        return new NoticeDay(day(day), WORK, festival);
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    static List<NoticeDay> daysOf(int year) {
        return read("cn-" + year + ".csv", year);
    }

    private static List<HolidayNotice> all() {
        var notices = new ArrayList<HolidayNotice>();
        IntStream.rangeClosed(2019, 2026)
                .mapToObj(year -> national(year, (year - 1) + "-11-30", daysOf(year)))
                .forEach(notices::add);
        IntStream.rangeClosed(2019, 2022)
                .mapToObj(
                        year ->
                                regional(
                                        year,
                                        (year - 1) + "-12-31",
                                        read("nx-overlay-2019-2022.csv", year)
                                                .toArray(NoticeDay[]::new)))
                .forEach(notices::add);
        return List.copyOf(notices);
    }

    private static HolidayNotice notice(
            CalendarCode code, NoticeKind kind, int year, String validFrom, List<NoticeDay> days) {
        return new HolidayNotice(
                0,
                code,
                kind,
                year,
                code + "〔" + year + "〕1号",
                "title",
                "issuer",
                day(validFrom),
                Certainty.CHECKED,
                "source",
                days);
    }

    private static List<NoticeDay> read(String file, int year) {
        return lines(file)
                .skip(1)
                .map(line -> line.split(","))
                .filter(row -> Integer.parseInt(row[0]) == year)
                .map(row -> row[2].equals("true") ? off(row[1], row[3]) : work(row[1], row[3]))
                .toList();
    }

    private static Stream<String> lines(String file) {
        try (var in = NoticesOf2019To2026.class.getResourceAsStream("/calendar/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
