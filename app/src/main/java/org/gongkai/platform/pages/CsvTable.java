package org.gongkai.platform.pages;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A table for spreadsheet programs (导出表格): CSV (RFC 4180) in UTF-8 with its mark; no cell is read
 * as a formula.
 */
public final class CsvTable {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final List<String> lines = new ArrayList<>();

    private CsvTable() {}

    /** A table with these names of columns. */
    public static CsvTable of(Object... head) {
        return new CsvTable().row(head);
    }

    /** One more row; what is absent is an empty cell. */
    public CsvTable row(@Nullable Object... cells) {
        lines.add(line(cells));
        return this;
    }

    /** One row of such a table by itself, for a table too long to be held whole. */
    public static String line(@Nullable Object... cells) {
        return Arrays.stream(cells)
                .map(it -> cell(Objects.toString(it, "")))
                .collect(Collectors.joining(","));
    }

    /** The file to be saved under this name. */
    public ResponseEntity<byte[]> file(String name) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(text().getBytes(StandardCharsets.UTF_8));
    }

    String text() {
        return lines.stream().collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"));
    }

    /** Quoted; what a spreadsheet would take for a formula is marked as text. */
    private static String cell(String text) {
        var plain = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return '"' + plain.replace("\"", "\"\"") + '"';
    }
}
