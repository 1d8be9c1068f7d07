package org.gongkai.testing.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Excel files, new and old, built with POI. */
public final class ExcelSamples {

    /** Writes into a book whose first sheet has a few cells. */
    public interface Writer {
        void write(Workbook book, Sheet sheet) throws IOException;
    }

    private ExcelSamples() {}

    public static byte[] excel(Writer writer) {
        var book = new XSSFWorkbook();
        book.getProperties().getCoreProperties().setCreator("");
        return written(book, writer);
    }

    public static byte[] oldExcel(Writer writer) {
        return written(new HSSFWorkbook(), writer);
    }

    private static byte[] written(Workbook book, Writer writer) {
        try (book) {
            var sheet = book.createSheet("水质");
            for (var row = 0; row < 3; row++) {
                for (var column = 0; column < 3; column++) {
                    sheet.createRow(row).createCell(column).setCellValue("值" + row + column);
                    sheet.getRow(row).createCell(0).setCellValue("行" + row);
                }
            }
            writer.write(book, sheet);
            var bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void comment(Workbook book, Sheet sheet, String words) {
        var helper = book.getCreationHelper();
        var anchor = helper.createClientAnchor();
        anchor.setCol2(3);
        anchor.setRow2(3);
        var comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(helper.createRichTextString(words));
        sheet.getRow(0).getCell(0).setCellComment(comment);
    }
}
