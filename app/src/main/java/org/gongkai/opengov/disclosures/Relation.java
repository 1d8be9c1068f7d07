package org.gongkai.opengov.disclosures;

import org.jspecify.annotations.Nullable;

/**
 * How one public document stands to another (关联), in both directions whichever of them names the
 * other: only the later one has to be written.
 *
 * <p>Work plan 二.1 (drafts for comment and final plans); 国办公开办函〔2019〕61号 and publishing facts 3.7
 * (what a document repeals or amends, what interprets it); 《重大行政决策程序暂行条例》 arts. 15 and 18 (what
 * became of comments).
 */
public enum Relation {
    /** 征求意见稿 of this plan. */
    DRAFT_FOR_COMMENT("finalOf", "draftOf"),
    /** 正式稿 that came of this draft for comment. */
    FINAL_PLAN("draftOf", "finalOf"),
    /** 本文件废止的文件. */
    REPEALS("repeals", null),
    /** 废止本文件的文件. */
    REPEALED_BY(null, "repeals"),
    /** 本文件修改的文件. */
    AMENDS("amends", null),
    /** 修改本文件的文件: what it changed is no longer as it reads here. */
    AMENDED_BY(null, "amends"),
    /** 解读材料. */
    INTERPRETED_BY("interpretedBy", null),
    /** 所解读的文件. */
    INTERPRETS(null, "interpretedBy"),
    /** 征求意见的文稿, on whose comments this document reports. */
    COMMENTED_DRAFT("commentResultOf", null),
    /** 意见采纳情况: what became of the comments on this draft. */
    COMMENT_RESULT(null, "commentResultOf");

    private final @Nullable String naming;
    private final @Nullable String named;

    Relation(@Nullable String naming, @Nullable String named) {
        this.naming = naming;
        this.named = named;
    }

    /** Whether a document that names another in {@code field} stands so to it. */
    boolean byNaming(String field) {
        return field.equals(naming);
    }

    /** Whether a document that is named by another in {@code field} stands so to it. */
    boolean byBeingNamed(String field) {
        return field.equals(named);
    }
}
