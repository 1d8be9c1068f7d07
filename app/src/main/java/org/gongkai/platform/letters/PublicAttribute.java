package org.gongkai.platform.letters;

/** The public attribute fixed at drafting (公开属性); 国办发〔2016〕80号. */
public enum PublicAttribute {
    /** 主动公开. */
    PROACTIVE,
    /** 依申请公开. */
    ON_REQUEST,
    /** 不予公开. */
    NOT_PUBLIC
}
