package org.gongkai.opengov.inspections.plans;

/**
 * What holds for all lines of a plan (总体设置).
 *
 * @param officerCap most visits of one officer in a quarter
 * @param yearlyCap 年度检查上限: most visits to one firm in the year; 0 for none (国办发〔2024〕54号 wants one
 *     published)
 * @param seats officers who go, at least two (《行政处罚法》 (2021) art. 42)
 */
public record PlanSettings(int officerCap, int yearlyCap, int seats) {
    static final int FEWEST_SEATS = 2;
    static final int MOST_SEATS = 9;
    static final int MOST_VISITS = 1000;
    static final int MOST_A_YEAR = 366;
}
