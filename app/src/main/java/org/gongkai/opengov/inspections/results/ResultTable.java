package org.gongkai.opengov.inspections.results;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.jsoup.nodes.Element;

/** The table of results that is published (检查结果公示表): the same rows as page, CSV and spreadsheet. */
record ResultTable(String title, List<String> head, List<List<String>> rows) {
    ResultTable {
        head = List.copyOf(head);
        rows = List.copyOf(rows);
    }

    /** As it stands in the document, after these words. */
    String html(String before) {
        var body = new Element("div");
        body.appendElement("p").text(before);
        var table = body.appendElement("table");
        var first = table.appendElement("thead").appendElement("tr");
        head.forEach(it -> first.appendElement("th").text(it));
        var rest = table.appendElement("tbody");
        for (var row : rows) {
            var line = rest.appendElement("tr");
            row.forEach(it -> line.appendElement("td").text(it));
        }
        return body.html();
    }

    /** As CSV (RFC 4180) in UTF-8 with its mark; no cell is read as a formula. */
    byte[] csv() {
        var text = new StringBuilder("\uFEFF");
        text.append(line(head));
        rows.forEach(it -> text.append(line(it)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** As a spreadsheet. */
    byte[] xlsx() {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "Gongkai", null)) {
            var sheet = book.newWorksheet(title);
            for (var column = 0; column < head.size(); column++) {
                sheet.inlineString(0, column, head.get(column));
                sheet.style(0, column).bold().set();
                sheet.width(column, 24);
            }
            sheet.freezePane(0, 1);
            for (var row = 0; row < rows.size(); row++) {
                for (var column = 0; column < head.size(); column++) {
                    sheet.inlineString(row + 1, column, rows.get(row).get(column));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String line(List<String> cells) {
        return cells.stream()
                        .map(it -> it.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + it : it)
                        .map(it -> '"' + it.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(","))
                + "\r\n";
    }
}
