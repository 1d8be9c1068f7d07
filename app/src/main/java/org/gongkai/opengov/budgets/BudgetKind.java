package org.gongkai.opengov.budgets;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is approved and published (预决算类别). */
public enum BudgetKind {
    /** 预算. */
    BUDGET,
    /** 决算. */
    ACCOUNT;

    /** As in addresses and the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By slug. */
    public static Optional<BudgetKind> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
