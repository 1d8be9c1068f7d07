package org.gongkai.opengov.drinkingwater.results;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.opengov.drinkingwater.Reading;
import org.gongkai.platform.files.CsvRows;
import org.gongkai.platform.files.TextFiles;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A laboratory's file as rows of text (实验室报表读取): each visible sheet of an .xlsx, or a .csv in UTF-8
 * or GB 18030, parted by commas or tabs. A merged cell has its content in each cell it covers. Of a
 * number the cell's own value is taken and not its rounded picture, unless the picture says more,
 * as with a format that writes an L behind.
 */
final class LaboratoryFile {
    private static final int MOST_SHEETS = 50;
    private static final int MOST_ROWS = 5_000;
    private static final int MOST_COLUMNS = 400;

    private LaboratoryFile() {}

    /**
     * A sheet.
     *
     * @param name empty if the file has but one
     */
    record Table(String name, List<List<String>> rows) {}

    /** Reads it; refuses what cannot be read. */
    static List<Table> read(byte[] content, String name) {
        try {
            return name.toLowerCase(Locale.ROOT).endsWith(".xlsx")
                    ? workbook(content)
                    : List.of(new Table("", text(content)));
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof Refusal refusal) {
                throw refusal;
            }
            throw Refusal.invalid("file", "drinkingwater.imports.problem.broken");
        }
    }

    private static List<Table> workbook(byte[] content) throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            var visible = new ArrayList<Sheet>();
            for (var at = 0; at < book.getNumberOfSheets(); at++) {
                if (book.getSheetVisibility(at) == SheetVisibility.VISIBLE
                        && book.getSheetAt(at).getPhysicalNumberOfRows() > 0) {
                    visible.add(book.getSheetAt(at));
                }
            }
            if (visible.size() > MOST_SHEETS) {
                throw tooLarge();
            }
            var tables = new ArrayList<Table>();
            for (var sheet : visible) {
                tables.add(
                        new Table(
                                visible.size() > 1 ? sheet.getSheetName() : "", rows(book, sheet)));
            }
            return tables;
        }
    }

    private static List<List<String>> rows(Workbook book, Sheet sheet) {
        if (sheet.getLastRowNum() >= MOST_ROWS) {
            throw tooLarge();
        }
        var shown = new DataFormatter(Locale.SIMPLIFIED_CHINESE);
        shown.setUseCachedValuesForFormulaCells(true);
        var rows = new ArrayList<List<String>>();
        for (var at = 0; at <= sheet.getLastRowNum(); at++) {
            var row = sheet.getRow(at);
            var cells = new ArrayList<String>();
            for (var column = 0; row != null && column < row.getLastCellNum(); column++) {
                if (column >= MOST_COLUMNS) {
                    throw tooLarge();
                }
                cells.add(text(row.getCell(column), shown));
            }
            rows.add(cells);
        }
        for (var merged : sheet.getMergedRegions()) {
            var text = at(rows, merged.getFirstRow(), merged.getFirstColumn());
            for (var each : merged) {
                if (!text.isEmpty() && each.getColumn() < MOST_COLUMNS) {
                    put(rows, each.getRow(), each.getColumn(), text);
                }
            }
        }
        return rows;
    }

    private static String at(List<List<String>> rows, int row, int column) {
        return row < rows.size() && column < rows.get(row).size() ? rows.get(row).get(column) : "";
    }

    private static void put(List<List<String>> rows, int row, int column, String text) {
        if (row >= rows.size()) {
            return;
        }
        var cells = rows.get(row);
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, text);
    }

    private static String text(@Nullable Cell cell, DataFormatter shown) {
        if (cell == null) {
            return "";
        }
        var type =
                cell.getCellType() == CellType.FORMULA
                        ? cell.getCachedFormulaResultType()
                        : cell.getCellType();
        return switch (type) {
            case NUMERIC -> number(cell, shown);
            case STRING -> cell.getStringCellValue();
            default -> shown.formatCellValue(cell);
        };
    }

    private static String number(Cell cell, DataFormatter shown) {
        if (DateUtil.isCellDateFormatted(cell)) {
            return cell.getLocalDateTimeCellValue().toLocalDate().toString();
        }
        var own = BigDecimal.valueOf(cell.getNumericCellValue());
        var picture = shown.formatCellValue(cell);
        var seen = measured(picture.replace(",", ""));
        if (seen.isEmpty()) {
            return picture;
        }
        return seen.get().compareTo(own) == 0
                ? picture.replace(",", "")
                : own.stripTrailingZeros().toPlainString();
    }

    private static Optional<BigDecimal> measured(String text) {
        return Reading.of(text.startsWith("-") ? text.substring(1) : text)
                .flatMap(
                        it ->
                                it instanceof Reading.Measured(BigDecimal value)
                                        ? Optional.of(text.startsWith("-") ? value.negate() : value)
                                        : Optional.empty());
    }

    private static List<List<String>> text(byte[] content) throws IOException {
        var text =
                TextFiles.decode(content)
                        .orElseThrow(
                                () ->
                                        Refusal.invalid(
                                                "file", "drinkingwater.imports.problem.broken"));
        if (text.lines().limit(20).filter(it -> it.contains("\t")).count() > 1) {
            return text.lines().map(it -> Arrays.asList(it.split("\t", -1))).toList();
        }
        var rows = new ArrayList<List<String>>();
        var read = new CsvRows(new StringReader(text));
        for (var row = read.next(); row.isPresent(); row = read.next()) {
            if (rows.size() >= MOST_ROWS || row.get().size() > MOST_COLUMNS) {
                throw tooLarge();
            }
            while (rows.size() < read.number() - 1) {
                rows.add(List.of());
            }
            rows.add(row.get());
        }
        return rows;
    }

    private static Refusal tooLarge() {
        return Refusal.invalid(
                "file",
                "drinkingwater.imports.problem.too-large",
                MOST_SHEETS,
                MOST_ROWS,
                MOST_COLUMNS);
    }
}
