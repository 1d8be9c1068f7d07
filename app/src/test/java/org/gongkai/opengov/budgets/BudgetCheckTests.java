package org.gongkai.opengov.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.gongkai.opengov.budgets.Finding.Rule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Whether budgets and accounts add up (勾稽关系审核)")
class BudgetCheckTests {

    @Test
    void findsNothingInAGoodBudgetAndAccount() {
        assertThat(Workbooks.read(Workbooks.budget(), BudgetKind.BUDGET).problems()).isEmpty();
        assertThat(Workbooks.read(Workbooks.account(), BudgetKind.ACCOUNT).problems()).isEmpty();
        assertThat(budget(Workbooks.budget())).isEmpty();
        assertThat(account(Workbooks.account())).isEmpty();
    }

    @ParameterizedTest(name = "{0}!{1} wrong: {2} at {3}")
    @CsvSource({
        "收支总表, B9, TOTAL, 收支总表!B9",
        "收支总表, D9, TOTAL, 收支总表!D9",
        "收支总表, D11, BOTH_SIDES, 收支总表!D11",
        "收支总表, D11, TOTAL, 收支总表!D11",
        "收支总表, D7, FUNCTION, 支出总表!C11",
        "收入总表, C4, TOTAL, 收入总表!C4",
        "收入总表, C4, INCOME_TOTAL, 收入总表!C4",
        "收入总表, E9, COLUMNS, 收入总表!C9",
        "支出总表, C4, EXPENDITURE_TOTAL, 支出总表!C4",
        "支出总表, C12, CHILDREN, 支出总表!C12",
        "支出总表, D11, COLUMNS, 支出总表!C11",
        "支出总表, E13, CHILDREN, 支出总表!E12",
        "财政拨款收支总表, B5, CHILDREN, 财政拨款收支总表!B5",
        "财政拨款收支总表, E8, COLUMNS, 财政拨款收支总表!D8",
        "财政拨款收支总表, F5, FUND_TOTAL, 财政拨款收支总表!F5",
        "一般公共预算支出表, C4, GENERAL_TOTAL, 一般公共预算支出表!C4",
        "一般公共预算支出表, D4, BASIC_TOTAL, 一般公共预算基本支出表!C16",
        "一般公共预算基本支出表, C16, BASIC_TOTAL, 一般公共预算基本支出表!C16",
        "一般公共预算基本支出表, D4, CHILDREN, 一般公共预算基本支出表!D4",
        "一般公共预算三公经费支出表, A5, COLUMNS, 一般公共预算三公经费支出表!A5",
        "一般公共预算三公经费支出表, C5, COLUMNS, 一般公共预算三公经费支出表!C5"
    })
    void namesAWrongFigureOfABudget(String sheet, String cell, Rule rule, String found) {
        assertThat(budget(Workbooks.more(Workbooks.budget(), sheet, cell, "1")))
                .anyMatch(it -> it.rule() == rule && it.cell().equals(found));
    }

    @ParameterizedTest(name = "{0}!{1} wrong: {2} at {3}")
    @CsvSource({
        "收入支出决算总表, B9, INITIAL, 收入支出决算总表!B9",
        "收入支出决算总表, E7, INITIAL, 收入支出决算总表!E7",
        "收入支出决算总表, F11, BOTH_SIDES, 收入支出决算总表!F11",
        "收入决算表, C4, INCOME_TOTAL, 收入决算表!C4",
        "支出决算表, C4, EXPENDITURE_TOTAL, 支出决算表!C4",
        "支出决算表, D11, CHILDREN, 支出决算表!D11",
        "财政拨款收入支出决算总表, E5, GENERAL_TOTAL, 一般公共预算财政拨款支出决算表!C4",
        "一般公共预算财政拨款支出决算表, D4, BASIC_TOTAL, 一般公共预算财政拨款基本支出决算表!C16",
        "财政拨款三公经费支出决算表, G6, COLUMNS, 财政拨款三公经费支出决算表!G6",
        "财政拨款三公经费支出决算表, F6, INITIAL, 财政拨款三公经费支出决算表!F6"
    })
    void namesAWrongFigureOfAnAccount(String sheet, String cell, Rule rule, String found) {
        assertThat(account(Workbooks.more(Workbooks.account(), sheet, cell, "1")))
                .anyMatch(it -> it.rule() == rule && it.cell().equals(found));
    }

