package org.gongkai.opengov.requests;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** On what the information is wanted (载体形式), 《政府信息公开条例》 art. 29 (3). */
public enum WantedForm {
    /** 纸质. */
    PAPER,
    /** 电子文本. */
    ELECTRONIC,
    /** 光盘. */
    DISC;

    /** The name in the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its name in the API. */
    public static Optional<WantedForm> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
