package org.gongkai.opengov.inspections.plans.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.opengov.inspections.plans.PlanTerms;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/** The terms as typed (期限设置填写); the same for page and API. */
public record TermsForm(
        @Nullable String from,
        @Nullable String source,
        @Nullable String planMonth,
        @Nullable String planDay,
        @Nullable String drawMonth,
        @Nullable String officerCap) {
    private static final int SOURCE = 200;
    private static final int MOST = 1000;
    private static final int MONTHS = 3;

    static TermsForm of(PlanTerms now, LocalDate today) {
        return new TermsForm(
                today.toString(),
                now.source(),
                Integer.toString(now.planBy().getMonthValue()),
                Integer.toString(now.planBy().getDayOfMonth()),
                Integer.toString(now.drawMonth()),
                Integer.toString(now.officerCap()));
    }

    PlanTerms read() {
        var problems = new ArrayList<FieldProblem>();
        var day = day(problems);
        var why = Objects.requireNonNullElse(source, "").strip();
        if (why.isEmpty() || why.length() > SOURCE) {
            problems.add(FieldProblem.of("source", "inspections.plans.terms.source-needed"));
        }
        var by = planBy();
        if (by.isEmpty()) {
            problems.add(FieldProblem.of("planDay", "inspections.plans.terms.no-day"));
        }
        var month = Numbers.read(drawMonth);
        if (month < 1 || month > MONTHS) {
            problems.add(FieldProblem.of("drawMonth", "inspections.plans.terms.no-month"));
        }
        var cap = Numbers.read(officerCap);
        if (cap < 1 || cap > MOST) {
            problems.add(FieldProblem.of("officerCap", "inspections.plans.field.officer-cap"));
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return new PlanTerms(Objects.requireNonNull(day), why, by.orElseThrow(), month, cap);
    }

    private @Nullable LocalDate day(ArrayList<FieldProblem> problems) {
        try {
            return LocalDate.parse(Objects.requireNonNullElse(from, "").strip());
        } catch (DateTimeException none) {
            problems.add(FieldProblem.of("from", "inspections.plans.terms.no-from"));
            return null;
        }
    }

    private Optional<MonthDay> planBy() {
        try {
            return Optional.of(MonthDay.of(Numbers.read(planMonth), Numbers.read(planDay)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
