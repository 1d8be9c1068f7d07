package org.gongkai.platform.pages;

import java.util.List;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form (表单问题): shown on top with links, and at each field. */
public record Problems(List<FieldProblem> all) {
    public Problems {
        all = List.copyOf(all);
    }

    /** Nothing is wrong. */
    public static Problems none() {
        return new Problems(List.of());
    }

    /** What a refusal says about the fields, or its one sentence, which then stands at no field. */
    public static Problems of(Refusal refusal) {
        return refusal.problems().isEmpty()
                ? new Problems(
                        List.of(new FieldProblem("", refusal.messageKey(), refusal.arguments())))
                : new Problems(refusal.problems());
    }

    /** The same, with what is wrong with one field shown at another of the page. */
    public Problems moved(String field, String shown) {
        return new Problems(
                all.stream()
                        .map(
                                it ->
                                        it.field().equals(field)
                                                ? new FieldProblem(
                                                        shown, it.messageKey(), it.arguments())
                                                : it)
                        .toList());
    }

    /** Whether anything is wrong. */
    public boolean any() {
        return !all.isEmpty();
    }

    /** The first thing wrong with this field; null when it is in order. */
    public @Nullable FieldProblem of(String field) {
        return all.stream().filter(it -> it.field().equals(field)).findFirst().orElse(null);
    }
}
