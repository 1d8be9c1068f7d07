package org.gongkai.opengov.requests;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a picture or scan proves (证明材料种类). */
public enum ProofKind {
    /** 身份证明, 条例 art. 29 (1). */
    IDENTITY,
    /** 授权委托书、监护关系证明. */
    MANDATE;

    /** The name in the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its name in the API. */
    public static Optional<ProofKind> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
