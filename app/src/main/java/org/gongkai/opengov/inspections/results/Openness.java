package org.gongkai.opengov.inspections.results;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far the publication of a result is (公示状态). It follows the document. */
public enum Openness {
    /** 待起草. */
    UNDRAFTED,
    /** 已起草，待公开. */
    DRAFTED,
    /** 已公开. */
    PUBLIC,
    /** 已撤下. */
    WITHDRAWN;

    /** As in addresses and the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By slug. */
    public static Optional<Openness> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
