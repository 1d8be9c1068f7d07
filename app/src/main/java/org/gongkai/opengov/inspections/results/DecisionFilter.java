package org.gongkai.opengov.inspections.results;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which decisions or rulings are asked for (决定与撤下依据筛选).
 *
 * @param kind slug of the kind; empty for all
 * @param timeliness how their days stand; null for all
 * @param words part of a number or of the reasons; empty for all
 */
public record DecisionFilter(String kind, @Nullable Timeliness timeliness, String words) {

    /** Everything. */
    public static DecisionFilter all() {
        return new DecisionFilter("", null, "");
    }

    /** Whether one of this kind, which stands so and has these texts, is among them. */
    boolean takes(String of, Timeliness standing, String... texts) {
        return (kind.isEmpty() || kind.equals(of))
                && (timeliness == null || timeliness == standing)
                && (words.isBlank()
                        || Arrays.stream(texts).anyMatch(it -> it.contains(words.strip())));
    }
}
