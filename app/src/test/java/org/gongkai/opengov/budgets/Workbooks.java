package org.gongkai.opengov.budgets;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.opengov.budgets.BudgetShapes.KindShapes;
import tools.jackson.databind.json.JsonMapper;

/** The demo agency's workbooks, and the same with one thing changed. */
final class Workbooks {
    static final BudgetShapes SHAPES = new BudgetShapes(new JsonMapper(), "");
    private static final List<List<String>> FIGURES = DemoFigures.of("ycsthj");

    private Workbooks() {}

    static DemoWorkbook budgetOf(int year, int percent) {
        return DemoWorkbook.of("银川市生态环境局", year, FIGURES, percent);
    }

    static byte[] budget() {
        return budgetOf(2021, 100).bytes();
    }

    static byte[] account() {
        return budgetOf(2021, 100).account(FIGURES, 95).bytes();
    }

    static KindShapes shapes(BudgetKind kind) {
        return SHAPES.of(kind);
    }

    static BudgetWorkbook.Read read(byte[] workbook, BudgetKind kind) {
        return BudgetWorkbook.read(workbook, shapes(kind).tables());
    }

    static byte[] changed(byte[] workbook, Consumer<XSSFWorkbook> change) {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            change.accept(book);
            var out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static XSSFCell cell(XSSFWorkbook book, String sheet, String address) {
        var at = new CellReference(address);
        var row = book.getSheet(sheet).getRow(at.getRow());
        return row.getCell(
                at.getCol(),
                org.apache.poi.ss.usermodel.Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    /** One cell has so much more. */
    static byte[] more(byte[] workbook, String sheet, String address, String by) {
        return changed(
                workbook,
                book -> {
                    var cell = cell(book, sheet, address);
                    cell.setCellValue(
                            BigDecimal.valueOf(cell.getNumericCellValue())
                                    .add(new BigDecimal(by))
                                    .doubleValue());
                });
    }
}
