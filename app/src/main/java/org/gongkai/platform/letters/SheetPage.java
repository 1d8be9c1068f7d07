package org.gongkai.platform.letters;

import static org.gongkai.platform.letters.Words.word;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.platform.letters.SheetCell.Label;
import org.gongkai.platform.letters.SheetCell.Opinion;
import org.gongkai.platform.letters.SheetCell.Value;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** A form as a page description for the PDF (表格版面). */
final class SheetPage {

    private static final String GAP = "\u3000";
    private static final String TICKED = "☑";
    private static final String TICK = "√";

    private SheetPage() {}

    static Document of(Sheet sheet) {
        var subject = word("letters.review-form.subject", sheet.mark().sha256());
        var page = PageDescription.titled(sheet.plainTitle(), subject, "sheet.css");
        foot(page.body(), sheet.mark());
        heading(page.body(), sheet);
        var table = page.body().appendElement("table").addClass("sheet");
        var group = table.appendElement("colgroup");
        for (int i = 0; i < Sheet.COLUMNS; i++) {
            group.appendElement("col").attr("width", "6.5mm");
        }
        var body = table.appendElement("tbody");
        for (var cells : sheet.rows()) {
            var row = body.appendElement("tr");
            cells.forEach(cell -> cell(row, cell));
        }
        return page;
    }

    private static void heading(Element body, Sheet sheet) {
        body.appendElement("h1").appendChildren(lines(sheet.title()));
        var above = body.appendElement("p").attr("id", "above");
        above.appendElement("span").addClass("right").text(sheet.aboveRight());
        above.appendElement("span").text(sheet.above());
    }

    private static void foot(Element body, ContentMark mark) {
        var row =
                body.appendElement("div")
                        .attr("id", "foot")
                        .appendElement("table")
                        .appendElement("tr");
        PageDescription.image(
                row.appendElement("td").addClass("code"),
                QrCode.png(mark.text()),
                "image/png",
                word("letters.review-form.qr", mark.documentId(), mark.sha256()));
        var words = row.appendElement("td");
        words.appendElement("p")
                .addClass("hash")
                .appendChildren(lines(mark.inGroups().replaceAll("^((?:\\w+ ){4})", "$1\n")));
        words.appendElement("p").text(word("letters.review-form.hash-note"));
        pageNumber(row.appendElement("td").addClass("page"));
    }

    private static void pageNumber(Element cell) {
        var parts = word("letters.review-form.page", "\0", "\0").split("\0", -1);
        cell.appendText(parts[0]);
        cell.appendElement("span").addClass("count");
        cell.appendText(parts[1]);
        cell.appendElement("span").addClass("total");
        cell.appendText(parts[2]);
    }

    private static void cell(Element row, SheetCell cell) {
        switch (cell) {
            case Label label ->
                    row.appendElement("th")
                            .attr("scope", "row")
                            .attr("colspan", Integer.toString(label.columns()))
                            .attr("rowspan", Integer.toString(label.rows()))
                            .appendChildren(lines(label.text()));
            case Value value -> {
                var into = box(row, value.columns());
                value.lines().forEach(line -> boxed(into.appendElement("p"), line));
            }
            case Opinion opinion -> opinion(box(row, opinion.columns()), opinion);
        }
    }

    private static void opinion(Element into, Opinion opinion) {
        boxed(into.appendElement("p").addClass("gates"), opinion.gates());
        var words = into.appendElement("div").addClass("opinion");
        opinion.opinion().lines().forEach(line -> words.appendElement("p").text(line));
        var signed = into.appendElement("p").addClass("signed");
        signed.appendElement("span").addClass("name").text(opinion.signature());
        signed.appendText(GAP + opinion.date());
    }

    /** A text whose lines are broken by sense. */
    private static List<Node> lines(String text) {
        var nodes = new ArrayList<Node>();
        for (var line : text.split("\n", -1)) {
            if (!nodes.isEmpty()) {
                nodes.add(new Element("br"));
            }
            nodes.add(new TextNode(line));
        }
        return nodes;
    }

    /** No shipped face has the ticked box; a tick in a frame stands for it. */
    private static void boxed(Element into, String text) {
        var parts = text.split(TICKED, -1);
        into.appendText(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            into.appendElement("span").addClass("ticked").text(TICK);
            into.appendText(parts[i]);
        }
    }

    private static Element box(Element row, int columns) {
        return row.appendElement("td").attr("colspan", Integer.toString(columns));
    }
}
