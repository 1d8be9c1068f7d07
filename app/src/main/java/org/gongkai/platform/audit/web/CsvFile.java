package org.gongkai.platform.audit.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A table as a file (CSV 文件), in UTF-8 with a byte order mark so that office programs read it
 * right. A cell that a spreadsheet would take for a formula is marked as text.
 */
final class CsvFile implements AutoCloseable {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Writer out;

    CsvFile(OutputStream stream) throws IOException {
        out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        out.write(BYTE_ORDER_MARK);
    }

    void row(List<String> cells) {
        try {
            out.write(String.join(",", cells.stream().map(CsvFile::cell).toList()) + "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String cell(String text) {
        String harmless = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
