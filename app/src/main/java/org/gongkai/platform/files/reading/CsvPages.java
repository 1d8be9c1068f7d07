package org.gongkai.platform.files.reading;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.gongkai.platform.files.CsvRows;
import org.gongkai.platform.files.TextFiles;
import org.gongkai.platform.files.reading.SheetRows.Row;

/** Tables in CSV (CSV表格), as a worksheet without a name. */
final class CsvPages {
    private static final long LARGEST = 20L * 1024 * 1024;

    private CsvPages() {}

    static void read(Path file, Gathered pages) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw TooLarge.of(file);
        }
        var text = TextFiles.read(file).orElseThrow(() -> new IOException("no text"));
        var reader = new CsvRows(new StringReader(text));
        var rows = new ArrayList<Row>();
        var cut = false;
        for (var next = reader.next(); next.isPresent(); next = reader.next()) {
            if (rows.size() >= SheetPages.MOST_ROWS) {
                cut = true;
                break;
            }
            cut |= next.get().size() > SheetRows.MOST_COLUMNS;
            rows.add(row(rows.size(), next.get()));
        }
        rows.removeIf(it -> it.cells().isEmpty());
        new SheetTables("", new SheetBuild(), rows, 0, cut).write(pages);
    }

    private static Row row(int number, List<String> cells) {
        var row = new TreeMap<Integer, String>();
        for (var column = 0; column < Math.min(cells.size(), SheetRows.MOST_COLUMNS); column++) {
            if (!cells.get(column).isBlank()) {
                row.put(column, cells.get(column));
            }
        }
        return new Row(number, row);
    }
}
