package org.gongkai.platform.calendar.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.platform.calendar.CalendarDay;
import org.gongkai.platform.calendar.CalendarYear;
import org.jspecify.annotations.Nullable;

/**
 * A month as a table of weeks from Monday to Sunday (月历).
 *
 * @param weeks seven cells each; null where the week belongs to another month
 */
record MonthTable(int month, int workingDays, List<List<@Nullable Cell>> weeks) {

    /**
     * A day of the table.
     *
     * @param mark message key of its one-character mark; null for a plain working day
     * @param words why it counts or does not
     * @param provisional whether a notice still to come may change it
     */
    record Cell(
            LocalDate date,
            @Nullable String mark,
            boolean counted,
            String words,
            boolean provisional) {}

    static List<MonthTable> of(CalendarYear year, DayWords words) {
        var months = new ArrayList<MonthTable>();
        for (int month = 1; month <= 12; month++) {
            var days = year.month(month);
            months.add(
                    new MonthTable(
                            month,
                            (int) days.stream().filter(CalendarDay::counted).count(),
                            weeks(days, words)));
        }
        return months;
    }

    private static List<List<@Nullable Cell>> weeks(List<CalendarDay> days, DayWords words) {
        var cells = new ArrayList<@Nullable Cell>();
        int empty = days.getFirst().date().getDayOfWeek().getValue() - 1;
        for (int i = 0; i < empty; i++) {
            cells.add(null);
        }
        days.forEach(it -> cells.add(cell(it, words)));
        while (cells.size() % 7 != 0) {
            cells.add(null);
        }
        var weeks = new ArrayList<List<@Nullable Cell>>();
        for (int from = 0; from < cells.size(); from += 7) {
            weeks.add(cells.subList(from, from + 7));
        }
        return weeks;
    }

    private static Cell cell(CalendarDay day, DayWords words) {
        var mark =
                switch (day.reason()) {
                    case WORKING_DAY -> null;
                    case MAKE_UP_DAY -> "calendar.mark.work";
                    case WEEKEND -> "calendar.mark.weekend";
                    case HOLIDAY -> "calendar.mark.off";
                    case REGIONAL_FESTIVAL -> "calendar.mark.regional";
                };
        return new Cell(day.date(), mark, day.counted(), words.reason(day), day.provisional());
    }
}
