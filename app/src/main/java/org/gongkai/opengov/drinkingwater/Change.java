package org.gongkai.opengov.drinkingwater;

/**
 * What has become of the water since an earlier period (水质变化). One class up or down is a change,
 * two or more a marked one (环办〔2011〕22号, from memory [M], ADR 0262).
 */
public enum Change {
    MARKEDLY_BETTER("明显好转"),
    BETTER("有所好转"),
    UNCHANGED("无明显变化"),
    WORSE("有所变差"),
    MARKEDLY_WORSE("明显变差");

    private final String text;

    Change(String text) {
        this.text = text;
    }

    /** As reports write it. */
    public String text() {
        return text;
    }

    /** From this class to that one. */
    public static Change between(WaterClass before, WaterClass now) {
        var down = now.ordinal() - before.ordinal();
        if (down == 0) {
            return UNCHANGED;
        }
        if (down < 0) {
            return down == -1 ? BETTER : MARKEDLY_BETTER;
        }
        return down == 1 ? WORSE : MARKEDLY_WORSE;
    }
}
