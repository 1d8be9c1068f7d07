package org.gongkai.platform.files.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipFile;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFReader.SheetIterator;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Excel files (Excel文件) as they are seen: what a cell shows, not its formula; merged cells, the
 * rows of the head; without hidden sheets, rows and columns. Read as a stream, twice: first how the
 * sheet is built, then its cells.
 */
final class SheetPages {
    /** Rows shown of one file; who needs more needs the file. */
    static final int MOST_ROWS = 10_000;

    /** The words and looks of all cells stand in two parts that are read whole. */
    private static final long LARGEST_PART = 64L * 1024 * 1024;

    private static final Set<String> READ_WHOLE =
            Set.of("xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml");

    private SheetPages() {}

    static void read(Path file, Gathered pages) throws IOException {
        refuseLargeParts(file);
        try (var book = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            var reader = new XSSFReader(book);
            var words = new ReadOnlySharedStringsTable(book, false);
            var hidden = new HiddenSheets();
            parse(reader.getWorkbookData(), hidden);
            var rowsLeft = MOST_ROWS;
            for (var sheets = (SheetIterator) reader.getSheetsData(); sheets.hasNext(); ) {
                sheets.next().close();
                if (hidden.names().contains(sheets.getSheetName())) {
                    continue;
                }
                var part = sheets.getSheetPart();
                var build = new SheetBuild();
                parse(part.getInputStream(), build);
                var rows = new SheetRows(build, rowsLeft);
                parse(
                        part.getInputStream(),
                        new XSSFSheetXMLHandler(
                                reader.getStylesTable(),
                                null,
                                words,
                                rows,
                                new DataFormatter(),
                                false));
                rowsLeft -= rows.rows().size();
                new SheetTables(
                                sheets.getSheetName(),
                                build,
                                rows.rows(),
                                build.filled(),
                                rows.cut())
                        .write(pages);
                if (rowsLeft <= 0 || !pages.hasRoom()) {
                    pages.shorten();
                    return;
                }
            }
        } catch (InvalidFormatException broken) {
            throw new IOException(broken);
        } catch (OpenXML4JException | SAXException broken) {
            throw new IOException(broken);
        }
    }

    private static void refuseLargeParts(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            for (var name : READ_WHOLE) {
                var part = zip.getEntry(name);
                if (part != null && part.getSize() > LARGEST_PART) {
                    throw TooLarge.of(file);
                }
            }
        }
    }

    /** Reads a part without DOCTYPE and without anything from outside. */
    private static void parse(InputStream part, ContentHandler handler)
            throws IOException, SAXException {
        try (part) {
            var parser = XMLHelper.newXMLReader();
            parser.setContentHandler(handler);
            parser.parse(new InputSource(part));
        } catch (SheetRows.Enough read) {
            // As many rows as are shown; the rest of the part is not read.
        } catch (javax.xml.parsers.ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
