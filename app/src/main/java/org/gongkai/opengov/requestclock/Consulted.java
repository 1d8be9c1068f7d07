package org.gongkai.opengov.requestclock;

import java.util.Locale;

/** Whose opinion is asked (征求谁的意见): 《政府信息公开条例》 arts. 32 to 34. */
public enum Consulted {
    /** 第三方, art. 32: its silence is no consent, the agency decides by the Regulation. */
    THIRD_PARTY("32", false),
    /** 共同制作机关, art. 34: its silence is taken as consent. */
    CO_AUTHOR("34", true),
    /** 其他机关, art. 33: any other agency to which a letter went; inner sections are none. */
    AGENCY("33", false);

    private final String article;
    private final boolean silenceIsConsent;

    Consulted(String article, boolean silenceIsConsent) {
        this.article = article;
        this.silenceIsConsent = silenceIsConsent;
    }

    /** The article of the Regulation by which it is asked. */
    public String article() {
        return article;
    }

    /** Whether silence to the end of its term is taken as consent. */
    public boolean silenceIsConsent() {
        return silenceIsConsent;
    }

    /** As programs write it, e.g. {@code third-party}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
