package org.gongkai.opengov.requests.decisions;

/** On what an outcome is written down (载体文书). */
public enum Paper {
    /** 政府信息公开申请答复书. */
    REPLY,
    /** 不予处理告知书. */
    NO_HANDLING,
    /** 存卷记录: the applicant gets no letter. */
    FILE_NOTE
}
