package org.gongkai.opengov.inspections.registers;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.gongkai.platform.refusals.FieldProblem;

/** What must hold between the fields of an entry (字段间校验), in the form and in a file. */
final class RegisterCheck {
    private RegisterCheck() {}

    /** The first thing that does not fit; the values are as they are kept, each right by itself. */
    static Optional<FieldProblem> together(
            Register register, Map<String, String> values, LocalDate today) {
        return switch (register) {
            case ITEM -> order(values, "validFrom", "validTo");
            case RECUSAL -> order(values, "since", "until");
            case UNIT ->
                    past(values, "enteredOn", today)
                            .or(() -> past(values, "lastInspectedOn", today));
            case OFFICER -> past(values, "joinedOn", today);
        };
    }

    private static Optional<FieldProblem> order(
            Map<String, String> values, String first, String last) {
        var begin = values.getOrDefault(first, "");
        var end = values.getOrDefault(last, "");
        return !end.isEmpty() && end.compareTo(begin) < 0
                ? Optional.of(
                        FieldProblem.of(
                                last, "inspections.problem.before-begin", LocalDate.parse(begin)))
                : Optional.empty();
    }

    private static Optional<FieldProblem> past(
            Map<String, String> values, String field, LocalDate today) {
        return values.getOrDefault(field, "").compareTo(today.toString()) > 0
                ? Optional.of(FieldProblem.of(field, "inspections.problem.future"))
                : Optional.empty();
    }
}
