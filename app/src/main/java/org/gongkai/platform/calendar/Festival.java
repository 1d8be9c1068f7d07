package org.gongkai.platform.calendar;

/** A festival on which all citizens are free (全体公民放假的节日): 《全国年节及纪念日放假办法》 art. 2. */
public enum Festival {
    /** Art. 2 (1): 元旦. */
    NEW_YEAR,
    /** Art. 2 (2): 春节. */
    SPRING_FESTIVAL,
    /** Art. 2 (3): 清明节. */
    QINGMING,
    /** Art. 2 (4): 劳动节. */
    LABOUR_DAY,
    /** Art. 2 (5): 端午节. */
    DRAGON_BOAT,
    /** Art. 2 (6): 中秋节. */
    MID_AUTUMN,
    /** Art. 2 (7): 国庆节. */
    NATIONAL_DAY
}
