package org.gongkai.opengov.drinkingwater.sources;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.opengov.drinkingwater.SampledPlace;
import org.gongkai.opengov.drinkingwater.WaterClass;
import org.jspecify.annotations.Nullable;

/**
 * What a source is from a day on (水源基本情况).
 *
 * @param alsoCalled what laboratories write instead of the name
 * @param target the class its water is to have (目标类别)
 * @param district code of GB/T 2260
 * @param zones its protection zones, with the paper that drew them (保护区划分)
 * @param point where samples are taken (采样点位)
 * @param intake what is usually taken in a month, 10,000 m³; null if nobody knows
 * @param replacedBy the source that took its place; null unless the state says so
 */
public record SourceFacts(
        String name,
        List<String> alsoCalled,
        SourceKind kind,
        WaterClass target,
        String district,
        String zones,
        String point,
        @Nullable BigDecimal intake,
        SourceState state,
        @Nullable Long replacedBy) {
    public SourceFacts {
        alsoCalled = List.copyOf(alsoCalled);
    }

    /** Whether somebody means this source by these words; spaces do not matter. */
    public boolean isCalled(String words) {
        var plain = plain(words);
        return !plain.isEmpty()
                && Stream.concat(Stream.of(name), alsoCalled.stream())
                        .anyMatch(it -> plain(it).equals(plain));
    }

    /** What reading a laboratory's sheet needs of it. */
    public SampledPlace place() {
        return new SampledPlace(name, kind.standard(), kind.water());
    }

    private static String plain(String words) {
        return java.text.Normalizer.normalize(words, java.text.Normalizer.Form.NFKC)
                .replaceAll("\\s", "");
    }
}
