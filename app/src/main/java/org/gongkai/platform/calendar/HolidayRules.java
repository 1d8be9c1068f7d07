package org.gongkai.platform.calendar;

import static org.gongkai.platform.calendar.Festival.DRAGON_BOAT;
import static org.gongkai.platform.calendar.Festival.LABOUR_DAY;
import static org.gongkai.platform.calendar.Festival.MID_AUTUMN;
import static org.gongkai.platform.calendar.Festival.NATIONAL_DAY;
import static org.gongkai.platform.calendar.Festival.NEW_YEAR;
import static org.gongkai.platform.calendar.Festival.QINGMING;
import static org.gongkai.platform.calendar.Festival.SPRING_FESTIVAL;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The legal holidays of a year (法定节假日), by the revision of the law in force in it.
 *
 * <p>《全国年节及纪念日放假办法》 art. 2 for the days, art. 6 for those on a weekend, which are made up on a
 * working day; we take the next one (ADR 0022). The holidays of part of the people (art. 3) do not
 * make a day free for deadlines.
 */
enum HolidayRules {
    /** The revision of 2013-12-11, in force from 2014: 11 days. */
    REVISION_OF_2013(2014, 0, 3, 1),
    /** The revision of 2024-11-10, applied from 2025-01-01: 13 days. */
    REVISION_OF_2024(2025, -1, 4, 2);

    private final int firstYear;
    private final int springFestivalStart;
    private final int springFestivalDays;
    private final int labourDays;

    HolidayRules(int firstYear, int springFestivalStart, int springFestivalDays, int labourDays) {
        this.firstYear = firstYear;
        this.springFestivalStart = springFestivalStart;
        this.springFestivalDays = springFestivalDays;
        this.labourDays = labourDays;
    }

    /** The revision that decides this year. */
    static HolidayRules of(int year) {
        return year < REVISION_OF_2024.firstYear ? REVISION_OF_2013 : REVISION_OF_2024;
    }

    /** The days of art. 2 in the order of the law, weekends included, nothing made up. */
    List<LegalHoliday> holidays(int year) {
        var lunar = LunarFestivals.of(year);
        var spring = lunar.springFestival().plusDays(springFestivalStart);
        var days = new ArrayList<LegalHoliday>();
        add(days, NEW_YEAR, LocalDate.of(year, 1, 1), 1);
        add(days, SPRING_FESTIVAL, spring, springFestivalDays);
        add(days, QINGMING, lunar.qingming(), 1);
        add(days, LABOUR_DAY, LocalDate.of(year, 5, 1), labourDays);
        add(days, DRAGON_BOAT, lunar.dragonBoat(), 1);
        add(days, MID_AUTUMN, lunar.midAutumn(), 1);
        add(days, NATIONAL_DAY, LocalDate.of(year, 10, 1), 3);
        return List.copyOf(days);
    }

    /** The days off of this year when no notice is known: art. 2, and art. 6 for the weekends. */
    static SortedMap<LocalDate, LegalHoliday> daysOff(int year) {
        var off = new TreeMap<LocalDate, LegalHoliday>();
        var holidays = of(year).holidays(year);
        holidays.forEach(it -> off.putIfAbsent(it.day(), it));
        holidays.stream()
                .filter(it -> isWeekend(it.day()))
                .sorted(Comparator.comparing(LegalHoliday::day))
                .forEach(it -> makeUp(it, off));
        return off;
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    private static void add(
            List<LegalHoliday> days, Festival festival, LocalDate first, int count) {
        first.datesUntil(first.plusDays(count))
                .forEach(day -> days.add(new LegalHoliday(day, festival, false)));
    }

    private static void makeUp(LegalHoliday holiday, SortedMap<LocalDate, LegalHoliday> off) {
        var day = holiday.day().plusDays(1);
        while (isWeekend(day) || off.containsKey(day)) {
            day = day.plusDays(1);
        }
        off.put(day, new LegalHoliday(day, holiday.festival(), true));
    }
}
