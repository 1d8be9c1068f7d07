package org.gongkai.opengov.inspections.registers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gongkai.opengov.inspections.registers.Register;
import org.gongkai.opengov.inspections.registers.RegisterDesk;
import org.gongkai.opengov.inspections.registers.RegisterEntry;
import org.gongkai.opengov.inspections.registers.RegisterWords;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A register as a file (名录导出), with the heads of the import, so that it can be changed in a
 * spreadsheet and read back. Written as it is read: its length does not matter.
 */
@Controller
@RequestMapping("/desk/inspections/{register:items|units|officers|recusals}")
class InspectionRegisterExports {
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int AT_ONCE = 1_000;

    /** The most rows of one sheet, below what the format holds. */
    private static final int SHEET = 1_000_000;

    private final RegisterDesk desk;
    private final RegisterWords words;
    private final Wording wording;

    InspectionRegisterExports(RegisterDesk desk, RegisterWords words, Wording wording) {
        this.desk = desk;
        this.words = words;
        this.wording = wording;
    }

    @GetMapping("/export.csv")
    void csv(
            Actor actor,
            @PathVariable String register,
            @RequestParam Map<String, String> given,
            HttpServletResponse response)
            throws IOException {
        var of = Register.named(register).orElseThrow(Refusal::notFound);
        var filter = new RegisterQuery(of, given).filter();
        desk.count(actor, of, filter);
        name(response, "text/csv;charset=UTF-8", of.slug() + ".csv");
        try (var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            out.write('\uFEFF');
            out.write(CsvTable.line(heads(of).toArray()) + "\r\n");
            desk.forEach(actor, of, filter, it -> put(out, CsvTable.line(cells(of, it).toArray())));
        }
    }

    /** A sheet for each million. */
    @GetMapping("/export.xlsx")
    void workbook(
            Actor actor,
            @PathVariable String register,
            @RequestParam Map<String, String> given,
            HttpServletResponse response)
            throws IOException {
        var of = Register.named(register).orElseThrow(Refusal::notFound);
        var filter = new RegisterQuery(of, given).filter();
        desk.count(actor, of, filter);
        name(response, XLSX, of.slug() + ".xlsx");
        try (var book = new Workbook(response.getOutputStream(), "Gongkai", null)) {
            var sheet = new Sheet(book, of);
            desk.forEach(actor, of, filter, it -> sheet.add(cells(of, it)));
        }
    }

    private final class Sheet {
        private final Workbook book;
        private final Register of;
        private final AtomicInteger row = new AtomicInteger();
        private Worksheet sheet;
        private int number = 1;

        Sheet(Workbook book, Register of) {
            this.book = book;
            this.of = of;
            this.sheet = begun();
        }

        private Worksheet begun() {
            var begun =
                    book.newWorksheet(
                            wording.say("inspections.tab." + of.slug())
                                    + (number == 1 ? "" : " " + number));
            number++;
            row.set(0);
            write(begun, heads(of));
            return begun;
        }

        void add(List<String> cells) {
            if (row.get() > SHEET) {
                sheet = begun();
            }
            write(sheet, cells);
            if (row.get() % AT_ONCE == 0) {
                flush();
            }
        }

        private void flush() {
            try {
                sheet.flush();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }

        private void write(Worksheet to, List<String> cells) {
            var at = row.getAndIncrement();
            for (var column = 0; column < cells.size(); column++) {
                to.inlineString(at, column, cells.get(column));
            }
        }
    }

    private List<String> heads(Register of) {
        return of.fields().stream().map(it -> words.label(of, it)).toList();
    }

    private List<String> cells(Register of, RegisterEntry entry) {
        return of.fields().stream().map(it -> words.written(entry, it)).toList();
    }

    private static void put(OutputStreamWriter out, String line) {
        try {
            out.write(line + "\r\n");
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void name(HttpServletResponse response, String type, String file) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"");
    }
}
