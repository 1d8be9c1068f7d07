package org.gongkai.platform.textcheck.papers;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.platform.textcheck.FoldedText;
import org.gongkai.platform.textcheck.Hit;
import org.gongkai.platform.textcheck.TextDetector;

/** Days that do not exist, and weekdays that do not fit their day (日期与星期). */
public final class DateDetector implements TextDetector {
    private static final Pattern DAY =
            Pattern.compile(
                    "(?<!\\d)(?:(?<year>(?:19|20)\\d{2})\\s?年\\s?)?(?<month>\\d{1,2})\\s?月\\s?(?<day>\\d{1,2})\\s?[日号]"
                            + "(?:\\s?[（(]?\\s?(?:星期|周|礼拜)(?<weekday>[一二三四五六日天])\\s?[）)]?)?");
    private static final Pattern ISO =
            Pattern.compile(
                    "(?<![\\d/.-])(?<year>(?:19|20)\\d{2})(?<sep>[-/.])(?<month>\\d{1,2})\\k<sep>(?<day>\\d{1,2})(?![\\d/.-])");
    private static final Pattern MONTH =
            Pattern.compile("(?<!\\d)(?:19|20)\\d{2}\\s?年\\s?(\\d{1,2})\\s?月(?!\\s?\\d)");
    private static final String WEEKDAYS = "一二三四五六日";

    @Override
    public List<Hit> find(FoldedText text) {
        List<Hit> hits = new ArrayList<>();
        var match = DAY.matcher(text.text());
        while (match.find()) {
            look(match, hits);
        }
        var iso = ISO.matcher(text.text());
        while (iso.find()) {
            if (!exists(Integer.parseInt(iso.group("year")), iso)) {
                hits.add(Hit.warning("paper.no-such-day", iso.start(), iso.end()));
            }
        }
        var month = MONTH.matcher(text.text());
        while (month.find()) {
            var number = Integer.parseInt(month.group(1));
            if (number < 1 || number > 12) {
                hits.add(Hit.warning("paper.no-such-day", month.start(), month.end()));
            }
        }
        return hits;
    }

    private static void look(Matcher match, List<Hit> hits) {
        var year = match.group("year");
        if (!exists(year == null ? 2000 : Integer.parseInt(year), match)) {
            hits.add(Hit.warning("paper.no-such-day", match.start(), match.end()));
        } else if (year != null && match.group("weekday") != null) {
            lookAtWeekday(match, hits);
        }
    }

    private static void lookAtWeekday(Matcher match, List<Hit> hits) {
        var day =
                LocalDate.of(
                        Integer.parseInt(match.group("year")),
                        Integer.parseInt(match.group("month")),
                        Integer.parseInt(match.group("day")));
        var right = WEEKDAYS.charAt(day.getDayOfWeek().getValue() - 1);
        var written = match.group("weekday").replace('天', '日').charAt(0);
        if (written != right) {
            var words = new StringBuilder(match.group());
            var place = match.start("weekday") - match.start();
            words.setCharAt(place, right);
            hits.add(
                    Hit.warning("paper.weekday", match.start(), match.end())
                            .naming(String.valueOf(right))
                            .proposing(words.toString()));
        }
    }

    private static boolean exists(int year, Matcher match) {
        try {
            LocalDate.of(
                    year,
                    Integer.parseInt(match.group("month")),
                    Integer.parseInt(match.group("day")));
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}
