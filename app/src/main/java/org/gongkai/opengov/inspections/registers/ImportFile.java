package org.gongkai.opengov.inspections.registers;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.gongkai.platform.files.CsvRows;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table, one after another (表格逐行读取): the first sheet of an .xlsx, a .csv in UTF-8 or
 * GB18030, or a .zip with one .csv in it; the file may be larger than memory.
 */
final class ImportFile implements Closeable {
    private static final Pattern DIMENSION =
            Pattern.compile("<dimension ref=\"[A-Z]+[0-9]+:[A-Z]+([0-9]+)\"");
    private static final int HEAD = 4_096;
    private static final int SAMPLE = 1 << 20;
    private static final Charset GB18030 = Charset.forName("GB18030");

    /** The most that a .zip may hold, in bytes. */
    private static final long LARGEST = 2L << 30;

    private final Source source;
    private final @Nullable Integer total;

    private ImportFile(Source source, @Nullable Integer total) {
        this.source = source;
        this.total = total;
    }

    /** A row: its number in the file, from 1, and its cells. */
    record Row(int number, List<String> cells) {
        String cell(int at) {
            return at < cells.size() ? cells.get(at) : "";
        }
    }

    private interface Source extends Closeable {
        Optional<Row> next() throws IOException;
    }

    /**
     * Opens it.
     *
     * @param days whether a number in this column is a day
     */
    static ImportFile open(Path file, IntPredicate days) throws IOException {
        var name = file.getFileName().toString();
        if (name.endsWith(".xlsx")) {
            return new ImportFile(new Sheet(file.toFile(), days), rowsOf(file));
        }
        return name.endsWith(".zip")
                ? new ImportFile(new Csv(() -> zipped(file)), null)
                : new ImportFile(new Csv(() -> Files.newInputStream(file)), linesOf(file));
    }

    /** Rows below the head, where the file says how many. */
    Optional<Integer> total() {
        return Optional.ofNullable(total);
    }

    /** The next row that has anything in it. */
    Optional<Row> next() throws IOException {
        return source.next();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private static @Nullable Integer rowsOf(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var sheet = zip.getEntry("xl/worksheets/sheet1.xml");
            if (sheet == null) {
                return null;
            }
            try (var in = zip.getInputStream(sheet)) {
                var head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
                var found = DIMENSION.matcher(head);
                return found.find() ? Math.max(0, Integer.parseInt(found.group(1)) - 1) : null;
            }
        }
    }

    private static Integer linesOf(Path file) throws IOException {
        var lines = 0;
        var last = 0;
        try (var in = Files.newInputStream(file)) {
            var bytes = new byte[1 << 16];
            for (var read = in.read(bytes); read > 0; read = in.read(bytes)) {
                for (var at = 0; at < read; at++) {
                    lines += bytes[at] == '\n' ? 1 : 0;
                }
                last = bytes[read - 1];
            }
        }
        return Math.max(0, last == '\n' ? lines - 1 : lines);
    }

    private static InputStream zipped(Path file) throws IOException {
        var zip = new ZipInputStream(Files.newInputStream(file));
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().endsWith(".csv")) {
                return zip;
            }
        }
        zip.close();
        throw new IOException("No .csv in the .zip");
    }

    private interface Opening {
        InputStream open() throws IOException;
    }

    private static final class Csv implements Source {
        private final Reader reader;
        private final CsvRows rows;
        private long read;

        Csv(Opening opening) throws IOException {
            Charset charset;
            try (var in = opening.open()) {
                charset = charsetOf(in.readNBytes(SAMPLE));
            }
            reader =
                    new BufferedReader(
                            new InputStreamReader(
                                    new BufferedInputStream(opening.open(), 1 << 16), charset),
                            1 << 16);
            rows = new CsvRows(reader);
        }

        private static Charset charsetOf(byte[] sample) {
            // A sign may be cut at the end of the sample.
            for (var cut = 0; cut < 4 && cut < Math.max(1, sample.length); cut++) {
                try {
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(sample, 0, sample.length - cut));
                    return StandardCharsets.UTF_8;
                } catch (CharacterCodingException other) {
                    // Cut by one more, or not UTF-8.
                }
            }
            return GB18030;
        }

        @Override
        public Optional<Row> next() throws IOException {
            var row = rows.next().map(it -> new Row(rows.number(), it));
            row.ifPresent(it -> it.cells().forEach(cell -> read += cell.length()));
            if (read > LARGEST) {
                throw new IOException("Larger than " + LARGEST);
            }
            return row;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }

    private static final class Sheet implements Source {
        private final ReadableWorkbook book;
        private final Stream<org.dhatim.fastexcel.reader.Row> stream;
        private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
        private final IntPredicate days;

        Sheet(File file, IntPredicate days) throws IOException {
            this.book = new ReadableWorkbook(file);
            this.stream = book.getFirstSheet().openStream();
            this.rows = stream.iterator();
            this.days = days;
        }

        @Override
        public Optional<Row> next() throws IOException {
            try {
                while (rows.hasNext()) {
                    var row = rows.next();
                    var cells = new ArrayList<String>(row.getCellCount());
                    for (var at = 0; at < row.getCellCount(); at++) {
                        cells.add(
                                row.getRowNum() > 1
                                        ? text(row.getCell(at), at)
                                        : shown(row.getCell(at)));
                    }
                    if (cells.stream().anyMatch(it -> !it.isBlank())) {
                        return Optional.of(new Row(row.getRowNum(), cells));
                    }
                }
                return Optional.empty();
            } catch (RuntimeException unreadable) {
                throw new IOException(unreadable);
            }
        }

        private String text(@Nullable Cell cell, int column) {
            if (cell != null && cell.getType() == CellType.NUMBER && days.test(column)) {
                return Optional.ofNullable(cell.asDate())
                        .map(it -> it.toLocalDate())
                        .map(LocalDate::toString)
                        .orElse("");
            }
            return shown(cell);
        }

        private static String shown(@Nullable Cell cell) {
            if (cell == null) {
                return "";
            }
            var raw = cell.getType() == CellType.STRING ? cell.asString() : cell.getRawValue();
            return raw == null ? "" : raw;
        }

        @Override
        public void close() throws IOException {
            stream.close();
            book.close();
        }
    }
}
