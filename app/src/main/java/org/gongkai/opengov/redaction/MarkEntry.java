package org.gongkai.opengov.redaction;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A mark as it was entered (标记录入): words, or the four sides of an area in hundredths of the page.
 *
 * @param quote the words; blank for an area
 * @param page for an area, or for words that are meant on one page only
 * @param ground by its name
 */
public record MarkEntry(
        String quote,
        @Nullable Integer page,
        @Nullable Double left,
        @Nullable Double top,
        @Nullable Double right,
        @Nullable Double bottom,
        String ground,
        String law,
        String reason,
        boolean elsewhereAllowed) {

    private static final int LONGEST_QUOTE = 2_000;
    private static final int LONGEST = 300;
    private static final double WHOLE = 100;
    private static final double LEAST = 0.1;

    /** The mark, or everything that is wrong with the entry. */
    Mark mark(int pages) {
        List<FieldProblem> problems = new ArrayList<>();
        var basis = basis(problems);
        if (page != null && (page < 1 || page > pages)) {
            problems.add(FieldProblem.of("page", "redaction.field.page", pages));
        }
        boolean words = !quote.isBlank();
        if (words && Folding.of(quote).isEmpty() || quote.length() > LONGEST_QUOTE) {
            problems.add(FieldProblem.of("quote", "redaction.field.quote", LONGEST_QUOTE));
        }
        var box = words ? null : box(problems);
        if (!words && page == null) {
            problems.add(FieldProblem.of("page", "redaction.field.page", pages));
        }
        if (!problems.isEmpty() || basis == null) {
            throw Refusal.invalid(problems);
        }
        return box == null || page == null
                ? new Mark.Passage(quote.strip(), page, basis, elsewhereAllowed)
                : new Mark.Area(page, box, basis, elsewhereAllowed);
    }

    private @Nullable Basis basis(List<FieldProblem> problems) {
        var named = Ground.named(ground);
        if (named.isEmpty()) {
            problems.add(FieldProblem.of("ground", "redaction.field.ground"));
            return null;
        }
        if (named.get().needsLaw() && law.isBlank()) {
            problems.add(FieldProblem.of("law", "redaction.field.law"));
        }
        if (named.get().needsReason() && reason.isBlank()) {
            problems.add(FieldProblem.of("reason", "redaction.field.reason"));
        }
        if (law.length() > LONGEST) {
            problems.add(FieldProblem.of("law", "redaction.field.too-long", LONGEST));
        }
        if (reason.length() > LONGEST) {
            problems.add(FieldProblem.of("reason", "redaction.field.too-long", LONGEST));
        }
        // The reason is published with the list of grounds.
        if (!quote.isBlank() && Folding.of(reason + "\n" + law).contains(Folding.of(quote))) {
            problems.add(FieldProblem.of("reason", "redaction.field.reason-tells"));
        }
        return new Basis(named.get(), law, reason);
    }

    private @Nullable Box box(List<FieldProblem> problems) {
        if (left == null || top == null || right == null || bottom == null) {
            problems.add(FieldProblem.of("quote", "redaction.field.nothing"));
            return null;
        }
        boolean within =
                left >= 0
                        && top >= 0
                        && right <= WHOLE
                        && bottom <= WHOLE
                        && right - left >= LEAST
                        && bottom - top >= LEAST;
        if (!within) {
            problems.add(FieldProblem.of("left", "redaction.field.area"));
            return null;
        }
        return new Box(left / WHOLE, top / WHOLE, right / WHOLE, bottom / WHOLE);
    }
}
