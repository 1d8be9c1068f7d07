package org.gongkai.opengov.portal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A public register as a table for spreadsheet programs (导出): CSV (RFC 4180), UTF-8 with mark. */
final class Csv {
    private static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private Csv() {}

    /** The file, its first line {@code head}. */
    static ResponseEntity<byte[]> file(String name, String head, Stream<List<String>> rows) {
        var text =
                Stream.concat(Stream.of(head), rows.map(Csv::line))
                        .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"));
        return ResponseEntity.ok()
                .contentType(TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name + ".csv\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** One row, without its end. */
    static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(","));
    }

    /** What a spreadsheet would take for a formula is marked as text. */
    private static String cell(String text) {
        var safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
