package org.gongkai.opengov.siteimport;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person can do with an import (导入环节). */
public enum ImportStep {
    /** 停止. */
    CANCEL,
    /** 继续. */
    RESUME,
    /** 批准公开: one of two words. */
    APPROVE,
    /** 放弃. */
    DISCARD;

    /** The name in the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By API name. */
    public static Optional<ImportStep> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
