package org.gongkai.opengov.inspections.plans;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * How the number of units to be inspected is found (抽查比例或户数算法).
 *
 * <p>环办〔2015〕88号 and the provincial plans that follow it: key polluters by a ratio of the class
 * each quarter, ordinary units by the number of officers in post, 5 for each at a city and 10 at a
 * county. What is local is typed into the plan and stands in it with its source (ADR 0235).
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = QuotaFormula.EachDraw.class, name = "each-draw"),
    @JsonSubTypes.Type(value = QuotaFormula.OfYear.class, name = "of-year"),
    @JsonSubTypes.Type(value = QuotaFormula.PerOfficer.class, name = "per-officer"),
    @JsonSubTypes.Type(value = QuotaFormula.Fixed.class, name = "fixed")
})
public sealed interface QuotaFormula {

    /** How many the period of the formula asks for, at most all. */
    int wanted(int register, int officers);

    /** The same as an exact part of the class, before any rounding. */
    default Part part(int register, int officers) {
        return new Part(wanted(register, officers), Math.max(1, register));
    }

    /** Whether the number is for the whole year and is spread over its draws. */
    boolean yearly();

    /** A share of the class in each draw (每次按比例). */
    record EachDraw(Ratio ratio) implements QuotaFormula {
        @Override
        public int wanted(int register, int officers) {
            return ratio.of(register);
        }

        @Override
        public Part part(int register, int officers) {
            return new Part(ratio.hundredths(), Ratio.WHOLE);
        }

        @Override
        public boolean yearly() {
            return false;
        }
    }

    /** A share of the class in the year (全年按比例). */
    record OfYear(Ratio ratio) implements QuotaFormula {
        @Override
        public int wanted(int register, int officers) {
            return ratio.of(register);
        }

        @Override
        public Part part(int register, int officers) {
            return new Part(ratio.hundredths(), Ratio.WHOLE);
        }

        @Override
        public boolean yearly() {
            return true;
        }
    }

    /** So many in the year for each officer in post (按在编在岗执法人员数). */
    record PerOfficer(int checks) implements QuotaFormula {
        @Override
        public int wanted(int register, int officers) {
            return (int) Math.min(register, (long) checks * officers);
        }

        @Override
        public boolean yearly() {
            return true;
        }
    }

    /** A number set beforehand for the year (全年定数). */
    record Fixed(int units) implements QuotaFormula {
        @Override
        public int wanted(int register, int officers) {
            return Math.min(register, units);
        }

        @Override
        public boolean yearly() {
            return true;
        }
    }

    /**
     * How many are owed in this draw: for a yearly number what is to have been drawn by the end of
     * this turn, less what was drawn before; never less than none.
     *
     * @param wanted what the period asks for
     */
    default int due(int wanted, Turn turn, int drawnBefore) {
        return yearly() ? Math.max(0, turn.cumulative(wanted) - drawnBefore) : wanted;
    }

    /** A fraction of a class. */
    record Part(long num, long den) {}
}
