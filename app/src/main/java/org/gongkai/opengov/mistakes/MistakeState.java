package org.gongkai.opengov.mistakes;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a report stands (办理状态). */
public enum MistakeState {
    /** 办理中: the clock runs. */
    OPEN,
    /** 已答复. */
    ANSWERED,
    /** 不予采纳, with the reason. */
    REJECTED;

    /** The name in addresses and the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its name in addresses and the API. */
    public static Optional<MistakeState> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
