package org.gongkai.opengov.drinkingwater.open.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gongkai.opengov.drinkingwater.open.OpenValue;
import org.gongkai.opengov.drinkingwater.sources.SourceKind;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Wording;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Public values as files (水质数据下载), written as they are read: their number does not matter. */
@Component
class WaterFiles {
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int AT_ONCE = 2_000;

    /** The most rows of one sheet, below what the format holds. */
    private static final int SHEET = 1_000_000;

    private final Wording wording;
    private final JsonMapper json;
    private final OpenWaterWords words;

    WaterFiles(Wording wording, JsonMapper json, OpenWaterWords words) {
        this.wording = wording;
        this.json = json;
        this.words = words;
    }

    /** Reads values, one after the other. */
    @FunctionalInterface
    interface Values {
        void each(Consumer<OpenValue> take);
    }

    /** Writes the values in this form, under this name. */
    void send(HttpServletResponse response, String name, String form, Values values)
            throws IOException {
        response.setContentType(
                switch (form) {
                    case "csv" -> "text/csv;charset=UTF-8";
                    case "json" -> "application/json";
                    default -> XLSX;
                });
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + name + "." + form + "\"");
        try {
            switch (form) {
                case "csv" -> csv(response.getOutputStream(), values);
                case "json" -> json(response.getOutputStream(), values);
                default -> workbook(response.getOutputStream(), values);
            }
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    /** How the values of a kind of source are judged, in a sentence. */
    String method(SourceKind kind) {
        return wording.say(
                kind.surface()
                        ? "drinkingwater.open.method.surface"
                        : "drinkingwater.open.method.ground");
    }

    private OpenValueAnswer row(OpenValue it, String surface, String ground) {
        return OpenValueAnswer.of(
                it, it.of().source().facts().kind().surface() ? surface : ground, words);
    }

    private void forEach(Values values, Row row) {
        var surface = method(SourceKind.RESERVOIR);
        var ground = method(SourceKind.GROUND);
        values.each(
                it -> {
                    try {
                        row.take(row(it, surface, ground));
                    } catch (IOException gone) {
                        throw new UncheckedIOException(gone);
                    }
                });
    }

    private interface Row {
        void take(OpenValueAnswer row) throws IOException;
    }

    private void csv(OutputStream out, Values values) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\uFEFF');
        writer.write(CsvTable.line((Object[]) head()) + "\r\n");
        writer.flush();
        forEach(values, it -> writer.write(CsvTable.line(it.cells().toArray()) + "\r\n"));
        writer.flush();
    }

    private void json(OutputStream out, Values values) throws IOException {
        try (var generator = json.createGenerator(out)) {
            generator.writeStartObject();
            generator.writeStringProperty("licence", wording.say("drinkingwater.open.licence"));
            generator.writeName("items");
            generator.writeStartArray();
            forEach(values, generator::writePOJO);
            generator.writeEndArray();
            generator.writeEndObject();
        }
    }

    private void workbook(OutputStream out, Values values) throws IOException {
        try (var book = new Workbook(out, "Gongkai", null)) {
            var sheets = new Sheets(book, wording.say("drinkingwater.open.title"), head());
            forEach(values, it -> sheets.add(it.cells()));
            sheets.end();
        }
    }

    private String[] head() {
        return wording.say("drinkingwater.open.file.head").split(",");
    }

    /** The sheets of a workbook, one after the other. */
    private static final class Sheets {
        private final Workbook book;
        private final String name;
        private final String[] head;
        private int number;
        private int row;
        private Worksheet open;

        Sheets(Workbook book, String name, String[] head) {
            this.book = book;
            this.name = name;
            this.head = head;
            this.open = next();
        }

        private Worksheet next() {
            number++;
            var sheet = book.newWorksheet(number == 1 ? name : name + number);
            for (var column = 0; column < head.length; column++) {
                sheet.inlineString(0, column, head[column]);
            }
            sheet.freezePane(0, 1);
            row = 1;
            return sheet;
        }

        void add(List<String> cells) throws IOException {
            if (row > SHEET) {
                open.close();
                open = next();
            }
            for (var column = 0; column < cells.size(); column++) {
                open.inlineString(row, column, cells.get(column));
            }
            row++;
            if (row % AT_ONCE == 0) {
                open.flush();
            }
        }

        void end() throws IOException {
            open.close();
        }
    }
}
