package org.gongkai.opengov.requests;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gongkai.opengov.requests.figures.ReportSurroundings;
import org.gongkai.opengov.requests.figures.ReportSurroundings.Fees;
import org.gongkai.opengov.requests.figures.ReportSurroundings.Norms;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Until which day is counted, and what the draft of the yearly report says elsewhere, to be held
 * against the tables (年报其他数字), as typed; each may be left out, and is then not checked.
 *
 * @param asOf the last day counted; today if none is named
 * @param carriedBefore 结转下年度, in total, as the report of the year before was published
 * @param normsMade 行政规范性文件 made in the year, table 2; the next three go with it
 * @param rulesMade 规章 made in the year, table 2; the next two go with it
 * @param quoted the number of requests received that the prose names
 * @param feesYuan fees taken in the year, section six, in yuan
 */
public record ReportEntry(
        @Nullable String asOf,
        @Nullable String carriedBefore,
        @Nullable String normsMade,
        @Nullable String normsRepealed,
        @Nullable String normsInForce,
        @Nullable String normsInForceBefore,
        @Nullable String rulesMade,
        @Nullable String rulesRepealed,
        @Nullable String rulesInForce,
        @Nullable String quoted,
        @Nullable String feesYuan) {

    /** Counted until this day, nothing else known. */
    public static ReportEntry asOf(@Nullable LocalDate day) {
        return new ReportEntry(
                day == null ? null : day.toString(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same, counted until this day. */
    public ReportEntry until(LocalDate day) {
        return new ReportEntry(
                day.toString(),
                carriedBefore,
                normsMade,
                normsRepealed,
                normsInForce,
                normsInForceBefore,
                rulesMade,
                rulesRepealed,
                rulesInForce,
                quoted,
                feesYuan);
    }

    /** Whether a number of the report was typed. */
    public boolean any() {
        return Stream.of(carriedBefore, normsMade, rulesMade, quoted, feesYuan)
                .anyMatch(it -> !RequestEntry.line(it).isEmpty());
    }

    /**
     * What was typed, in order.
     *
     * @param carriedBefore null where it was not typed
     * @param norms table 2; null where not typed
     */
    record Checked(
            LocalDate asOf,
            @Nullable Long carriedBefore,
            @Nullable Norms norms,
            @Nullable Norms rules,
            @Nullable Long quoted,
            @Nullable Long feesYuan) {

        /** With the cases that paid a fee in the year. */
        ReportSurroundings surroundings(List<String> paid) {
            return new ReportSurroundings(
                    null, rules, norms, quoted, feesYuan == null ? null : new Fees(feesYuan, paid));
        }
    }

    /** Refuses with every field that has to be mended. */
    Checked check(LocalDate today) {
        var problems = new ArrayList<FieldProblem>();
        var day = day(today, problems);
        var checked =
                new Checked(
                        day,
                        number("carriedBefore", carriedBefore, problems),
                        norms(problems),
                        rules(problems),
                        number("quoted", quoted, problems),
                        number("feesYuan", feesYuan, problems));
        if (!problems.isEmpty()) {
            throw Refusal.invalid(List.copyOf(problems));
        }
        return checked;
    }

    private @Nullable Norms norms(List<FieldProblem> problems) {
        var made = number("normsMade", normsMade, problems);
        var repealed = number("normsRepealed", normsRepealed, problems);
        var now = number("normsInForce", normsInForce, problems);
        var before = number("normsInForceBefore", normsInForceBefore, problems);
        if (Stream.of(made, repealed, now, before).allMatch(Objects::isNull)) {
            return null;
        }
        return new Norms(
                owed("normsMade", made, problems),
                owed("normsRepealed", repealed, problems),
                owed("normsInForce", now, problems),
                owed("normsInForceBefore", before, problems));
    }

    private @Nullable Norms rules(List<FieldProblem> problems) {
        var made = number("rulesMade", rulesMade, problems);
        var repealed = number("rulesRepealed", rulesRepealed, problems);
        var now = number("rulesInForce", rulesInForce, problems);
        if (Stream.of(made, repealed, now).allMatch(Objects::isNull)) {
            return null;
        }
        return new Norms(
                owed("rulesMade", made, problems),
                owed("rulesRepealed", repealed, problems),
                owed("rulesInForce", now, problems),
                0);
    }

    private static long owed(String field, @Nullable Long given, List<FieldProblem> problems) {
        if (given == null && problems.stream().noneMatch(it -> it.field().equals(field))) {
            problems.add(FieldProblem.of(field, "requests.figures.number"));
        }
        return given == null ? 0 : given;
    }

    private LocalDate day(LocalDate today, List<FieldProblem> problems) {
        var typed = RequestEntry.line(asOf);
        try {
            var day = typed.isEmpty() ? today : LocalDate.parse(typed);
            if (day.isAfter(today)) {
                problems.add(FieldProblem.of("asOf", "requests.figures.future"));
            }
            return day;
        } catch (DateTimeParseException e) {
            problems.add(FieldProblem.of("asOf", "requests.figures.day"));
            return today;
        }
    }

    private static @Nullable Long number(
            String field, @Nullable String typed, List<FieldProblem> problems) {
        var text = RequestEntry.line(typed);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("[0-9]{1,12}")) {
            problems.add(FieldProblem.of(field, "requests.figures.number"));
            return null;
        }
        return Long.valueOf(text);
    }
}
