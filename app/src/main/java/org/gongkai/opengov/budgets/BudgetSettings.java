package org.gongkai.opengov.budgets;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What is only our reading and may be set otherwise (预决算设置; ADR 0289, ADR 0290, ADR 0302). */
@Component
class BudgetSettings {
    private static final String EVERY_OTHER = "";

    private final Map<String, BigDecimal> tolerances;
    private final BigDecimal percent;

    /**
     * As set.
     *
     * @param rounding what holds for all, and after commas what holds for one agency by its key:
     *     {@code 0.01,640100-113=0.05}
     */
    BudgetSettings(
            @Value("${GONGKAI_BUDGET_ROUNDING:0.01}") String rounding,
            @Value("${GONGKAI_BUDGET_LARGE_CHANGE:20}") BigDecimal percent) {
        this.tolerances = tolerances(rounding);
        this.percent = percent;
    }

    /** What each summand may have been rounded by, in 万元, where a table counts in 万元. */
    BigDecimal tolerance(String agencyKey) {
        var own = tolerances.get(agencyKey);
        return own == null ? tolerances.getOrDefault(EVERY_OTHER, BigDecimal.ZERO) : own;
    }

    /** From more than so many percent on a change has to be explained. */
    BigDecimal largeChangePercent() {
        return percent;
    }

    private static Map<String, BigDecimal> tolerances(String rounding) {
        var read = new HashMap<String, BigDecimal>();
        for (var part : rounding.split(",", -1)) {
            var cut = part.lastIndexOf('=');
            var key = cut < 0 ? EVERY_OTHER : part.substring(0, cut).strip();
            var value = part.substring(cut + 1).strip();
            if (!value.matches("\\d{1,3}(\\.\\d{1,6})?") || cut == 0) {
                throw new IllegalArgumentException(
                        "GONGKAI_BUDGET_ROUNDING is a number, or 0.01,AGENCY=0.05; not "
                                + rounding);
            }
            if (read.put(key, new BigDecimal(value)) != null) {
                throw new IllegalArgumentException(
                        "GONGKAI_BUDGET_ROUNDING says two things of one agency: " + rounding);
            }
        }
        if (!read.containsKey(EVERY_OTHER)) {
            throw new IllegalArgumentException(
                    "GONGKAI_BUDGET_ROUNDING says nothing of all other agencies: " + rounding);
        }
        return Map.copyOf(read);
    }
}
