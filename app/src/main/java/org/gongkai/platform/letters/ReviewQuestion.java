package org.gongkai.platform.letters;

/** What the reviewers must ask of the content (审查内容), one line of the form each. */
public enum ReviewQuestion {
    /** 国家秘密、工作秘密: 保守国家秘密法 arts. 35, 64; 条例 art. 14. */
    STATE_OR_WORK_SECRET,
    /** 涉密项目. */
    CLASSIFIED_PROJECT,
    /** 商业秘密: 条例 art. 15. */
    TRADE_SECRET,
    /** 个人隐私: 条例 art. 15; 个人信息保护法 art. 25. */
    PERSONAL_PRIVACY,
    /** 其他不宜公开的内容: 条例 arts. 14, 16. */
    OTHERWISE_UNSUITABLE
}
