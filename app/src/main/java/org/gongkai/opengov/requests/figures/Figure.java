package org.gongkai.opengov.requests.figures;

import java.util.ArrayList;
import java.util.List;

/**
 * A number of the report with the cases behind it (数字及其案件).
 *
 * @param cases the numbers of the cases, in the order of receipt; a case with two disputes stands
 *     twice; none where only the number is known, as in a report of another system
 */
public record Figure(long count, List<String> cases) {

    /** Nothing counted. */
    public static final Figure NONE = new Figure(0, List.of());

    public Figure {
        if (count < 0) {
            throw new IllegalArgumentException("Not a count: " + count);
        }
        cases = List.copyOf(cases);
    }

    /** A number whose cases are not known. */
    public static Figure of(long count) {
        return new Figure(count, List.of());
    }

    /** One more case. */
    public Figure plus(String number) {
        var more = new ArrayList<>(cases);
        more.add(number);
        return new Figure(count + 1, more);
    }

    /** One case less. */
    public Figure minus(String number) {
        var fewer = new ArrayList<>(cases);
        if (!fewer.remove(number)) {
            throw new IllegalArgumentException(number + " is not counted here");
        }
        return new Figure(count - 1, fewer);
    }
}
