package org.gongkai.opengov.mistakes;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is wrong (错误类型), in the words of the readers' form. */
public enum MistakeKind {
    /** 页面打不开. */
    NOT_REACHABLE,
    /** 内容有误. */
    WRONG_CONTENT,
    /** 错别字. */
    TYPO,
    /** 信息不更新. */
    NOT_UPDATED,
    /** 链接或者附件打不开. */
    DEAD_LINK,
    /** 不便使用 (无障碍). */
    HARD_TO_USE,
    /** 其他. */
    OTHER;

    /** The name in forms and the API: {@code dead-link}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its name in forms and the API. */
    public static Optional<MistakeKind> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
