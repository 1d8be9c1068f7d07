package org.gongkai.platform.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A year's arrangement in the format of the data set holiday-cn (年度放假数据文件): {@code
 * {"year","papers":[…],"days":[{"name","date","isOffDay"}]}}.
 *
 * <p>The year is that of the notice; its days may lie in the December before. A file without days
 * stands for a year that is not known yet, and is refused.
 */
public record YearFile(int year, List<String> papers, List<NoticeDay> days) {
    /** The longest file that is read, in characters. */
    public static final int LONGEST = 200_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public YearFile {
        papers = List.copyOf(papers);
        days = List.copyOf(days);
    }

    /** Reads a file; refuses it with all that is wrong at once. */
    public static YearFile read(String text) {
        if (text.length() > LONGEST) {
            throw tooLarge();
        }
        JsonNode root = tree(text);
        var year = root.path("year");
        var listed = root.path("days");
        if (!year.isInt() || !listed.isArray()) {
            throw refused("not-a-year");
        }
        if (listed.isEmpty()) {
            throw refused("empty");
        }
        var problems = new ArrayList<FieldProblem>();
        var days = new ArrayList<NoticeDay>();
        int at = 0;
        for (var each : listed) {
            at++;
            var day = day(each);
            if (day == null) {
                problems.add(FieldProblem.of("file", "calendar.import.problem.day", at));
            } else {
                days.add(day);
            }
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return new YearFile(year.asInt(), papers(root), days);
    }

    /** The refusal of a file that is too large to be one year. */
    public static Refusal tooLarge() {
        return refused("too-large");
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw refused("not-json");
        }
    }

    private static @Nullable NoticeDay day(JsonNode each) {
        var date = each.path("date");
        var name = each.path("name");
        var off = each.path("isOffDay");
        if (!date.isString() || !name.isString() || name.asString().isBlank() || !off.isBoolean()) {
            return null;
        }
        try {
            return new NoticeDay(
                    LocalDate.parse(date.asString()),
                    off.asBoolean() ? DayKind.OFF : DayKind.WORK,
                    name.asString().strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static List<String> papers(JsonNode root) {
        var papers = new ArrayList<String>();
        for (var each : root.path("papers")) {
            if (each.isString() && each.asString().matches("https?://\\S{1,300}")) {
                papers.add(each.asString());
            }
        }
        return papers;
    }

    private static Refusal refused(String what) {
        return Refusal.invalid("file", "calendar.import.problem." + what);
    }
}
