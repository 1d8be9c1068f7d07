package org.gongkai.opengov.disclosures;

import java.util.Arrays;
import java.util.Optional;

/**
 * The public attribute fixed when a paper is drafted (公开属性).
 *
 * <p>国办发〔2016〕80号: 主动公开、依申请公开、不予公开 is decided at drafting and goes with the paper for approval;
 * "not public" needs its legal reason.
 */
public enum PublicAttribute {
    /** 主动公开. */
    PROACTIVE("主动公开"),
    /** 依申请公开. */
    ON_REQUEST("依申请公开"),
    /** 不予公开. */
    NOT_PUBLIC("不予公开");

    private final String term;

    PublicAttribute(String term) {
        this.term = term;
    }

    /** The law's word, used in the API and in the signed content. */
    public String term() {
        return term;
    }

    /** By the law's word. */
    public static Optional<PublicAttribute> ofTerm(String term) {
        return Arrays.stream(values()).filter(it -> it.term.equals(term)).findFirst();
    }
}
