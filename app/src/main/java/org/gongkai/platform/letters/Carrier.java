package org.gongkai.platform.letters;

/** The kind of carrier (载体) of what is reviewed, as the review form offers it. */
public enum Carrier {
    /** 公文类. */
    OFFICIAL_PAPER,
    /** 非公文类. */
    OTHER
}
