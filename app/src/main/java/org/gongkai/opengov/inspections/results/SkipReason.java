package org.gongkai.opengov.inspections.results;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a drawn unit was not checked (未检查的正当理由). Each needs words and a paper; no other reason
 * counts.
 *
 * <p>Our convention (ADR 0248): only what takes the object of the check away. No time, no officers
 * and nobody at home are none: the first two are the agency's, the last is a result.
 */
public enum SkipReason {
    /** 已注销或吊销. */
    DEREGISTERED("已注销或者被吊销"),
    /** 已关闭、永久停产. */
    CLOSED("已关闭或者永久停产"),
    /** 迁出本辖区. */
    MOVED_AWAY("已迁出本辖区"),
    /** 合并: the unit lives on under another code. */
    MERGED("已合并到其他单位"),
    /** 整个检查期停产. */
    SUSPENDED("检查期内全程停产，现场无检查内容"),
    /** 不可抗力. */
    FORCE_MAJEURE("不可抗力"),
    /** 抽取变更: replaced by an amendment of the draw, which is public. */
    AMENDED("抽取结果已按规定变更");

    private final String term;

    SkipReason(String term) {
        this.term = term;
    }

    /** The words that are published. */
    public String term() {
        return term;
    }

    /** As in addresses and the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By slug. */
    public static Optional<SkipReason> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
