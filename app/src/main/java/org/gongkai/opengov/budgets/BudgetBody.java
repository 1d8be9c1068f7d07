package org.gongkai.opengov.budgets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.platform.pages.Wording;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The document that publishes a budget or account (预决算公开文件): explanations, then the tables. */
final class BudgetBody {
    private final Wording wording;

    BudgetBody(Wording wording) {
        this.wording = wording;
    }

    /**
     * A section of the explanations.
     *
     * @param words paragraphs, a line each
     */
    record Part(String title, String words) {}

    String html(String lead, List<Part> parts, List<TablePicture> tables) {
        var body = new Element("div");
        body.appendElement("p").text(lead);
        for (var part : parts) {
            body.appendElement("h2").text(part.title());
            part.words()
                    .lines()
                    .map(String::strip)
                    .filter(it -> !it.isEmpty())
                    .forEach(it -> body.appendElement("p").text(it));
        }
        body.appendElement("h2").text(wording.say("budgets.body.tables"));
        for (var it : tables) {
            if (it.isEmpty()) {
                body.appendElement("p").text(wording.say("budgets.body.empty", it.title()));
            } else {
                table(body.appendElement("table"), it);
            }
        }
        return body.html();
    }

    private void table(Element table, TablePicture picture) {
        table.appendElement("caption")
                .text(wording.say("budgets.table.caption", picture.title(), picture.unit()));
        var head = table.appendElement("thead").appendElement("tr");
        picture.heads().forEach(it -> head.appendElement("th").attr("scope", "col").text(it));
        var rows = table.appendElement("tbody");
        for (var line : picture.lines()) {
            var row = rows.appendElement("tr");
            for (var at = 0; at < line.cells().size(); at++) {
                var label = at == picture.labels() - 1;
                var cell = row.appendElement(label ? "th" : "td").text(line.cells().get(at));
                if (label) {
                    cell.attr("scope", "row");
                }
            }
        }
    }

    /** What the tables of a text say; nothing else of it matters. */
    static String tablesSha256(String html) {
        var words =
                Jsoup.parseBodyFragment(html).select("table th, table td").stream()
                        .map(Element::text)
                        .collect(Collectors.joining("\n"));
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether something stands below this heading. */
    static boolean has(String html, String title) {
        for (var heading : Jsoup.parseBodyFragment(html).select("h1, h2, h3, h4, h5, h6")) {
            if (heading.text().strip().endsWith(title)) {
                for (var next = heading.nextElementSibling();
                        next != null && !next.normalName().matches("h[1-6]");
                        next = next.nextElementSibling()) {
                    if (!next.text().isBlank()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