    @Test
    void saysWhatStandsThereAndWhatItShouldBe() {
        var finding =
                budget(Workbooks.more(Workbooks.budget(), "支出总表", "C12", "0.5")).stream()
                        .filter(it -> it.rule() == Rule.CHILDREN && it.cell().equals("支出总表!C12"))
                        .findFirst()
                        .orElseThrow();

        assertThat(finding.table()).isEqualTo("支出总表");
        assertThat(finding.row()).isEqualTo("21101 环境保护管理事务");
        assertThat(finding.column()).isEqualTo("合计");
        assertThat(finding.unit().written(finding.is())).isEqualTo("1,483.36");
        assertThat(finding.unit().written(finding.should())).isEqualTo("1,482.86");
        assertThat(finding.parts()).isEqualTo("2110101+2110199");
    }

    /** ADR 0289: 0.01 万元 for each summand; 21101 has two. */
    @Test
    void allowsEachSummandToBeRounded() {
        var within = budget(Workbooks.more(Workbooks.budget(), "支出总表", "C12", "0.02"));
        var beyond = budget(Workbooks.more(Workbooks.budget(), "支出总表", "C12", "0.03"));

        assertThat(within).noneMatch(it -> it.cell().equals("支出总表!C12"));
        assertThat(beyond)
                .anyMatch(it -> it.rule() == Rule.CHILDREN && it.cell().equals("支出总表!C12"));
    }

    @Test
    void allowsNothingWhereATableIsInYuan() {
        var yuan =
                Workbooks.changed(
                        Workbooks.budget(),
                        book -> Workbooks.cell(book, "支出总表", "E2").setCellValue("单位：元"));

        assertThat(budget(Workbooks.more(yuan, "支出总表", "C12", "0.01")))
                .anyMatch(it -> it.rule() == Rule.CHILDREN && it.cell().equals("支出总表!C12"));
    }

    @Test
    void findsATableWithoutItsTotal() {
        var without =
                Workbooks.changed(
                        Workbooks.budget(),
                        book -> book.getSheet("支出总表").removeRow(book.getSheet("支出总表").getRow(3)));

        assertThat(budget(without)).anyMatch(it -> it.rule() == Rule.NO_TOTAL);
    }

    @Test
    void asksWhyLessIsGivenForThreePublicThanTheEconomicCodesSay() {
        var findings = budget(Workbooks.more(Workbooks.budget(), "一般公共预算三公经费支出表", "F5", "-1.5"));

        assertThat(findings)
                .filteredOn(it -> it.rule() == Rule.ECONOMIC_CODE)
                .singleElement()
                .satisfies(it -> assertThat(it.column()).isEqualTo("公务接待费"))
                .satisfies(it -> assertThat(it.rule().explainable()).isTrue());
    }

    /** 20 % are no large change, a little more is one. */
    @ParameterizedTest
    @CsvSource({"100, 120, 0", "100, 121, 1", "100, 80, 0", "100, 79, 1"})
    void asksForTheReasonOfALargeChange(int before, int now, int large) {
        var base = tables(Workbooks.budgetOf(2020, before).bytes(), BudgetKind.BUDGET);
        var tables = tables(Workbooks.budgetOf(2021, now).bytes(), BudgetKind.BUDGET);
        var changes =
                check(BudgetKind.BUDGET).findings(tables, List.of(), base).stream()
                        .filter(it -> it.rule() == Rule.CHANGE)
                        .filter(it -> it.row().equals("211 节能环保支出"))
                        .toList();

        assertThat(changes).hasSize(large);
    }

    private static List<Finding> budget(byte[] workbook) {
        var tables = tables(workbook, BudgetKind.BUDGET);
        return check(BudgetKind.BUDGET).findings(tables, List.of(), List.of());
    }

    private static List<Finding> account(byte[] workbook) {
        var budget = tables(Workbooks.budget(), BudgetKind.BUDGET);
        var tables = tables(workbook, BudgetKind.ACCOUNT);
        return check(BudgetKind.ACCOUNT).findings(tables, budget, budget);
    }

    private static List<OfficialTable> tables(byte[] workbook, BudgetKind kind) {
        return Workbooks.read(workbook, kind).tables();
    }

    private static BudgetCheck check(BudgetKind kind) {
        return new BudgetCheck(
                Workbooks.shapes(kind), new BigDecimal("0.01"), new BigDecimal("20"));
    }
}
