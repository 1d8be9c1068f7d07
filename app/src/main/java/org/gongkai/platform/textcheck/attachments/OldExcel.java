package org.gongkai.platform.textcheck.attachments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.SheetVisibility;

/** Excel files of before 2007 (旧版Excel文件检查). */
final class OldExcel {
    private OldExcel() {}

    static void inspect(Path file, InspectedFile.Notes notes) throws IOException {
        try (var in = Files.newInputStream(file);
                var book = new HSSFWorkbook(in)) {
            OldWord.author(book.getSummaryInformation(), notes);
            for (var index = 0; index < book.getNumberOfSheets(); index++) {
                var name = book.getSheetName(index);
                if (book.getSheetVisibility(index) != SheetVisibility.VISIBLE) {
                    notes.add(Hidden.blocking("hidden.sheet", name, name));
                }
                inspect(book.getSheetAt(index), name, notes);
            }
        }
    }

    private static void inspect(HSSFSheet sheet, String name, InspectedFile.Notes notes) {
        var formatter = new DataFormatter();
        var text = new StringBuilder();
        for (var row : sheet) {
            for (var cell : row) {
                var shown = formatter.formatCellValue(cell);
                text.append(shown).append('\t');
                if (!shown.isBlank() && row.getZeroHeight()) {
                    notes.add(Hidden.blocking("hidden.row", name, shown));
                }
                if (!shown.isBlank() && sheet.isColumnHidden(cell.getColumnIndex())) {
                    notes.add(Hidden.blocking("hidden.column", name, shown));
                }
                var comment = cell.getCellComment();
                if (comment != null) {
                    notes.add(
                            Hidden.blocking(
                                    "hidden.comments", name, comment.getString().getString()));
                }
            }
            text.append('\n');
        }
        notes.addText(name, text);
    }
}
