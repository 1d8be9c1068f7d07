package org.gongkai.opengov.budgets;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * A figure that is not what it should be (勾稽问题).
 *
 * @param table its title
 * @param cell with its sheet, {@code 支出总表!C5}
 * @param is in yuan
 * @param should in yuan
 * @param parts what it was computed from, or what it is held against
 */
public record Finding(
        Rule rule,
        String table,
        String row,
        String column,
        String cell,
        BigDecimal is,
        BigDecimal should,
        AmountUnit unit,
        String parts) {

    /** Which rule it offends against. */
    public enum Rule {
        /** 上级科目等于下级科目之和. */
        CHILDREN,
        /** 合计等于各项之和. */
        TOTAL,
        /** 小计等于其上各项之和. */
        SUBTOTAL,
        /** No row with the total. */
        NO_TOTAL,
        /** 合计栏等于各分栏之和. */
        COLUMNS,
        /** 收入总计等于支出总计. */
        BOTH_SIDES,
        /** 收入合计与收入表一致. */
        INCOME_TOTAL,
        /** 支出合计与支出表一致. */
        EXPENDITURE_TOTAL,
        /** 一般公共预算支出与财政拨款表一致. */
        GENERAL_TOTAL,
        /** 政府性基金支出与财政拨款表一致. */
        FUND_TOTAL,
        /** 国有资本经营预算支出与财政拨款表一致. */
        CAPITAL_TOTAL,
        /** 基本支出在各表一致. */
        BASIC_TOTAL,
        /** 人员经费在各表一致. */
        STAFF_TOTAL,
        /** 公用经费在各表一致. */
        RUNNING_TOTAL,
        /** 同一功能科目在各表一致. */
        FUNCTION,
        /** 三公经费不小于基本支出中的对应经济科目. */
        ECONOMIC_CODE,
        /** 决算的年初预算数等于公开的预算. */
        INITIAL,
        /** 增减变化较大. */
        CHANGE;

        /** Whether there may be a lawful reason, so that words settle it (ADR 0289). */
        public boolean explainable() {
            return this == ECONOMIC_CODE || this == INITIAL || this == CHANGE;
        }

        /** As messages and the API name it. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** By the name in the shapes. */
        static Rule of(String slug) {
            return valueOf(slug.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** By which an explanation is kept; another figure is another question. */
    public String key() {
        return String.join(
                "|", rule.slug(), table, row, column, is.toPlainString(), should.toPlainString());
    }
}
