package org.gongkai.opengov.inspections.plans;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.gongkai.opengov.inspections.InspectionMethod;
import org.gongkai.opengov.inspections.PermitClass;
import org.gongkai.opengov.inspections.SupervisionClass;
import org.gongkai.opengov.inspections.registers.InspectionItem;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads a line as typed, and says everything that is wrong with it at once (计划行审读). */
final class LineReading {
    private static final int TITLE = 100;
    private static final int NOTE = 500;
    private static final int MANY = 50;
    private static final int QUARTERS = 4;

    private final List<InspectionItem> standing;
    private final List<FieldProblem> problems = new ArrayList<>();

    /** Against the items that stand in the list. */
    LineReading(List<InspectionItem> standing) {
        this.standing = List.copyOf(standing);
    }

    PlanLine read(PlanLineEntry entry) {
        var formula = formula(entry);
        var quarters = new TreeSet<>(listed(entry.quarters()));
        if (quarters.isEmpty() || quarters.first() < 1 || quarters.last() > QUARTERS) {
            problem("quarters", "inspections.plans.field.quarters");
        }
        var line =
                new PlanLine(
                        0,
                        1,
                        text("title", entry.title(), TITLE, true),
                        new HashSet<>(
                                named("classes", entry.classes(), SupervisionClass::named, true)),
                        new HashSet<>(
                                named(
                                        "permitClasses",
                                        entry.permitClasses(),
                                        PermitClass::named,
                                        false)),
                        digits("industries", entry.industries(), "\\d{2,4}"),
                        digits("regions", entry.regions(), "\\d{2,6}"),
                        items(entry.items()),
                        new HashSet<>(
                                named("methods", entry.methods(), InspectionMethod::named, true)),
                        formula.orElse(new QuotaFormula.Fixed(1)),
                        Boolean.TRUE.equals(entry.graded()),
                        quarters,
                        text("initiator", entry.initiator(), TITLE, true),
                        joint(entry.joint()),
                        text("note", entry.note(), NOTE, false));
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return line;
    }

    private Optional<QuotaFormula> formula(PlanLineEntry entry) {
        var kind = FormulaKind.named(Objects.requireNonNullElse(entry.formula(), "").strip());
        if (kind.isEmpty()) {
            problem("formula", "inspections.plans.field.formula");
            return Optional.empty();
        }
        var read = kind.get().read(Objects.requireNonNullElse(entry.amount(), "").strip());
        if (read.isEmpty()) {
            problem(
                    "amount",
                    kind.get().isRatio()
                            ? "inspections.plans.field.ratio"
                            : "inspections.plans.field.number");
        }
        return read;
    }

    /** By number in the list; all that need a speciality need the same one. */
    private List<Long> items(@Nullable List<String> typed) {
        var found = new ArrayList<InspectionItem>();
        for (var number : listed(typed)) {
            standing.stream()
                    .filter(it -> it.number().equals(number.strip()))
                    .findFirst()
                    .ifPresentOrElse(
                            found::add,
                            () -> problem("items", "inspections.plans.field.item", number));
        }
        if (listed(typed).isEmpty()) {
            problem("items", "inspections.plans.field.items");
        }
        var needs =
                found.stream()
                        .map(InspectionItem::need)
                        .filter(it -> !it.isEmpty())
                        .distinct()
                        .toList();
        if (needs.size() > 1) {
            problem("items", "inspections.plans.field.needs", String.join("、", needs));
        }
        return found.stream().map(InspectionItem::id).distinct().toList();
    }

    private <T> List<T> named(
            String field,
            @Nullable List<String> typed,
            Function<String, Optional<T>> by,
            boolean required) {
        var values = new ArrayList<T>();
        for (var it : listed(typed)) {
            by.apply(it)
                    .ifPresentOrElse(
                            values::add,
                            () -> problem(field, "inspections.plans.field.unknown", it));
        }
        if (required && listed(typed).isEmpty()) {
            problem(field, "inspections.plans.field." + field);
        }
        return values;
    }

    private List<String> digits(String field, @Nullable List<String> typed, String form) {
        var values = listed(typed).stream().map(String::strip).distinct().toList();
        if (values.size() > MANY || !values.stream().allMatch(it -> it.matches(form))) {
            problem(field, "inspections.plans.field." + field);
        }
        return values;
    }

    private List<String> joint(@Nullable List<String> typed) {
        var values = listed(typed).stream().map(String::strip).distinct().toList();
        if (values.size() > MANY || values.stream().anyMatch(it -> it.length() > TITLE)) {
            problem("joint", "inspections.plans.field.joint");
        }
        return values;
    }

    private String text(String field, @Nullable String typed, int longest, boolean required) {
        var text = Objects.requireNonNullElse(typed, "").strip().replaceAll("\\s+", " ");
        if (required && text.isEmpty()) {
            problem(field, "inspections.plans.field." + field);
        }
        if (text.length() > longest) {
            problem(field, "inspections.plans.field.long", longest);
        }
        return text;
    }

    private static <T> List<T> listed(@Nullable List<T> typed) {
        return typed == null
                ? List.of()
                : typed.stream().filter(it -> it != null && !it.toString().isBlank()).toList();
    }

    private void problem(String field, String key, Object... arguments) {
        problems.add(FieldProblem.of(field, key, arguments));
    }
}
