package org.gongkai.opengov.budgets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A visible sheet as cells of text (工作表). A merged cell has its content in each cell it covers; of
 * a number the cell's own value is taken and not its rounded picture.
 */
record SheetGrid(String name, List<List<Value>> rows) {
    private static final int MOST_SHEETS = 40;
    private static final int MOST_ROWS = 3_000;
    private static final int MOST_COLUMNS = 60;
    private static final int LETTERS = 26;
    private static final Value NOTHING = new Value("", false);

    /**
     * What a cell says.
     *
     * @param number whether the cell holds a number, and not text
     */
    record Value(String text, boolean number) {}

    /** The visible sheets; refuses what cannot be read. */
    static List<SheetGrid> read(byte[] workbook) {
        return read(workbook, MOST_ROWS);
    }

    /** The same with at most so many rows a sheet. */
    static List<SheetGrid> read(byte[] workbook, int mostRows) {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            var sheets = new ArrayList<SheetGrid>();
            for (var at = 0; at < book.getNumberOfSheets(); at++) {
                if (book.getSheetVisibility(at) == SheetVisibility.VISIBLE) {
                    sheets.add(of(book.getSheetAt(at), mostRows));
                }
            }
            if (sheets.size() > MOST_SHEETS) {
                throw tooLarge(mostRows);
            }
            return sheets;
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof Refusal refusal) {
                throw refusal;
            }
            throw Refusal.invalid("file", "budgets.imports.problem.broken");
        }
    }

    private static SheetGrid of(Sheet sheet, int mostRows) {
        if (sheet.getLastRowNum() >= mostRows) {
            throw tooLarge(mostRows);
        }
        var shown = new DataFormatter(Locale.SIMPLIFIED_CHINESE);
        shown.setUseCachedValuesForFormulaCells(true);
        var rows = new ArrayList<List<Value>>();
        for (var at = 0; at <= sheet.getLastRowNum(); at++) {
            var row = sheet.getRow(at);
            var cells = new ArrayList<Value>();
            for (var column = 0; row != null && column < row.getLastCellNum(); column++) {
                if (column >= MOST_COLUMNS) {
                    throw tooLarge(mostRows);
                }
                cells.add(value(row.getCell(column), shown));
            }
            rows.add(cells);
        }
        for (var merged : sheet.getMergedRegions()) {
            var first = at(rows, merged.getFirstRow(), merged.getFirstColumn());
            for (var each : merged) {
                if (!first.text().isEmpty() && each.getColumn() < MOST_COLUMNS) {
                    put(rows, each.getRow(), each.getColumn(), first);
                }
            }
        }
        return new SheetGrid(sheet.getSheetName(), rows);
    }

    int height() {
        return rows.size();
    }

    int width() {
        return rows.stream().mapToInt(List::size).max().orElse(0);
    }

    String text(int row, int column) {
        return at(rows, row, column).text();
    }

    Value value(int row, int column) {
        return at(rows, row, column);
    }

    /** The name of a cell: A1 is the first. */
    static String name(int row, int column) {
        var letters = new StringBuilder();
        for (var left = column + 1; left > 0; left = (left - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (left - 1) % LETTERS));
        }
        return letters.toString() + (row + 1);
    }

    private static Value at(List<List<Value>> rows, int row, int column) {
        return row >= 0 && row < rows.size() && column < rows.get(row).size()
                ? rows.get(row).get(column)
                : NOTHING;
    }

    private static void put(List<List<Value>> rows, int row, int column, Value value) {
        if (row >= rows.size()) {
            return;
        }
        var cells = rows.get(row);
        while (cells.size() <= column) {
            cells.add(NOTHING);
        }
        cells.set(column, value);
    }

    private static Value value(@Nullable Cell cell, DataFormatter shown) {
        if (cell == null) {
            return NOTHING;
        }
        var type =
                cell.getCellType() == CellType.FORMULA
                        ? cell.getCachedFormulaResultType()
                        : cell.getCellType();
        return switch (type) {
            case NUMERIC -> number(cell);
            case STRING ->
                    new Value(
                            cell.getStringCellValue()
                                    .replaceAll("[\\s\\u00A0\\u3000]+", " ")
                                    .strip(),
                            false);
            default -> new Value(shown.formatCellValue(cell), false);
        };
    }

    /** A day is text; of an amount the cell's own value. */
    private static Value number(Cell cell) {
        if (DateUtil.isCellDateFormatted(cell)) {
            return new Value(cell.getLocalDateTimeCellValue().toLocalDate().toString(), false);
        }
        return new Value(
                BigDecimal.valueOf(cell.getNumericCellValue()).stripTrailingZeros().toPlainString(),
                true);
    }

    private static Refusal tooLarge(int mostRows) {
        return Refusal.invalid(
                "file", "budgets.imports.problem.too-large", MOST_SHEETS, mostRows, MOST_COLUMNS);
    }
}
