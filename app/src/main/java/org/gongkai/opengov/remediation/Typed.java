package org.gongkai.opengov.remediation;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/** What was typed into a form, field by field (填写内容), before anything is known to be right. */
public record Typed(Map<String, String> fields) {
    public Typed {
        fields = Map.copyOf(fields);
    }

    /** What was typed into a field; empty for nothing. */
    public String of(String field) {
        return fields.getOrDefault(field, "").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "").strip();
    }

    /** Reads fields and remembers each that is wrong, so that all are told at once. */
    static final class Check {
        static final int SHORT = 60;
        static final int LONG = 500;

        private final Typed typed;
        private final List<FieldProblem> problems = new ArrayList<>();

        Check(Typed typed) {
            this.typed = typed;
        }

        String text(String field, int longest, boolean wanted) {
            var text = typed.of(field);
            if (wanted && text.isEmpty()) {
                add(field, "remediation.problem.required");
            }
            if (text.length() > longest) {
                add(field, "remediation.problem.too-long", longest);
            }
            return text;
        }

        <T> Optional<T> chosen(String field, Optional<T> found) {
            if (found.isEmpty()) {
                add(field, "remediation.problem.choose");
            }
            return found;
        }

        LocalDate day(String field) {
            try {
                var day = LocalDate.parse(typed.of(field));
                if (day.getYear() >= 1990 && day.getYear() <= 2100) {
                    return day;
                }
            } catch (DateTimeException noDay) {
                // Told below, as a day out of the range is.
            }
            add(field, "remediation.problem.day");
            return LocalDate.EPOCH;
        }

        /** A day that has come. */
        LocalDate past(String field, LocalDate today) {
            var day = day(field);
            if (day.isAfter(today)) {
                add(field, "remediation.problem.future");
            }
            return day;
        }

        @Nullable BigDecimal number(String field, boolean wanted) {
            var text = typed.of(field);
            if (text.isEmpty()) {
                if (wanted) {
                    add(field, "remediation.problem.required");
                }
                return null;
            }
            if (text.matches("-?[0-9]{1,12}(\\.[0-9]{1,6})?")) {
                return new BigDecimal(text);
            }
            add(field, "remediation.problem.number");
            return null;
        }

        void add(String field, String key, Object... arguments) {
            problems.add(FieldProblem.of(field, key, arguments));
        }

        boolean right() {
            return problems.isEmpty();
        }

        /** Refuses where anything is wrong. */
        void end() {
            if (!problems.isEmpty()) {
                throw Refusal.invalid(problems);
            }
        }
    }
}
