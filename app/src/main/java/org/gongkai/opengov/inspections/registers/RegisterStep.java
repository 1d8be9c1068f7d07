package org.gongkai.opengov.inspections.registers;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the keeper can do with an entry that stands (名录办理). */
public enum RegisterStep {
    /** 变更: name, address, class and so on; before and after are kept. */
    CHANGE,
    /** 退出: closed, gone, no longer in post, no longer inspected, recusal over. */
    END,
    /** 合并: a unit becomes part of another. */
    MERGE;

    /** The name in addresses. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its name in addresses. */
    public static Optional<RegisterStep> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
