package org.gongkai.platform.organization;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * Reads what was entered and gathers everything wrong with it (填写内容检查), so that it is said at once.
 *
 * <p>After a problem a harmless value is handed back; {@link #finish} then refuses.
 */
final class Checking {
    static final int LINE = 100;
    static final int PARAGRAPH = 2000;
    private static final LocalDate FIRST_DAY = LocalDate.of(1949, 10, 1);
    private static final int YEARS_AHEAD = 3;

    private final LocalDate today;
    private final List<FieldProblem> problems = new ArrayList<>();

    Checking(LocalDate today) {
        this.today = today;
    }

    LocalDate today() {
        return today;
    }

    String text(String field, @Nullable String value, int longest) {
        var text = optional(field, value, longest);
        if (text.isEmpty()) {
            problem(field, "required");
        }
        return text;
    }

    String optional(String field, @Nullable String value, int longest) {
        var text = value == null ? "" : value.strip();
        if (text.codePointCount(0, text.length()) > longest) {
            problem(field, "too-long", longest);
        }
        return text;
    }

    String key(@Nullable String value) {
        var key = text("key", value, 40);
        if (!key.isEmpty() && !key.matches("[a-z][a-z0-9-]{0,39}")) {
            problem("key", "not-a-key");
        }
        return key;
    }

    /** A day; what was left empty is today. */
    LocalDate day(String field, @Nullable String value) {
        return isEmpty(value) ? today : requiredDay(field, value);
    }

    LocalDate requiredDay(String field, @Nullable String value) {
        var day = optionalDay(field, value);
        if (day == null && isEmpty(value)) {
            problem(field, "required");
        }
        return day == null ? today : day;
    }

    @Nullable LocalDate optionalDay(String field, @Nullable String value) {
        if (value == null || isEmpty(value)) {
            return null;
        }
        try {
            var day = LocalDate.parse(value.strip());
            if (day.isBefore(FIRST_DAY) || day.isAfter(today.plusYears(YEARS_AHEAD))) {
                problem(field, "out-of-range");
            }
            return day;
        } catch (DateTimeParseException e) {
            problem(field, "not-a-date");
            return null;
        }
    }

    /** The days from one field to another; the last may be left open. */
    Validity days(@Nullable String from, @Nullable String to) {
        var first = day("from", from);
        var last = optionalDay("to", to);
        if (last != null && last.isBefore(first)) {
            problem("to", "before-from");
            return Validity.since(first);
        }
        return new Validity(first, last);
    }

    <E extends Enum<E>> E oneOf(String field, @Nullable String value, Class<E> kinds) {
        var constants = kinds.getEnumConstants();
        var chosen = Arrays.stream(constants).filter(it -> it.name().equals(value)).findFirst();
        if (chosen.isEmpty()) {
            problem(field, "not-chosen");
        }
        return chosen.orElse(constants[0]);
    }

    int number(String field, @Nullable String value, int least, int most) {
        var text = value == null ? "" : value.strip();
        var number = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            problem(field, "not-a-number", least, most);
            return least;
        }
        return number;
    }

    /** Notes a problem of a field; its sentence names the field and then the arguments. */
    void problem(String field, String code, Object... arguments) {
        var named = new ArrayList<Object>();
        var plain = field.substring(field.lastIndexOf('-') + 1);
        named.add(new DefaultMessageSourceResolvable("organization.field." + plain));
        named.addAll(List.of(arguments));
        problems.add(FieldProblem.of(field, "organization.problem." + code, named.toArray()));
    }

    /** Refuses if anything is wrong. */
    void finish() {
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
    }

    private static boolean isEmpty(@Nullable String value) {
        return value == null || value.isBlank();
    }
}
