package org.gongkai.opengov.inspections;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * The local rules of random inspections (抽查工作实施细则) that hold on a day: what national rules leave to
 * the place. Kept by date with their source; {@link LocalRulesBook#on} reads them.
 *
 * @param from the first day they hold
 * @param source the paper they stand in, with number and article
 * @param level whose ratios hold: of a city or of a county
 * @param ratios for each class, what is drawn of it
 * @param perOfficer inspections of ordinary units for each officer in post, a year; counts beside
 *     the ratio, the larger one holds
 * @param risk what each risk class does to the chance of a unit, as a percentage of the normal
 * @param yearlyCap the most inspections of one firm in a year, those on complaints, leads, orders
 *     and accidents not counted
 * @param recusalReasons what an officer can be recused for
 * @param yearsAfterWork how many years after leaving a unit an officer may not inspect it
 * @param seats officers of a visit, at least 2 (行政处罚法 art. 42)
 * @param samePair how many visits in a row the same pair may make to one unit
 */
public record LocalRules(
        LocalDate from,
        String source,
        Level level,
        Map<SupervisionClass, Ratio> ratios,
        int perOfficer,
        Map<RiskClass, Integer> risk,
        int yearlyCap,
        Set<RecusalReason> recusalReasons,
        int yearsAfterWork,
        int seats,
        int samePair) {

    /** 行政处罚法 (2021) art. 42: never fewer than two officers. */
    public static final int FEWEST_SEATS = 2;

    public LocalRules {
        if (seats < FEWEST_SEATS) {
            throw new IllegalArgumentException("At least two officers, not " + seats);
        }
        ratios = Map.copyOf(ratios);
        risk = Map.copyOf(risk);
        recusalReasons = Set.copyOf(recusalReasons);
    }

    /** Whose inspections they are. */
    public enum Level {
        /** 市级. */
        CITY,
        /** 县级. */
        COUNTY
    }

    /** Over what time a ratio is meant. */
    public enum Span {
        /** 每季度. */
        QUARTER,
        /** 每年. */
        YEAR
    }

    /**
     * What is drawn of a class (抽查比例), always rounded up.
     *
     * @param percent 0 to 100, of the register
     */
    public record Ratio(int percent, Span span) {
        public Ratio {
            if (percent < 0 || percent > 100) {
                throw new IllegalArgumentException("A ratio has 0 to 100 percent, not " + percent);
            }
        }

        /** This share of so many, rounded up. */
        public int of(int units) {
            return Math.toIntExact(((long) units * percent + 99) / 100);
        }
    }

    /** The ratio of a class. */
    public Ratio ratio(SupervisionClass of) {
        return ratios.getOrDefault(of, new Ratio(0, Span.YEAR));
    }

    /** What a grade does to the chance, as a percentage of the normal. */
    public int multiplier(RiskClass grade) {
        return risk.getOrDefault(grade, 100);
    }

    /** What the worse of risk class and environmental credit does to the chance, in percent. */
    public int weight(RiskClass risk, EnvironmentalCredit credit) {
        return multiplier(risk.orWorse(credit));
    }
}
