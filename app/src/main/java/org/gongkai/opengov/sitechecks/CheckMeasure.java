package org.gongkai.opengov.sitechecks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.refusals.FieldProblem;

/**
 * By what a self-check measures (自查尺度): how long things may rest, what each fault costs.
 *
 * <p>国办秘函〔2019〕19号: the terms of home page, news and notices and the numbers of the veto items are
 * the inspection's [C]; an agency may be stricter with itself and not laxer. The year of the other
 * columns [M] and the points [D] are free (ADR 0157).
 *
 * @param homeDays 首页: nothing new for longer is a fault
 * @param newsDays 动态、要闻
 * @param noticeMonths 通知公告、政策文件
 * @param otherMonths other columns that have no rule of their own
 */
public record CheckMeasure(
        int homeDays,
        int newsDays,
        int noticeMonths,
        int otherMonths,
        Map<CheckItem, Weight> weights) {
    private static final int HOME_DAYS = 14;
    private static final int NEWS_DAYS = 14;
    private static final int NOTICE_MONTHS = 6;
    private static final int OTHER_MONTHS = 12;
    private static final int MOST_MONTHS = 60;
    private static final int FULL = 100;

    /** The inspection's own. */
    public static final CheckMeasure USUAL =
            new CheckMeasure(HOME_DAYS, NEWS_DAYS, NOTICE_MONTHS, OTHER_MONTHS, usualWeights());

    public CheckMeasure {
        var all = new EnumMap<CheckItem, Weight>(CheckItem.class);
        for (var it : CheckItem.values()) {
            all.put(it, weights.getOrDefault(it, it.usual()));
        }
        weights = Collections.unmodifiableMap(all);
    }

    /**
     * What an item costs (扣分).
     *
     * @param points for each fault
     * @param most for all of them together
     * @param veto so many fail the whole site (单项否决); 0 where it is none
     */
    public record Weight(int points, int most, int veto) {
        /** How many points so many faults cost. */
        public int lost(long faults) {
            return (int) Math.min(most, faults * points);
        }

        /** Whether so many faults fail the whole site. */
        public boolean vetoes(long faults) {
            return veto > 0 && faults >= veto;
        }
    }

    /** What this item costs. */
    public Weight of(CheckItem item) {
        return weights.getOrDefault(item, item.usual());
    }

    /** What an agency may not set; empty when all is right. */
    List<FieldProblem> problems() {
        var problems = new ArrayList<FieldProblem>();
        between(problems, "homeDays", homeDays, 1, HOME_DAYS);
        between(problems, "newsDays", newsDays, 1, NEWS_DAYS);
        between(problems, "noticeMonths", noticeMonths, 1, NOTICE_MONTHS);
        between(problems, "otherMonths", otherMonths, 1, MOST_MONTHS);
        weights.forEach(
                (item, weight) -> {
                    var usual = item.usual().veto();
                    between(problems, item.slug() + ".points", weight.points(), 0, FULL);
                    between(problems, item.slug() + ".most", weight.most(), 0, FULL);
                    between(
                            problems,
                            item.slug() + ".veto",
                            weight.veto(),
                            Math.min(usual, 1),
                            usual);
                });
        return problems;
    }

    private static void between(
            List<FieldProblem> problems, String field, int value, int least, int most) {
        if (value < least || value > most) {
            problems.add(FieldProblem.of(field, "sitechecks.field.between", least, most));
        }
    }

    private static Map<CheckItem, Weight> usualWeights() {
        var usual = new EnumMap<CheckItem, Weight>(CheckItem.class);
        Arrays.stream(CheckItem.values()).forEach(it -> usual.put(it, it.usual()));
        return usual;
    }
}
