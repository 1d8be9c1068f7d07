package org.gongkai.opengov.budgets.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.gongkai.opengov.budgets.PublicBudgets.Open;
import org.gongkai.opengov.budgets.TablePicture;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Wording;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The tables of a budget or account to take along (公开表下载): one line an amount, or a sheet a table.
 */
@Component
class BudgetFiles {
    private static final MediaType XLSX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Wording wording;

    BudgetFiles(Wording wording) {
        this.wording = wording;
    }

    /** A line an amount: table, row, column, amount, unit. */
    ResponseEntity<byte[]> csv(Open open) {
        var table = CsvTable.of((Object[]) wording.say("budgets.public.csv-head").split(",", -1));
        for (var each : open.tables()) {
            for (var line : each.lines()) {
                amounts(each, line, it -> table.row(it.toArray()));
            }
        }
        return table.file(name(open) + ".csv");
    }

    private static void amounts(
            TablePicture table, TablePicture.Line line, Consumer<List<String>> row) {
        for (var at = table.labels(); at < line.cells().size(); at++) {
            if (!line.cells().get(at).isEmpty()) {
                row.accept(
                        List.of(
                                table.title(),
                                table.labels() > 1 ? line.cells().getFirst() : "",
                                table.labels() > 0 ? line.cells().get(table.labels() - 1) : "",
                                table.heads().get(at),
                                line.cells().get(at).replace(",", ""),
                                table.unit()));
            }
        }
    }

    ResponseEntity<byte[]> xlsx(Open open) {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "Gongkai", null)) {
            for (var table : open.tables()) {
                sheet(book, table);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name(open) + ".xlsx\"")
                .body(out.toByteArray());
    }

    private void sheet(Workbook book, TablePicture table) {
        var sheet = book.newWorksheet(sheetName(table.title()));
        sheet.value(0, 0, wording.say("budgets.table.caption", table.title(), table.unit()));
        for (var at = 0; at < table.heads().size(); at++) {
            sheet.value(1, at, table.heads().get(at));
            sheet.style(1, at).bold().set();
            sheet.width(at, 22);
        }
        sheet.freezePane(0, 2);
        for (var row = 0; row < table.lines().size(); row++) {
            var cells = table.lines().get(row).cells();
            for (var at = 0; at < cells.size(); at++) {
                if (at < table.labels() || cells.get(at).isEmpty()) {
                    sheet.inlineString(row + 2, at, cells.get(at));
                } else {
                    sheet.value(row + 2, at, new BigDecimal(cells.get(at).replace(",", "")));
                }
            }
        }
    }

    /** At most 31 characters, none of those that name other sheets. */
    private static String sheetName(String title) {
        var plain = title.replaceAll("[“”\\[\\]:*?/\\\\]", "");
        return plain.length() > 31 ? plain.substring(0, 31) : plain;
    }

    ResponseEntity<byte[]> json(byte[] body, Open open) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name(open) + ".json\"")
                .body(body);
    }

    private static String name(Open open) {
        var paper = open.paper();
        return paper.unit() + "-" + paper.year() + "-" + paper.kind().slug();
    }
}
