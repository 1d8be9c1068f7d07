package org.gongkai.opengov.requests.decisions;

import java.util.Locale;

/** What an answer tells beside its outcome (告知内容), the same for letters, pages and the API. */
public enum Told {
    /** 获取方式、途径. */
    HOW_TO_GET,
    /** 获取时间; not needed when the information itself goes with the letter. */
    WHEN,
    /** 可以公开的内容. */
    PUBLIC_PART,
    /** 理由. */
    REASONS,
    /** 所依据的法律、行政法规: name and article. */
    LAW,
    /** 检索情况: where, with which words, by whom. */
    SEARCH,
    /** 负责公开的行政机关的名称、联系方式. */
    RIGHT_AGENCY,
    /** 不能确定负责机关的说明, in place of {@link #RIGHT_AGENCY}. */
    AGENCY_UNKNOWN,
    /** 此前答复的日期、文号. */
    EARLIER_ANSWER,
    /** 提出诉求的相应渠道. */
    PROPER_CHANNEL;

    /** Key of its name on pages and in letters. */
    public String messageKey() {
        return "requests.told." + name();
    }

    /** The name in the API and in letter templates: {@code how-to-get}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
