package org.gongkai.opengov.requests;

import java.util.ArrayList;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a third party typed (第三方意见录入).
 *
 * @param choice as {@code partly}
 * @param reasons of whoever does not consent to everything
 * @param name by which it is signed
 */
public record OpinionEntry(
        @Nullable String choice, @Nullable String reasons, @Nullable String name) {
    /** The longest reasons, in characters. */
    public static final int REASONS = 3_000;

    private static final int NAME = 100;

    /** What was typed, in order. */
    record Checked(OpinionChoice choice, @Nullable String reasons, String name) {}

    /** Refuses with every field that has to be mended. */
    Checked check() {
        var problems = new ArrayList<FieldProblem>();
        var chosen = OpinionChoice.named(RequestEntry.line(choice));
        if (chosen.isEmpty()) {
            problems.add(FieldProblem.of("choice", "requests.opinion.choice.required"));
        }
        var why = RequestEntry.text(reasons);
        if (why.isEmpty() && chosen.filter(OpinionChoice::needsReasons).isPresent()) {
            problems.add(FieldProblem.of("reasons", "requests.opinion.reasons.required"));
        }
        if (why.length() > REASONS) {
            problems.add(FieldProblem.of("reasons", "requests.field.too-long", REASONS));
        }
        var signed = RequestEntry.line(name);
        if (signed.isEmpty()) {
            problems.add(FieldProblem.of("name", "requests.opinion.name.required"));
        }
        if (signed.length() > NAME) {
            problems.add(FieldProblem.of("name", "requests.field.too-long", NAME));
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return new Checked(chosen.orElseThrow(), why.isEmpty() ? null : why, signed);
    }
}
