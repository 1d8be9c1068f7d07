package org.gongkai.platform.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How days, moments and deadlines are written on pages (日期写法); templates ask it as {@code @dates}.
 */
@Component("dates")
public class ChineseDates {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.SIMPLIFIED_CHINESE);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.SIMPLIFIED_CHINESE);
    private static final String WEEKDAYS = "一二三四五六日";

    private final Wording wording;

    ChineseDates(Wording wording) {
        this.wording = wording;
    }

    /** {@code 2026年11月23日(周一)}. */
    public String day(LocalDate day) {
        return written(day);
    }

    /** {@code 2026年11月23日}, as on official papers. */
    public String plain(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code 2026-11-23}, as in lists. */
    public String brief(LocalDate day) {
        return day.toString();
    }

    /** {@code 2026-11-23}, the day of a moment in Beijing time. */
    public String brief(Instant moment) {
        return moment.atZone(ZONE).toLocalDate().toString();
    }

    /** {@code 2026年11月23日 09:00}, Beijing time. */
    public String moment(Instant moment) {
        return MOMENT.format(moment.atZone(ZONE));
    }

    /** Whether a date picker can show this: nothing, a day or its ISO text. */
    public boolean pickable(@Nullable Object value) {
        if (value == null || value.toString().isEmpty()) {
            return true;
        }
        try {
            LocalDate.parse(value.toString());
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** For {@code <time datetime>}: {@code 2026-11-23T09:00:00+08:00}. */
    public String machine(Instant moment) {
        return Moments.written(moment);
    }

    /** Working days left in words: 剩3个工作日, 今天到期, 逾期2个工作日. */
    public String left(int workingDays) {
        if (workingDays == 0) {
            return wording.say("dates.due-today");
        }
        return workingDays > 0
                ? wording.say("dates.left", workingDays)
                : wording.say("dates.overdue", -workingDays);
    }

    static String written(LocalDate day) {
        return DAY.format(day) + "(周" + WEEKDAYS.charAt(day.getDayOfWeek().getValue() - 1) + ")";
    }
}
