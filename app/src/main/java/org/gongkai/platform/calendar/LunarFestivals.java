package org.gongkai.platform.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The days of one year that the traditional calendar fixes (农历节日): 正月初一, 清明, 端午, 中秋.
 *
 * <p>A table of computed days for 2014 to 2100 after GB/T 33661-2017 《农历的编算和颁行》, UTC+8. How it was
 * made and checked: ADR 0023.
 */
record LunarFestivals(
        LocalDate springFestival, LocalDate qingming, LocalDate dragonBoat, LocalDate midAutumn) {

    /** The first year of the table; the 2013 revision of the holiday rules is in force from it. */
    static final int FIRST_YEAR = 2014;

    /** The last year of the table. */
    static final int LAST_YEAR = 2100;

    /** Year, then month and day of 正月初一, 清明, 端午 and 中秋; two years a line. */
    private static final String TABLE =
            """
                    2014 0131 0405 0602 0908  2015 0219 0405 0620 0927
                    2016 0208 0404 0609 0915  2017 0128 0404 0530 1004
                    2018 0216 0405 0618 0924  2019 0205 0405 0607 0913
                    2020 0125 0404 0625 1001  2021 0212 0404 0614 0921
                    2022 0201 0405 0603 0910  2023 0122 0405 0622 0929
                    2024 0210 0404 0610 0917  2025 0129 0404 0531 1006
                    2026 0217 0405 0619 0925  2027 0206 0405 0609 0915
                    2028 0126 0404 0528 1003  2029 0213 0404 0616 0922
                    2030 0203 0405 0605 0912  2031 0123 0405 0624 1001
                    2032 0211 0404 0612 0919  2033 0131 0404 0601 0908
                    2034 0219 0405 0620 0927  2035 0208 0405 0610 0916
                    2036 0128 0404 0530 1004  2037 0215 0404 0618 0924
                    2038 0204 0405 0607 0913  2039 0124 0405 0527 1002
                    2040 0212 0404 0614 0920  2041 0201 0404 0603 0910
                    2042 0122 0404 0622 0928  2043 0210 0405 0611 0917
                    2044 0130 0404 0531 1005  2045 0217 0404 0619 0925
                    2046 0206 0404 0608 0915  2047 0126 0405 0529 1004
                    2048 0214 0404 0615 0922  2049 0202 0404 0604 0911
                    2050 0123 0404 0623 0930  2051 0211 0405 0613 0919
                    2052 0201 0404 0601 0907  2053 0219 0404 0620 0926
                    2054 0208 0404 0610 0916  2055 0128 0405 0530 1005
                    2056 0215 0404 0617 0924  2057 0204 0404 0606 0913
                    2058 0124 0404 0625 1002  2059 0212 0405 0614 0921
                    2060 0202 0404 0603 0909  2061 0121 0404 0622 0928
                    2062 0209 0404 0611 0917  2063 0129 0405 0601 1006
                    2064 0217 0404 0619 0925  2065 0205 0404 0608 0915
                    2066 0126 0404 0528 1003  2067 0214 0405 0616 0923
                    2068 0203 0404 0604 0911  2069 0123 0404 0623 0929
                    2070 0211 0404 0613 0919  2071 0131 0405 0602 0908
                    2072 0219 0404 0620 0926  2073 0207 0404 0610 0916
                    2074 0127 0404 0530 1005  2075 0215 0404 0617 0924
                    2076 0205 0404 0606 0912  2077 0124 0404 0624 1001
                    2078 0212 0404 0614 0920  2079 0202 0404 0604 0910
                    2080 0122 0404 0622 0928  2081 0209 0404 0611 0917
                    2082 0129 0404 0601 1006  2083 0217 0404 0619 0926
                    2084 0206 0404 0607 0914  2085 0126 0404 0527 1003
                    2086 0214 0404 0615 0922  2087 0203 0404 0605 0911
                    2088 0124 0404 0623 0929  2089 0210 0404 0613 0918
                    2090 0130 0404 0602 0908  2091 0218 0404 0621 0927
                    2092 0207 0404 0609 0916  2093 0127 0404 0529 1005
                    2094 0215 0404 0617 0924  2095 0205 0404 0606 0913
                    2096 0125 0404 0624 0930  2097 0212 0404 0614 0920
                    2098 0201 0404 0604 0909  2099 0121 0404 0623 0929
                    2100 0209 0405 0612 0918
            """;

    private static final Map<Integer, LunarFestivals> BY_YEAR = read();

    /** The days of this year. */
    static LunarFestivals of(int year) {
        var days = BY_YEAR.get(year);
        if (days == null) {
            throw new IllegalArgumentException("The table has 2014 to 2100, not " + year);
        }
        return days;
    }

    /** The last day of the twelfth month (除夕). */
    LocalDate newYearsEve() {
        return springFestival.minusDays(1);
    }

    private static Map<Integer, LunarFestivals> read() {
        return TABLE.lines()
                .flatMap(line -> Arrays.stream(line.strip().split(" {2}")))
                .map(row -> row.split(" "))
                .collect(
                        Collectors.toUnmodifiableMap(
                                row -> Integer.valueOf(row[0]), row -> year(row)));
    }

    private static LunarFestivals year(String[] row) {
        int year = Integer.parseInt(row[0]);
        Function<String, LocalDate> day =
                it ->
                        MonthDay.of(
                                        Integer.parseInt(it.substring(0, 2)),
                                        Integer.parseInt(it.substring(2)))
                                .atYear(year);
        return new LunarFestivals(
                day.apply(row[1]), day.apply(row[2]), day.apply(row[3]), day.apply(row[4]));
    }
}
