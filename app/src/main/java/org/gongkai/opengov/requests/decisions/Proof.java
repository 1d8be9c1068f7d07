package org.gongkai.opengov.requests.decisions;

import java.util.Locale;

/** A paper that belongs to an answer or to the file (附件、存卷材料). */
public enum Proof {
    /** 所公开的信息, with the letter. */
    INFORMATION(true),
    /** 区分处理清单: what was taken out and on which ground, with the letter. */
    REDACTION_LIST(true),
    /** 检索记录, for the file. */
    SEARCH_RECORD(false),
    /** 第三方意见, or proof that it was asked and kept silent, for the file. */
    THIRD_PARTY_OPINION(false),
    /** 定密依据 or the word of the secrecy authority, for the file. */
    CLASSIFICATION(false),
    /** 此前答复书, for the file. */
    EARLIER_ANSWER(false),
    /** 补正告知书及送达凭证, for the file. */
    CORRECTION_NOTICE(false),
    /** 说明理由告知书及送达凭证, for the file. */
    REASONS_NOTICE(false),
    /** 收费通知书及送达凭证, for the file. */
    FEE_NOTICE(false),
    /** 办理记录: why it ended without an answer, for the file. */
    FILE_NOTE(false);

    private final boolean enclosed;

    Proof(boolean enclosed) {
        this.enclosed = enclosed;
    }

    /** Whether it goes to the applicant with the letter. */
    public boolean enclosed() {
        return enclosed;
    }

    /** Key of its name on pages. */
    public String messageKey() {
        return "requests.proof." + name();
    }

    /** The name in the API: {@code search-record}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
