package org.gongkai.opengov.remediation.web;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.remediation.Typed;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/** What a call sends, as it would have been typed into the form that does the same (接口输入). */
final class Sent {
    private Sent() {}

    /** These fields of a body over what was so before. */
    static Typed over(
            Map<String, String> before,
            Map<String, @Nullable Object> body,
            Collection<String> fields) {
        var typed = new HashMap<>(before);
        for (var field : fields) {
            if (body.containsKey(field)) {
                typed.put(field, text(field, body.get(field)));
            }
        }
        return new Typed(typed);
    }

    /** The rows under a name, the first with the prefix {@code 1.} */
    static Typed rows(Map<String, @Nullable Object> body, String name, Collection<String> fields) {
        var typed = new HashMap<String, String>();
        if (!(body.get(name) instanceof List<?> rows)) {
            throw Refusal.invalid(name, "remediation.problem.required");
        }
        for (var at = 0; at < rows.size(); at++) {
            if (!(rows.get(at) instanceof Map<?, ?> row)) {
                throw Refusal.invalid(name, "remediation.problem.required");
            }
            for (var field : fields) {
                if (row.containsKey(field)) {
                    typed.put(at + 1 + "." + field, text(name, row.get(field)));
                }
            }
        }
        return new Typed(typed);
    }

    private static String text(String field, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> text;
            case Boolean yes -> yes ? "yes" : "no";
            case Double number -> BigDecimal.valueOf(number).toPlainString();
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            default -> throw Refusal.invalid(field, "remediation.problem.required");
        };
    }
}
