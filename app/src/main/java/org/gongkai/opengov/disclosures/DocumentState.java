package org.gongkai.opengov.disclosures;

import java.util.Locale;

/**
 * Where a document's work stands (办理状态). Whether something of it is public is another question:
 * while a correction is drafted, the earlier edition stays public.
 */
public enum DocumentState {
    /** 起草中. */
    DRAFT,
    /** 审签中. */
    IN_REVIEW,
    /** 已退回. */
    RETURNED,
    /** 已审定，待发布. */
    APPROVED,
    /** 定时发布. */
    SCHEDULED,
    /** 已发布. */
    PUBLISHED,
    /** 已撤回. */
    WITHDRAWN,
    /** 审定不主动公开，存档. */
    KEPT,
    /** 已作废的草稿. */
    DISCARDED,
    /** 内容已清除. */
    PURGED;

    /** The name in addresses and in the API, e.g. {@code in-review}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
