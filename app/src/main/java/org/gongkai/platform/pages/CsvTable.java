package org.gongkai.platform.pages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A table for spreadsheet programs (导出表格): CSV (RFC 4180) in UTF-8 with its mark, or a workbook; no
 * cell is read as a formula.
 */
public final class CsvTable {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private static final MediaType XLSX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final List<List<String>> rows = new ArrayList<>();

    private CsvTable() {}

    /** A table with these names of columns. */
    public static CsvTable of(Object... head) {
        return new CsvTable().row(head);
    }

    /** One more row; what is absent is an empty cell. */
    public CsvTable row(@Nullable Object... cells) {
        rows.add(Arrays.stream(cells).map(it -> Objects.toString(it, "")).toList());
        return this;
    }

    /** One row of such a table by itself, for a table too long to be held whole. */
    public static String line(@Nullable Object... cells) {
        return Arrays.stream(cells)
                .map(it -> cell(Objects.toString(it, "")))
                .collect(Collectors.joining(","));
    }

    /** The file to be saved under this name: a workbook where it ends so, and CSV otherwise. */
    public ResponseEntity<byte[]> file(String name) {
        var workbook = name.endsWith(".xlsx");
        return ResponseEntity.ok()
                .contentType(workbook ? XLSX : CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(workbook ? workbook() : text().getBytes(StandardCharsets.UTF_8));
    }

    String text() {
        return rows.stream()
                .map(it -> line(it.toArray()))
                .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"));
    }

    private byte[] workbook() {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Gongkai", null)) {
            var sheet = book.newWorksheet("1");
            for (var row = 0; row < rows.size(); row++) {
                var cells = rows.get(row);
                for (var column = 0; column < cells.size(); column++) {
                    sheet.value(row, column, cells.get(column));
                }
            }
            sheet.freezePane(0, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Quoted; what a spreadsheet would take for a formula is marked as text. */
    private static String cell(String text) {
        var plain = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return '"' + plain.replace("\"", "\"\"") + '"';
    }
}
