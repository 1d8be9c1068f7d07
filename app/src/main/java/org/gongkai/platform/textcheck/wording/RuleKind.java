package org.gongkai.platform.textcheck.wording;

/** What a line of the lists says (词条种类); its Chinese name is {@code textcheck.kind.<NAME>}. */
public enum RuleKind {
    /** 错词: a wrong word and the right one. */
    WORDING,
    /** 姓名职务: a name and the title that goes with it. */
    NAME_AND_TITLE,
    /** 对外联系方式: a telephone number or address of the agency that may be public. */
    OFFICIAL_CONTACT
}
