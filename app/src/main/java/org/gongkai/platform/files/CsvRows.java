package org.gongkai.platform.files;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads CSV (RFC 4180) row by row (CSV读取), so that a table may be larger than memory. */
public final class CsvRows {
    private static final int END = -1;

    private final Reader in;
    private int ahead;
    private int number;

    /** The rows of this text. */
    public CsvRows(Reader in) throws IOException {
        this.in = in;
        ahead = in.read();
        if (ahead == '\uFEFF') {
            ahead = in.read();
        }
    }

    /** The next row that has anything in it; empty at the end. */
    public Optional<List<String>> next() throws IOException {
        while (ahead != END) {
            var row = row();
            if (row.size() > 1 || !row.getFirst().isBlank()) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** The number of the row just read, from 1; empty rows count. */
    public int number() {
        return number;
    }

    private List<String> row() throws IOException {
        number++;
        var cells = new ArrayList<String>();
        cells.add(cell());
        while (ahead == ',') {
            ahead = in.read();
            cells.add(cell());
        }
        if (ahead == '\r') {
            ahead = in.read();
        }
        if (ahead == '\n') {
            ahead = in.read();
        }
        return cells;
    }

    private String cell() throws IOException {
        var text = new StringBuilder();
        if (ahead == '"') {
            quoted(text);
        }
        while (ahead != ',' && ahead != '\r' && ahead != '\n' && ahead != END) {
            text.append((char) ahead);
            ahead = in.read();
        }
        return text.toString();
    }

    private void quoted(StringBuilder text) throws IOException {
        ahead = in.read();
        while (ahead != END) {
            if (ahead == '"') {
                ahead = in.read();
                if (ahead != '"') {
                    return;
                }
            }
            text.append((char) ahead);
            ahead = in.read();
        }
    }
}
