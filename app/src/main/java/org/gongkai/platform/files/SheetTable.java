package org.gongkai.platform.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The first worksheet of a workbook as a table (表格读取): rows of text, days as {@code 2021-07-30},
 * what a cell shows and not its formula. Read as a stream.
 */
public final class SheetTable {
    private static final int COLUMNS = 100;

    private SheetTable() {}

    /** A row: its number as the workbook shows it, from 1, and its cells. */
    public record Row(int number, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * The rows that have anything in them.
     *
     * @param most how many at most; one more is read, so that the reader sees that there are more
     * @throws IOException if it is no workbook
     */
    public static List<Row> read(byte[] workbook, int most) throws IOException {
        var rows = new Rows(most + 1);
        try (var book = OPCPackage.open(new ByteArrayInputStream(workbook))) {
            var reader = new XSSFReader(book);
            var sheets = reader.getSheetsData();
            if (sheets.hasNext()) {
                try (var sheet = sheets.next()) {
                    var parser = XMLHelper.newXMLReader();
                    parser.setContentHandler(
                            new XSSFSheetXMLHandler(
                                    reader.getStylesTable(),
                                    null,
                                    new ReadOnlySharedStringsTable(book, false),
                                    rows,
                                    new IsoDays(),
                                    false));
                    parser.parse(new InputSource(sheet));
                }
            }
        } catch (Enough all) {
            return rows.found;
        } catch (OpenXML4JException | SAXException broken) {
            throw new IOException(broken);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
        return rows.found;
    }

    /** Thrown out of the parser when no more rows are wanted. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super("enough", null, false, false);
        }
    }

    /** Days are written one way, whatever the cell shows. */
    private static final class IsoDays extends DataFormatter {
        IsoDays() {
            super(Locale.SIMPLIFIED_CHINESE);
        }

        @Override
        public String formatRawCellContents(
                double value, int index, String format, boolean since1904) {
            return DateUtil.isADateFormat(index, format) && DateUtil.isValidExcelDate(value)
                    ? DateUtil.getLocalDateTime(value, since1904).toLocalDate().toString()
                    : super.formatRawCellContents(value, index, format, since1904);
        }
    }

    private static final class Rows implements SheetContentsHandler {
        private final int most;
        private final List<Row> found = new ArrayList<>();
        private List<String> cells = new ArrayList<>();

        Rows(int most) {
            this.most = most;
        }

        @Override
        public void startRow(int number) {
            cells = new ArrayList<>();
        }

        @Override
        public void cell(
                @Nullable String reference, @Nullable String shown, @Nullable XSSFComment remark) {
            int column = reference == null ? cells.size() : new CellReference(reference).getCol();
            if (column >= COLUMNS || shown == null) {
                return;
            }
            while (cells.size() <= column) {
                cells.add("");
            }
            cells.set(column, shown);
        }

        @Override
        public void endRow(int number) {
            if (cells.stream().anyMatch(it -> !it.isBlank())) {
                found.add(new Row(number + 1, cells));
            }
            if (found.size() >= most) {
                throw new Enough();
            }
        }
    }
}
