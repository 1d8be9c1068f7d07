package org.gongkai.opengov.projects;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a key project is (项目类别). */
public enum ProjectKind {
    /** 污染治理设施. */
    TREATMENT,
    /** 生态修复. */
    REMEDIATION,
    /** 清洁能源. */
    ENERGY,
    /** 产业项目. */
    INDUSTRY,
    /** 民生改善. */
    LIVELIHOOD;

    /** As in addresses and the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By slug. */
    public static Optional<ProjectKind> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
