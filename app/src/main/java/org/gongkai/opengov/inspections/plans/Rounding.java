package org.gongkai.opengov.inspections.plans;

/** Fractions of units are rounded up (向上取整): there is no part of an inspection. */
final class Rounding {
    private Rounding() {}

    /** {@code num / den}, rounded up; both not negative. */
    static long up(long num, long den) {
        return (num + den - 1) / den;
    }
}
