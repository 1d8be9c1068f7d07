package org.gongkai.opengov.inspections.tasks;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question of a check form (检查内容), as data.
 *
 * @param key stable within its form, in file and field names
 * @param unit of a number, e.g. mg/L; null for other kinds
 * @param basis which provision asks for it; may be empty
 */
public record Question(
        String key, String text, Kind kind, @Nullable String unit, boolean required, String basis) {

    /** What an answer can be. */
    public enum Kind {
        /** 是、否、不适用. */
        YES_NO,
        /** 数值, with its unit. */
        NUMBER,
        /** 文字. */
        TEXT,
        /** 照片. */
        PHOTO
    }

    /** What can be wrong with an answer. */
    public enum Fault {
        MISSING,
        NOT_AMONG,
        NOT_A_NUMBER,
        TOO_LONG
    }

    static final int LONGEST = 2_000;

    public Question {
        if (!key.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("Not a key: " + key);
        }
        if ((kind == Kind.NUMBER) != (unit != null)) {
            throw new IllegalArgumentException("A number has a unit, others have none: " + key);
        }
    }

    /**
     * What is wrong with this answer.
     *
     * @param photos how many pictures there are to this question
     * @param complete whether the form is to be complete, or is only kept for now
     */
    public Optional<Fault> fault(@Nullable String answer, int photos, boolean complete) {
        boolean absent = kind == Kind.PHOTO ? photos == 0 : answer == null || answer.isBlank();
        if (absent) {
            return complete && required ? Optional.of(Fault.MISSING) : Optional.empty();
        }
        var given = answer == null ? "" : answer.strip();
        return switch (kind) {
            case YES_NO ->
                    given.matches("yes|no|not-applicable")
                            ? Optional.empty()
                            : Optional.of(Fault.NOT_AMONG);
            case NUMBER -> isNumber(given) ? Optional.empty() : Optional.of(Fault.NOT_A_NUMBER);
            case TEXT -> given.length() <= LONGEST ? Optional.empty() : Optional.of(Fault.TOO_LONG);
            case PHOTO -> Optional.empty();
        };
    }

    private static boolean isNumber(String given) {
        if (given.length() > 20 || !given.matches("[+-]?[0-9]+(\\.[0-9]+)?")) {
            return false;
        }
        return new BigDecimal(given).precision() <= 15;
    }
}
