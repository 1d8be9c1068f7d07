package org.gongkai.opengov.inspections.plans;

import java.util.Locale;

/** Why a unit of the class is left out of a draw (不参加抽取的原因). It stays in the count all the same. */
public enum Exclusion {
    /** 已关闭: nobody is there to be inspected. */
    CLOSED,
    /** 停产: nothing runs that could be inspected. */
    STOPPED,
    /** 已达年度检查上限: the published yearly cap per firm is reached (国办发〔2024〕54号). */
    CAP_REACHED,
    /** 本年度该事项已抽查: drawn this year for an item of the line, while others wait. */
    DRAWN_THIS_YEAR;

    /** The name in the API, e.g. {@code drawn-this-year}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
