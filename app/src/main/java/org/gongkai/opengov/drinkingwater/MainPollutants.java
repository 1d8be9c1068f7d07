package org.gongkai.opengov.drinkingwater;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What a water suffers from (主要污染指标): items worse than class III, cyanide and heavy metals first,
 * then by class, among equals by multiple; the first three (环办〔2011〕22号, from memory [M], ADR
 * 0262).
 */
public final class MainPollutants {
    private static final int MOST = 3;

    /** Cyanide, mercury, cadmium, hexavalent chromium, lead, arsenic, copper, zinc, selenium. */
    private static final Set<String> TOXIC =
            Set.of(
                    "w21016", "w20111", "w20115", "w20117", "w20120", "w20119", "w20122", "w20123",
                    "w20128");

    private MainPollutants() {}

    /** Of a sample that was held against class III. */
    public static List<ItemVerdict> of(WaterVerdict verdict) {
        return verdict.items().stream()
                .filter(ItemVerdict::wasJudged)
                .filter(
                        it ->
                                it.itemClass()
                                        .filter(found -> found.compareTo(WaterClass.III) > 0)
                                        .isPresent())
                .sorted(
                        Comparator.comparing((ItemVerdict it) -> !TOXIC.contains(it.item().code()))
                                .thenComparing(
                                        it -> it.itemClass().orElseThrow(),
                                        Comparator.reverseOrder())
                                .thenComparing(
                                        it -> it.multiple().orElse(BigDecimal.ZERO),
                                        Comparator.reverseOrder()))
                .limit(MOST)
                .toList();
    }
}
