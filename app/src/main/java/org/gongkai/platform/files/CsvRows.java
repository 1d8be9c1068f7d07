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
    private final char[] signs = new char[1 << 13];
    private int filled;
    private int place;
    private int ahead;
    private int number;

    /** The rows of this text. */
    public CsvRows(Reader in) throws IOException {
        this.in = in;
        ahead = sign();
        if (ahead == '\uFEFF') {
            ahead = sign();
        }
    }

    /** The next sign, from a part of the text that is read at once. */
    private int sign() throws IOException {
        if (place == filled) {
            filled = Math.max(0, in.read(signs));
            place = 0;
            if (filled == 0) {
                return END;
            }
        }
        return signs[place++];
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
            ahead = sign();
            cells.add(cell());
        }
        if (ahead == '\r') {
            ahead = sign();
        }
        if (ahead == '\n') {
            ahead = sign();
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
            ahead = sign();
        }
        return text.toString();
    }

    private void quoted(StringBuilder text) throws IOException {
        ahead = sign();
        while (ahead != END) {
            if (ahead == '"') {
                ahead = sign();
                if (ahead != '"') {
                    return;
                }
            }
            text.append((char) ahead);
            ahead = sign();
        }
    }
}
