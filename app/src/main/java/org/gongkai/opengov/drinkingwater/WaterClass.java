package org.gongkai.opengov.drinkingwater;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How good water is (水质类别), best first; what is worse than V only surface water has. */
public enum WaterClass {
    I("I"),
    II("II"),
    III("III"),
    IV("IV"),
    V("V"),
    WORSE_THAN_V("劣V");

    private static final List<WaterClass> IN_STANDARDS = List.of(I, II, III, IV, V);

    private final String text;

    WaterClass(String text) {
        this.text = text;
    }

    /** As standards and reports write it. */
    public String text() {
        return text;
    }

    /** The classes that a standard has limits for. */
    public static List<WaterClass> inStandards() {
        return IN_STANDARDS;
    }

    /** The class written so, in Latin letters or with the sign of the Roman numeral (Ⅲ). */
    public static Optional<WaterClass> of(String written) {
        var plain =
                java.text.Normalizer.normalize(written.strip(), java.text.Normalizer.Form.NFKC)
                        .replace("类", "");
        return Arrays.stream(values()).filter(it -> it.text.equals(plain)).findFirst();
    }
}
