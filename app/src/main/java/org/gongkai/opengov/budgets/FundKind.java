package org.gongkai.opengov.budgets;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who was granted something (发放对象类别). */
public enum FundKind {
    /** 个人、农户. */
    PERSON,
    /** 企业、合作社和其他单位. */
    FIRM;

    /** As in addresses and the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By slug. */
    public static Optional<FundKind> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
