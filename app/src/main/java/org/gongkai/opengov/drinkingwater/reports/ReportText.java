package org.gongkai.opengov.drinkingwater.reports;

import java.util.List;
import org.jsoup.nodes.Element;

/** A report as it is written from the figures (报告文稿): title, chapters, sentences, annex table. */
public record ReportText(String title, List<Part> parts) {
    /** Of the nine columns of a month's annex on paper. */
    private static final List<String> WIDTHS =
            List.of("5%", "15%", "9%", "12%", "16%", "7%", "8%", "17%", "11%");

    public ReportText {
        parts = List.copyOf(parts);
    }

    /** How a part is set. */
    public enum Kind {
        HEADING,
        SUBHEADING,
        PARAGRAPH,
        TABLE
    }

    /**
     * A part of it.
     *
     * @param place where it stands, in the words that a clerk knows
     * @param text empty for a table
     * @param rows of a table, the head first
     */
    public record Part(String place, Kind kind, String text, List<List<String>> rows) {
        public Part {
            rows = rows.stream().map(List::copyOf).toList();
        }

        static Part heading(String text) {
            return new Part(text, Kind.HEADING, text, List.of());
        }

        static Part subheading(String text) {
            return new Part(text, Kind.SUBHEADING, text, List.of());
        }

        static Part paragraph(String place, String text) {
            return new Part(place, Kind.PARAGRAPH, text, List.of());
        }

        static Part table(String place, List<List<String>> rows) {
            return new Part(place, Kind.TABLE, "", rows);
        }
    }

    /** The annex; empty where there is none. */
    public List<List<String>> annex() {
        return parts.stream()
                .filter(it -> it.kind() == Kind.TABLE)
                .findFirst()
                .map(Part::rows)
                .orElse(List.of());
    }

    /** As the body of a document. */
    public String html() {
        return html(List.of());
    }

    /** The same to be printed, where its table has columns of these widths. */
    String printed() {
        return html(
                annex().isEmpty() || annex().getFirst().size() != WIDTHS.size()
                        ? List.of()
                        : WIDTHS);
    }

    private String html(List<String> widths) {
        var body = new Element("div");
        parts.forEach(
                it -> {
                    switch (it.kind()) {
                        case HEADING -> body.appendElement("h2").text(it.text());
                        case SUBHEADING -> body.appendElement("h3").text(it.text());
                        case PARAGRAPH -> body.appendElement("p").text(it.text());
                        case TABLE -> table(body.appendElement("table"), it.rows(), widths);
                    }
                });
        return body.html();
    }

    private static void table(Element table, List<List<String>> rows, List<String> widths) {
        if (!widths.isEmpty()) {
            var columns = table.appendElement("colgroup");
            widths.forEach(it -> columns.appendElement("col").attr("width", it));
        }
        var head = table.appendElement("thead").appendElement("tr");
        rows.getFirst().forEach(it -> head.appendElement("th").attr("scope", "col").text(it));
        var rest = table.appendElement("tbody");
        for (var row : rows.subList(1, rows.size())) {
            var line = rest.appendElement("tr");
            row.forEach(it -> line.appendElement("td").text(it));
        }
    }
}
