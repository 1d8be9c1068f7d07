package org.gongkai.opengov.redaction;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a part is not disclosed (不予公开理由): the grounds of 《政府信息公开条例》 arts. 14 to 16, and what is no
 * government information at all (art. 37). Names are messages {@code redaction.ground.<NAME>}.
 */
public enum Ground {
    /** 国家秘密, art. 14. */
    STATE_SECRET(14, false, false),
    /** 法律、行政法规禁止公开, art. 14: the law that forbids it must be cited. */
    FORBIDDEN_BY_LAW(14, true, false),
    /** 危及国家安全、公共安全、经济安全、社会稳定, art. 14. */
    PUBLIC_SECURITY(14, false, true),
    /** 商业秘密, art. 15. */
    BUSINESS_SECRET(15, false, false),
    /** 个人隐私, art. 15. */
    PRIVACY(15, false, false),
    /** 内部事务信息, art. 16 (1): may be withheld. */
    INTERNAL_AFFAIRS(16, false, true),
    /** 过程性信息, art. 16 (2): may be withheld. */
    PROCESS(16, false, true),
    /** 行政执法案卷信息, art. 16 (2): may be withheld. */
    ENFORCEMENT_FILE(16, false, true),
    /** 不属于政府信息的内容, art. 37. */
    NOT_GOVERNMENT_INFORMATION(37, false, true);

    private final int article;
    private final boolean needsLaw;
    private final boolean needsReason;

    Ground(int article, boolean needsLaw, boolean needsReason) {
        this.article = article;
        this.needsLaw = needsLaw;
        this.needsReason = needsReason;
    }

    /** The article of the Regulation. */
    public int article() {
        return article;
    }

    /** Whether another law or administrative regulation must be cited. */
    public boolean needsLaw() {
        return needsLaw;
    }

    /**
     * Whether reasons must be given: where the law leaves a choice or a judgement (arts. 14, 16,
     * 37).
     */
    public boolean needsReason() {
        return needsReason;
    }

    /** The name in addresses and forms. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The ground with this name. */
    public static Optional<Ground> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
