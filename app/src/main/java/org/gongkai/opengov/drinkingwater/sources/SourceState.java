package org.gongkai.opengov.drinkingwater.sources;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether people drink from a source (水源使用状态). */
public enum SourceState {
    /** 在用: monitored every month. */
    IN_USE,
    /** 备用: kept for an emergency. */
    RESERVE,
    /** 关闭. */
    CLOSED,
    /** 已被替代: another source took its place. */
    REPLACED;

    /** As in addresses and the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By slug. */
    public static Optional<SourceState> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
