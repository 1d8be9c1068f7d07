package org.gongkai.opengov.inspections.plans.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.gongkai.opengov.inspections.plans.FormulaKind;
import org.gongkai.opengov.inspections.plans.PlanLine;
import org.gongkai.opengov.inspections.plans.PlanLineEntry;
import org.jspecify.annotations.Nullable;

/** The form of a line, all as typed (计划行表单). */
public record LineForm(
        @Nullable String title,
        @Nullable List<String> classes,
        @Nullable List<String> permitClasses,
        @Nullable String industries,
        @Nullable String regions,
        @Nullable List<String> items,
        @Nullable List<String> methods,
        @Nullable String formula,
        @Nullable String amount,
        @Nullable String graded,
        @Nullable List<String> quarters,
        @Nullable String initiator,
        @Nullable String joint,
        @Nullable String note) {

    /** Nothing yet but what is usual. */
    static LineForm empty(String initiator) {
        return new LineForm(
                "",
                List.of(),
                List.of(),
                "",
                "",
                List.of(),
                List.of("on-site"),
                "each-draw",
                "",
                null,
                List.of("1", "2", "3", "4"),
                initiator,
                "",
                "");
    }

    /** A line as it would have been typed. */
    static LineForm of(PlanLine it, List<String> itemNumbers) {
        return new LineForm(
                it.title(),
                it.classes().stream().map(e -> e.slug()).toList(),
                it.permitClasses().stream().map(e -> e.slug()).toList(),
                String.join(" ", it.industries()),
                String.join(" ", it.regions()),
                itemNumbers,
                it.methods().stream().map(e -> e.slug()).toList(),
                FormulaKind.of(it.formula()).slug(),
                FormulaKind.typed(it.formula()),
                it.graded() ? "true" : null,
                it.quarters().stream().map(e -> Integer.toString(e)).toList(),
                it.initiator(),
                String.join("、", it.joint()),
                it.note());
    }

    PlanLineEntry entry() {
        return new PlanLineEntry(
                title,
                classes,
                permitClasses,
                parts(industries),
                parts(regions),
                items,
                methods,
                formula,
                amount,
                "true".equals(graded),
                quarters == null ? List.of() : quarters.stream().map(Numbers::read).toList(),
                initiator,
                parts(joint),
                note);
    }

    private static List<String> parts(@Nullable String typed) {
        return Arrays.stream(Objects.requireNonNullElse(typed, "").split("[\\s,，、;；]+"))
                .filter(it -> !it.isEmpty())
                .toList();
    }
}
