package org.gongkai.opengov.remediation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is put right (整治介质): water, air or soil, the three of key points 二.6. */
public enum Medium {
    /** 水环境. */
    WATER,
    /** 大气环境. */
    AIR,
    /** 土壤环境. */
    SOIL;

    /** The name in addresses and in the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its name in addresses. */
    public static Optional<Medium> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
