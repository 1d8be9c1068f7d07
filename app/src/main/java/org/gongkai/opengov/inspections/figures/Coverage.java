package org.gongkai.opengov.inspections.figures;

/**
 * How many units of a district or an industry were inspected in the year (覆盖率).
 *
 * @param code of the district or division
 * @param name what it is called
 * @param register units on the register
 * @param covered units inspected at least once
 */
public record Coverage(String code, String name, int register, int covered) {

    /** Of the register, in per cent with one decimal, cut off. */
    public String percent() {
        return Reached.Share.percent(covered, register);
    }
}
