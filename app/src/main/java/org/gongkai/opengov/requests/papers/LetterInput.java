package org.gongkai.opengov.requests.papers;

import java.util.EnumSet;
import java.util.Set;
import org.gongkai.opengov.requests.letters.LetterField;

/**
 * What an officer says of a letter because the case does not know it (待填要素).
 *
 * @param needed whether the letter cannot be made without it
 * @param suggestion what the case suggests; empty for nothing
 */
public record LetterInput(LetterField field, boolean needed, String suggestion) {
    private static final Set<LetterField> DAYS =
            EnumSet.of(LetterField.TERM, LetterField.SENT_ON, LetterField.NEW_DUE);
    private static final Set<LetterField> LINES =
            EnumSet.of(
                    LetterField.THIRD_PARTY,
                    LetterField.OTHER_AGENCY,
                    LetterField.HANDLER,
                    LetterField.FEE_WAY,
                    LetterField.FORWARDED_TO,
                    LetterField.RIGHT_AGENCY);

    /** How it is typed. */
    public enum Shape {
        LINE,
        TEXT,
        DAY
    }

    /** How it is typed. */
    public Shape shape() {
        return shape(field);
    }

    static Shape shape(LetterField field) {
        if (DAYS.contains(field)) {
            return Shape.DAY;
        }
        return LINES.contains(field) ? Shape.LINE : Shape.TEXT;
    }
}
