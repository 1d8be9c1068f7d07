package org.gongkai.platform.audit;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the trail are asked for (审计查询条件); null for any.
 *
 * @param who the name of a person
 * @param action the beginning of an action
 * @param subject the beginning of a subject
 * @param from first day
 * @param to last day
 */
public record AuditFilter(
        @Nullable String who,
        @Nullable String action,
        @Nullable String subject,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** Reads what was typed; refuses what is no day and a period that ends before it begins. */
    public static AuditFilter read(
            @Nullable String who,
            @Nullable String action,
            @Nullable String subject,
            @Nullable String from,
            @Nullable String to) {
        var problems = new ArrayList<FieldProblem>();
        var filter =
                new AuditFilter(
                        text(who),
                        text(action),
                        text(subject),
                        day("from", from, problems),
                        day("to", to, problems));
        if (filter.from != null && filter.to != null && filter.to.isBefore(filter.from)) {
            problems.add(FieldProblem.of("to", "audit.list.period-backwards"));
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return filter;
    }

    /** The conditions as one text; the name looked for is personal and left out. */
    String written() {
        return "who=%s action=%s subject=%s from=%s to=%s"
                .formatted(who == null ? null : "…", action, subject, from, to);
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private static @Nullable LocalDate day(
            String field, @Nullable String typed, List<FieldProblem> problems) {
        String text = text(typed);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            problems.add(FieldProblem.of(field, "audit.list.no-day"));
            return null;
        }
    }
}
