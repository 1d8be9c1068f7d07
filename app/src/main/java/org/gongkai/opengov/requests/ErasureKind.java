package org.gongkai.opengov.requests;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Of whom nothing is kept any more (清除的是谁); each has years of its own. */
public enum ErasureKind {
    /** 申请人: identity, contact, mandate, and the name where notes say it. */
    APPLICANTS,
    /** 第三方: the names of those consulted, in notes and opinions. */
    PARTIES,
    /** 更正、投诉的提出人. */
    CLAIMANTS;

    /** The name in forms and in the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its name; applicants where none is said. */
    public static Optional<ErasureKind> named(@Nullable String slug) {
        return slug == null || slug.isBlank()
                ? Optional.of(APPLICANTS)
                : Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }

    /** Whether requests are put forward, and not corrections and complaints. */
    boolean ofCases() {
        return this != CLAIMANTS;
    }
}
