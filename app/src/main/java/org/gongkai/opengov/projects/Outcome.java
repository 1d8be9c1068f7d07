package org.gongkai.opengov.projects;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What was found of a field (筛查结论), 《政府信息公开条例》 arts. 14–16. */
public enum Outcome {
    /** 可公开. */
    OPEN,
    /** 国家秘密, art. 14. */
    STATE_SECRET,
    /** 商业秘密, art. 15. */
    TRADE_SECRET,
    /** 个人隐私, art. 15. */
    PRIVACY,
    /** 其他依法不予公开, arts. 14, 16. */
    OTHER;

    /** Whether a field once marked so stays so: what was marked by mistake is written anew. */
    public boolean secret() {
        return this == STATE_SECRET || this == TRADE_SECRET;
    }

    /** As in addresses and the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By slug. */
    public static Optional<Outcome> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
