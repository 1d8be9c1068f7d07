package org.gongkai.opengov.budgets;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** In what a table counts (金额单位); amounts are kept in yuan with their cents. */
public enum AmountUnit {
    /** 元. */
    YUAN("元", 0),
    /** 万元. */
    TEN_THOUSAND("万元", 4);

    private final String term;
    private final int places;

    AmountUnit(String term, int places) {
        this.term = term;
        this.places = places;
    }

    /** As tables say it. */
    public String term() {
        return term;
    }

    /** In yuan. */
    public BigDecimal toYuan(BigDecimal amount) {
        return amount.movePointRight(places);
    }

    /** As this unit writes so many yuan: two decimals, more only where there are cents of them. */
    public BigDecimal fromYuan(BigDecimal yuan) {
        var amount = yuan.movePointLeft(places).stripTrailingZeros();
        return amount.setScale(Math.max(2, amount.scale()), RoundingMode.UNNECESSARY);
    }

    /** The same with digits grouped: 1,234.56. */
    public String written(BigDecimal yuan) {
        var plain = fromYuan(yuan).toPlainString();
        var point = plain.indexOf('.');
        return plain.substring(0, point).replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",")
                + plain.substring(point);
    }
}
