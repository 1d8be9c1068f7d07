package org.gongkai.opengov.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Workbooks with the official tables (预决算公开表工作簿)")
class BudgetWorkbookTests {

    @Test
    void readsEveryTableWithItsUnitAndCells() {
        var read = Workbooks.read(Workbooks.budget(), BudgetKind.BUDGET);

        assertThat(read.tables()).extracting(OfficialTable::key).startsWith("balance", "income");
        assertThat(read.tables()).hasSize(9);
        var balance = read.tables().getFirst();
        assertThat(balance.unit()).isEqualTo(AmountUnit.TEN_THOUSAND);
        var total = balance.row("grand-total", 1).orElseThrow().cell("expense");
        assertThat(total.address()).isEqualTo("D11");
        assertThat(total.yuan()).isEqualByComparingTo("55722100");
    }

    @Test
    void readsFullWidthDigitsEmptyRowsNotesAndCodesInThreeColumns() {
        var ugly =
                Workbooks.changed(
                        Workbooks.budget(),
                        book -> {
                            rebuilt(book);
                            Workbooks.cell(book, "收支总表", "B5").setCellValue("５，５７２．２１");
                        });
        var read = Workbooks.read(ugly, BudgetKind.BUDGET);

        assertThat(read.problems()).isEmpty();
        var table = read.tables().stream().filter(it -> it.key().equals("expenditure")).findFirst();
        assertThat(table.orElseThrow().rows())
                .extracting(TableRow::code)
                .containsExactly("211", "21101", "2110101", "");
        assertThat(table.get().rows().getLast().role()).isEqualTo(TableRow.Role.TOTAL);
    }

    /** 支出总表 anew: 元 in the head, 类 款 项 apart, merged heads, the total at the end, a note. */
    private static void rebuilt(XSSFWorkbook book) {
        var at = book.getSheetIndex("支出总表");
        book.removeSheetAt(at);
        var sheet = book.createSheet("公开03表");
        var lines =
                List.of(
                        List.of("部门支出总表", "", "", "", "", "", ""),
                        List.of("编制单位：某局", "", "", "", "", "", "金额单位:元"),
                        List.of("科目编码", "", "", "科目名称", "合  计", "基本支出", "项目支出"),
                        List.of("类", "款", "项", "", "", "", ""),
                        List.of("211", "", "", "节能环保支出", "1,000.50", "1,000.50", "—"),
                        List.of("", "", "", "", "", "", ""),
                        List.of("211", "01", "", "环境保护管理事务", "１０００．５０", "1000.50", ""),
                        List.of("211", "01", "01", "行政运行", "1000.50", "1000.50", "0"),
                        List.of("合计", "", "", "", "1000.50", "1000.50", "0.00"),
                        List.of("注：以上为演示", "", "", "", "9", "", ""));
        for (var row = 0; row < lines.size(); row++) {
            for (var column = 0; column < 7; column++) {
                sheet.createRow(row == 0 && column == 0 ? 0 : row);
            }
            for (var column = 0; column < 7; column++) {
                sheet.getRow(row).createCell(column).setCellValue(lines.get(row).get(column));
            }
        }
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 6));
        sheet.addMergedRegion(new CellRangeAddress(2, 2, 0, 2));
        for (var column = 3; column < 7; column++) {
            sheet.addMergedRegion(new CellRangeAddress(2, 3, column, column));
        }
        sheet.addMergedRegion(new CellRangeAddress(8, 8, 0, 3));
    }

    @ParameterizedTest(name = "{0}!{1} = {2}: {3}")
    @CsvSource({
        "支出总表, C7, 约12, 支出总表!C7 NOT_AN_AMOUNT",
        "支出总表, C7, 12.1234567, 支出总表!C7 BELOW_A_CENT",
        "支出总表, A7, 二〇八, 支出总表!A7 NOT_A_CODE",
        "支出总表, A7, 20805, 支出总表!A7 CODE_TWICE",
        "支出总表, E3, 其他安排, 支出总表!A3 MISSING_COLUMN",
        "支出总表, E3, 基本支出, 支出总表!E3 COLUMN_TWICE",
        "支出总表, E2, 编制单位, 支出总表!A1 NO_UNIT",
        "支出总表, A1, 收支总表, 支出总表 TABLE_TWICE"
    })
    void namesTheCellThatIsNotUnderstood(String sheet, String cell, String text, String problem) {
        var wrong =
                Workbooks.changed(
                        Workbooks.budget(),
                        book -> Workbooks.cell(book, sheet, cell).setCellValue(text));

        assertThat(Workbooks.read(wrong, BudgetKind.BUDGET).problems())
                .extracting(it -> it.place().replaceFirst("!$", "") + " " + it.kind())
                .contains(problem);
    }

    @Test
    void namesAnUnknownColumnAndAMissingTable() {
        var wrong =
                Workbooks.changed(
                        Workbooks.budget(),
                        book -> {
                            Workbooks.cell(book, "支出总表", "F3").setCellValue("其他安排");
                            Workbooks.cell(book, "支出总表", "F7").setCellValue(3.5);
                            book.removeSheetAt(book.getSheetIndex("收入总表"));
                            book.createSheet("目录").createRow(0).createCell(0).setCellValue("封面");
                        });
        var read = Workbooks.read(wrong, BudgetKind.BUDGET);

        assertThat(read.problems())
                .extracting(it -> it.place() + " " + it.kind() + " " + it.text())
                .containsExactlyInAnyOrder("支出总表!F3 UNKNOWN_COLUMN 其他安排", " MISSING_TABLE 收入总表");
        assertThat(read.unread()).containsExactly("目录");
    }

    @ParameterizedTest
    @CsvSource({
        "12345678.90, TEN_THOUSAND, '1,234.56789'",
        "12345600.00, TEN_THOUSAND, '1,234.56'",
        "-10000.00, TEN_THOUSAND, -1.00",
        "1234567.50, YUAN, '1,234,567.50'",
        "0, YUAN, 0.00"
    })
    void writesAmountsInTheUnitOfTheTable(String yuan, AmountUnit unit, String written) {
        assertThat(unit.written(new java.math.BigDecimal(yuan))).isEqualTo(written);
    }
}
