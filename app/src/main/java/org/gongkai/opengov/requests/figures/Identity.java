package org.gongkai.opengov.requests.figures;

/** What must hold between the numbers of a yearly report (勾稽关系), in the domain's order. */
public enum Identity {
    /** 1. 一 + 二 = 三（七） + 四, per column; printed in the official table. */
    BALANCE(false),
    /** 2. 三（七） is the sum of the 21 rows of results, per column. */
    RESULTS(false),
    /** 3. The six classes of applicants make up 总计, per row. */
    CLASSES(false),
    /** 4. In each block of table 4 the first four make up 总计. */
    DISPUTES(false),
    /** 5. 二 is 四 of the year before, per column. */
    CARRIED(false),
    /**
     * 6. Table 2: what is in force is what was, and what was made, less what was repealed. Warns
     * only.
     */
    NORMS_IN_FORCE(true),
    /** 7. Table 2: a department of a city makes no 规章 [M]. */
    NO_RULES(false),
    /**
     * 8. Numbers quoted in the prose are those of the table: new ones, or with those carried over.
     */
    PROSE(false),
    /** 9. Fees taken need at least one case with a fee. */
    FEES(false);

    private final boolean warnsOnly;

    Identity(boolean warnsOnly) {
        this.warnsOnly = warnsOnly;
    }

    /** Its number in the domain's list, 1 to 9. */
    public int number() {
        return ordinal() + 1;
    }

    /** Whether it can fail without a mistake: a stock that was counted anew. */
    public boolean warnsOnly() {
        return warnsOnly;
    }

    /** Key of its sentence on pages. */
    public String messageKey() {
        return "requests.identity." + name();
    }
}
