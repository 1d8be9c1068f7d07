package org.gongkai.platform.letters;

/** How something is made public (公开方式); 《政府信息公开条例》 art. 23. */
public enum PublicationChannel {
    /** 网站. */
    WEBSITE,
    /** 报刊. */
    PRESS,
    /** 广播. */
    RADIO,
    /** 电视. */
    TELEVISION,
    /** 公开栏. */
    NOTICE_BOARD,
    /** 其他. */
    OTHER
}
