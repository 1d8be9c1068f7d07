package org.gongkai.platform.search.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Years, quarters and months (时间) in a title or in what was typed: 2021年8月, 2021-08, 八月, 二季度, 21年.
 *
 * @param from where it begins in the folded text
 * @param to where it ends
 * @param mark 2021, 8m or 2q
 * @param written the same as documents mostly write it, bare: 2021年, 8月, 二季度
 */
public record Times(int from, int to, String mark, String written) {

    private static final String NUMERALS = "一二三四五六七八九十";

    private static final Pattern ANY =
            Pattern.compile(
                    "(?<!\\d)(?<year>(?:19|20)\\d{2})(?:\\s*年度?|(?=\\s*[-/.]\\s*\\d{1,2}(?!\\d))|(?!\\d))"
                            + "(?:\\s*[-/.]\\s*(?<num>0?[1-9]|1[0-2])(?![\\d]))?"
                            + "|(?<!\\d)(?<short>[12]\\d)\\s*年"
                            + "|(?<!\\d)(?<month>0?[1-9]|1[0-2])\\s*月(?:份)?"
                            + "|(?<![\\p{IsHan}\\d]|十)(?<hanmonth>十[一二]?|[一二三四五六七八九])月(?:份)?"
                            + "|第?(?<quarter>[一二三四1-4])\\s*季度");

    /** All of them, in order. */
    public static List<Times> in(String folded) {
        List<Times> found = new ArrayList<>();
        Matcher any = ANY.matcher(folded);
        while (any.find()) {
            add(any, found);
        }
        return found;
    }

    /** The marks of a document with this title. */
    public static Set<String> marks(String title) {
        Set<String> marks = new LinkedHashSet<>();
        in(Folding.fold(title)).forEach(it -> marks.add(it.mark));
        return marks;
    }

    private static void add(Matcher any, List<Times> found) {
        if (any.group("year") != null) {
            found.add(year(any, any.group("year")));
        } else if (any.group("short") != null) {
            found.add(year(any, "20" + any.group("short")));
        }
        String month = any.group("num") != null ? any.group("num") : any.group("month");
        if (month != null) {
            found.add(month(any, Integer.parseInt(month)));
        } else if (any.group("hanmonth") != null) {
            found.add(month(any, number(any.group("hanmonth"))));
        } else if (any.group("quarter") != null) {
            int quarter = number(any.group("quarter"));
            found.add(
                    new Times(
                            any.start(),
                            any.end(),
                            quarter + "q",
                            NUMERALS.charAt(quarter - 1) + "季度"));
        }
    }

    private static Times year(Matcher any, String year) {
        return new Times(any.start(), any.end(), year, year + "年");
    }

    private static Times month(Matcher any, int month) {
        return new Times(any.start(), any.end(), month + "m", month + "月");
    }

    private static int number(String numeral) {
        if (Character.isDigit(numeral.charAt(0))) {
            return Integer.parseInt(numeral);
        }
        return numeral.length() == 2
                ? 10 + NUMERALS.indexOf(numeral.charAt(1)) + 1
                : NUMERALS.indexOf(numeral.charAt(0)) + 1;
    }
}
