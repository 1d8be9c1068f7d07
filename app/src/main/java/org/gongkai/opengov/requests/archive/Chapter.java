package org.gongkai.opengov.requests.archive;

import java.util.Locale;

/** The chapters of a case file in their fixed order (卷内顺序), 条例 art. 45. */
enum Chapter {
    /** 卷内目录. */
    INDEX,
    /** 申请. */
    REQUEST,
    /** 登记与收到日期. */
    RECEIPT,
    /** 办理经过与期限计算. */
    EVENTS,
    /** 文书. */
    LETTERS,
    /** 凭证. */
    EVIDENCE,
    /** 区分处理. */
    REDACTIONS;

    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
