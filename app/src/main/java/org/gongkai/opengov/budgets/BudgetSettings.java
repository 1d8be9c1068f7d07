package org.gongkai.opengov.budgets;

import java.math.BigDecimal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What is only our reading and may be set otherwise (预决算设置; ADR 0289, ADR 0290). */
@Component
class BudgetSettings {
    private final BigDecimal tolerance;
    private final BigDecimal percent;

    BudgetSettings(
            @Value("${GONGKAI_BUDGET_ROUNDING:0.01}") BigDecimal tolerance,
            @Value("${GONGKAI_BUDGET_LARGE_CHANGE:20}") BigDecimal percent) {
        this.tolerance = tolerance;
        this.percent = percent;
    }

    /** What each summand may have been rounded by, in 万元, where a table counts in 万元. */
    BigDecimal tolerance() {
        return tolerance;
    }

    /** From more than so many percent on a change has to be explained. */
    BigDecimal largeChangePercent() {
        return percent;
    }
}
