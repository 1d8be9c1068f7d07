package org.gongkai.opengov.inspections.plans;

/**
 * Which of a line's draws in the year this is (年内第几次抽取): the second of four.
 *
 * @param number from 1
 * @param of how many draws the line has in the year
 */
public record Turn(int number, int of) {
    public Turn {
        if (number < 1 || number > of) {
            throw new IllegalArgumentException("No turn " + number + " of " + of);
        }
    }

    /** What of {@code year} is to have been drawn by the end of this turn, rounded up. */
    int cumulative(int year) {
        return (int) Rounding.up((long) number * year, of);
    }
}
