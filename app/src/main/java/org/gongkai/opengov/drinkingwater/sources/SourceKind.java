package org.gongkai.opengov.drinkingwater.sources;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.gongkai.opengov.drinkingwater.WaterBody;
import org.gongkai.opengov.drinkingwater.WaterStandard;
import org.gongkai.opengov.drinkingwater.WaterStandards;

/** What kind of source it is (水源类型), and with that by what it is judged. */
public enum SourceKind {
    /** 湖库型地表水. */
    RESERVOIR("GB3838-2002", WaterBody.LAKE),
    /** 河流型地表水. */
    RIVER("GB3838-2002", WaterBody.RIVER),
    /** 地下水. */
    GROUND("GB/T14848-2017", WaterBody.GROUNDWATER);

    private final String standard;
    private final WaterBody water;

    SourceKind(String standard, WaterBody water) {
        this.standard = standard;
        this.water = water;
    }

    /** The standard its water is held against. */
    public WaterStandard standard() {
        return WaterStandards.cited(standard).orElseThrow();
    }

    /** Which of the standard's limits hold. */
    public WaterBody water() {
        return water;
    }

    /** Whether it is surface water. */
    public boolean surface() {
        return this != GROUND;
    }

    /** As in addresses and the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By slug. */
    public static Optional<SourceKind> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
