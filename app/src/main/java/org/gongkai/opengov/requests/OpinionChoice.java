package org.gongkai.opengov.requests;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a third party can say to the disclosure (第三方意见), 《政府信息公开条例》 art. 32. */
public enum OpinionChoice {
    /** 同意公开. */
    CONSENT,
    /** 同意公开一部分, with reasons for the rest. */
    PARTLY,
    /** 不同意公开, with reasons. */
    REFUSE;

    /** Whether reasons have to be given. */
    public boolean needsReasons() {
        return this != CONSENT;
    }

    /** The name in forms and the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its name in forms and the API. */
    public static Optional<OpinionChoice> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
