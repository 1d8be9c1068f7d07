package org.gongkai.opengov.requestclock;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks the calculator of fees (信息处理费测算), as it was typed.
 *
 * @param method {@code piece} or {@code page}
 * @param from the first piece of the month that is counted; 1 where it is absent
 */
public record FeeQuestion(
        @Nullable String method,
        @Nullable String from,
        @Nullable String to,
        @Nullable String pages) {

    /** Whether anything was asked at all. */
    public boolean asked() {
        return method != null || from != null || to != null || pages != null;
    }

    /** Reads it; refuses it with all that is wrong at once. */
    public FeeMethod read() {
        return switch (text(method)) {
            case "piece" -> byPiece();
            case "page" -> byPage();
            default -> throw Refusal.invalid("method", "requestclock.fee.method.unknown");
        };
    }

    private FeeMethod byPiece() {
        var problems = new ArrayList<FieldProblem>();
        if (!text(pages).isEmpty()) {
            problems.add(FieldProblem.of("pages", "requestclock.fee.both-methods"));
        }
        var first = text(from).isEmpty() ? Integer.valueOf(1) : number("from", from, problems);
        var last = number("to", to, problems);
        if (first != null && last != null && last < first) {
            problems.add(FieldProblem.of("to", "requestclock.fee.to.before-from"));
        }
        if (!problems.isEmpty() || first == null || last == null) {
            throw Refusal.invalid(problems);
        }
        return new PieceFee(first, last);
    }

    private FeeMethod byPage() {
        var problems = new ArrayList<FieldProblem>();
        if (!text(from).isEmpty() || !text(to).isEmpty()) {
            problems.add(
                    FieldProblem.of(
                            text(to).isEmpty() ? "from" : "to", "requestclock.fee.both-methods"));
        }
        var count = number("pages", pages, problems);
        if (!problems.isEmpty() || count == null) {
            throw Refusal.invalid(problems);
        }
        return new PageFee(count);
    }

    private static @Nullable Integer number(
            String field, @Nullable String typed, List<FieldProblem> problems) {
        int most = field.equals("pages") ? PageFee.MOST : PieceFee.MOST;
        var written = text(typed);
        if (written.matches("0*[0-9]{1,7}")) {
            int number = Integer.parseInt(written);
            if (number >= 1 && number <= most) {
                return number;
            }
        }
        problems.add(FieldProblem.of(field, "requestclock.fee.number.out-of-range", most));
        return null;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
