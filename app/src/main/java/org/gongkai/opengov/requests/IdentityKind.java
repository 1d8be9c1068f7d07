package org.gongkai.opengov.requests;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what the applicant is known (身份证明), 《政府信息公开条例》 art. 29 (1). */
public enum IdentityKind {
    /** 居民身份证: checked by GB 11643. */
    ID_CARD,
    /** 统一社会信用代码: checked by GB 32100. */
    CREDIT_CODE,
    /** 其他证件: passport, residence permit and the like, whose numbers have no check sign. */
    OTHER_PAPER,
    /** 身份证明图片: a picture of the paper, sealed, instead of a number. */
    PICTURE;

    /** Whether a number is told. */
    public boolean hasNumber() {
        return this != PICTURE;
    }

    /** The name in the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its name in the API. */
    public static Optional<IdentityKind> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
