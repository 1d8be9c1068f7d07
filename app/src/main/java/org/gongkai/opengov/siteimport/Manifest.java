package org.gongkai.opengov.siteimport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.platform.files.CsvRows;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The list of what is imported (导入清单): CSV with a head, or a JSON object on each line; UTF-8 or GB
 * 18030, as old systems write it.
 */
final class Manifest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;
    private final Charset charset;
    private final String sha256;
    private final int rows;

    private Manifest(Path file, Charset charset, String sha256) throws IOException {
        this.file = file;
        this.charset = charset;
        this.sha256 = sha256;
        this.rows = count();
    }

    /**
     * A row.
     *
     * @param number from 1, the head not counted
     * @param cells by the key of their column, empty ones left out
     * @param unreadable what is wrong with the row as a whole, as a message key; else null
     */
    record Row(int number, Map<String, String> cells, Optional<String> unreadable) {
        String cell(ManifestField field) {
            return cells.getOrDefault(field.key(), "");
        }
    }

    static Manifest of(ImportFolder folder) throws IOException {
        var file = folder.manifest();
        var charset = isUtf8(file) ? StandardCharsets.UTF_8 : GB18030;
        return new Manifest(file, charset, digest(file));
    }

    /** How many rows there are. */
    int rows() {
        return rows;
    }

    /** SHA-256 of the file, by which a resumed run knows that it is still the same. */
    String sha256() {
        return sha256;
    }

    /** The rows after the first {@code skip}. */
    Rows open(int skip) throws IOException {
        var rowsOfFile = reader();
        for (int i = 0; i < skip; i++) {
            rowsOfFile.next();
        }
        return rowsOfFile;
    }

    /** Rows one after the other. */
    interface Rows extends AutoCloseable {
        Optional<Row> next() throws IOException;

        /** At most so many. */
        default List<Row> next(int most) throws IOException {
            var part = new ArrayList<Row>(most);
            for (int i = 0; i < most; i++) {
                var row = next();
                if (row.isEmpty()) {
                    break;
                }
                part.add(row.get());
            }
            return part;
        }

        @Override
        void close() throws IOException;
    }

    private int count() throws IOException {
        try (var all = reader()) {
            int number = 0;
            while (all.next().isPresent()) {
                number++;
            }
            return number;
        }
    }

    private Rows reader() throws IOException {
        var in = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset));
        return file.getFileName().toString().endsWith(".csv")
                ? new CsvManifest(in)
                : new JsonManifest(in);
    }

    private static final class CsvManifest implements Rows {
        private final Reader in;
        private final CsvRows rows;
        private final List<String> keys = new ArrayList<>();
        private int number;

        CsvManifest(Reader in) throws IOException {
            this.in = in;
            rows = new CsvRows(in);
            for (var head : rows.next().orElse(List.of())) {
                keys.add(
                        ManifestField.keyOf(head)
                                .orElseThrow(
                                        () ->
                                                new ImportStopped(
                                                        "siteimport.stopped.unknown-column",
                                                        head)));
            }
        }

        @Override
        public Optional<Row> next() throws IOException {
            return rows.next().map(this::row);
        }

        private Row row(List<String> cells) {
            number++;
            if (cells.size() != keys.size()) {
                return new Row(number, Map.of(), Optional.of("siteimport.row.cells"));
            }
            var filled = new HashMap<String, String>();
            for (int i = 0; i < cells.size(); i++) {
                if (!cells.get(i).isBlank()) {
                    filled.put(keys.get(i), cells.get(i).strip());
                }
            }
            return new Row(number, filled, Optional.empty());
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private static final class JsonManifest implements Rows {
        private final BufferedReader in;
        private int number;

        JsonManifest(BufferedReader in) {
            this.in = in;
        }

        @Override
        public Optional<Row> next() throws IOException {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var text = line.startsWith("\uFEFF") ? line.substring(1) : line;
                if (!text.isBlank()) {
                    return Optional.of(row(text));
                }
            }
            return Optional.empty();
        }

        private Row row(String line) {
            number++;
            try {
                var read = JSON.readTree(line);
                return read.isObject() ? row(read) : broken("siteimport.row.json");
            } catch (JacksonException wrong) {
                return broken("siteimport.row.json");
            }
        }

        private Row row(JsonNode object) {
            var filled = new HashMap<String, String>();
            for (var member : object.properties()) {
                var key = ManifestField.keyOf(member.getKey());
                if (key.isEmpty()) {
                    return broken("siteimport.row.unknown-column");
                }
                var text = text(member.getValue());
                if (!text.isBlank()) {
                    filled.put(key.get(), text.strip());
                }
            }
            return new Row(number, filled, Optional.empty());
        }

        /** A list of attachments may be written as one. */
        private static String text(JsonNode value) {
            if (value.isArray()) {
                var parts = new ArrayList<String>();
                value.forEach(it -> parts.add(it.asString("")));
                return String.join(";", parts);
            }
            return value.isNull() ? "" : value.asString("");
        }

        private Row broken(String why) {
            return new Row(number, Map.of(), Optional.of(why));
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private static boolean isUtf8(Path file) throws IOException {
        var strict =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var in = new InputStreamReader(Files.newInputStream(file), strict)) {
            in.transferTo(java.io.Writer.nullWriter());
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static String digest(Path file) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
