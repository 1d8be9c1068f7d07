package org.gongkai.platform.files.docx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.w3c.dom.Element;

/** Writes a table of a draft (表格), with merged cells and repeated head rows. */
final class TableWriter {
    private final Function<Element, String> content;

    /** Writes what is in a cell with {@code content}. */
    TableWriter(Function<Element, String> content) {
        this.content = content;
    }

    private record Cell(
            Element element, int column, int width, boolean continued, boolean restarts) {}

    String write(Element table) {
        List<List<Cell>> rows = new ArrayList<>();
        List<Boolean> heads = new ArrayList<>();
        for (var row : Xml.children(table)) {
            if (row.getLocalName().equals("tr") && !Xml.has(row, "trPr", "del")) {
                rows.add(cells(row));
                heads.add(Xml.isOn(row, "trPr", "tblHeader"));
            }
        }
        var html = new StringBuilder("<table>");
        var head = 0;
        while (head < heads.size() && heads.get(head)) {
            head++;
        }
        for (var index = 0; index < rows.size(); index++) {
            html.append(index == 0 && head > 0 ? "<thead>" : "")
                    .append(index == head ? "<tbody>" : "");
            html.append("<tr>")
                    .append(row(rows, index, index < head ? "th" : "td"))
                    .append("</tr>");
            html.append(index == head - 1 ? "</thead>" : "");
        }
        return html.append(head < rows.size() ? "</tbody></table>" : "</table>").toString();
    }

    private static List<Cell> cells(Element row) {
        List<Cell> cells = new ArrayList<>();
        var before = Xml.value(row, "trPr", "gridBefore");
        var column = before.matches("[1-9]\\d?") ? Integer.parseInt(before) : 0;
        for (var cell : Xml.children(row)) {
            var inner =
                    cell.getLocalName().equals("sdt")
                            ? Xml.at(cell, "sdtContent", "tc")
                            : List.of(cell);
            for (var each : inner) {
                if (each.getLocalName().equals("tc")) {
                    var span = Xml.value(each, "tcPr", "gridSpan");
                    var width = span.matches("[1-9]\\d{0,2}") ? Integer.parseInt(span) : 1;
                    var merged = Xml.has(each, "tcPr", "vMerge");
                    var restarts = Xml.value(each, "tcPr", "vMerge").equals("restart");
                    cells.add(new Cell(each, column, width, merged && !restarts, restarts));
                    column += width;
                }
            }
        }
        return cells;
    }

    private String row(List<List<Cell>> rows, int index, String name) {
        var html = new StringBuilder();
        for (var cell : rows.get(index)) {
            if (cell.continued()) {
                continue;
            }
            html.append('<').append(name);
            if (cell.width() > 1) {
                html.append(" colspan=\"").append(cell.width()).append('"');
            }
            var height = cell.restarts() ? height(rows, index, cell.column()) : 1;
            if (height > 1) {
                html.append(" rowspan=\"").append(height).append('"');
            }
            html.append('>')
                    .append(content.apply(cell.element()))
                    .append("</")
                    .append(name)
                    .append('>');
        }
        return html.toString();
    }

    private static int height(List<List<Cell>> rows, int index, int column) {
        var height = 1;
        for (var next = index + 1; next < rows.size(); next++) {
            var below =
                    rows.get(next).stream().anyMatch(it -> it.column() == column && it.continued());
            if (!below) {
                return height;
            }
            height++;
        }
        return height;
    }
}
