package org.gongkai.opengov.portal;

import java.util.List;
import java.util.function.IntFunction;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * A document's body as it stands on its page (正文): cleaned before it was signed, and here only
 * given what readers need: tables in their own scrollers, header cells with their direction.
 */
final class PaperBody {
    private static final String BLOCKS =
            "h1, h2, h3, h4, h5, h6, p, li, dt, dd, th, td, caption, figcaption, img";

    private PaperBody() {}

    /** The body with its tables made readable on narrow screens and by ear. */
    static String readable(String html, String hint, IntFunction<String> tableName) {
        var page = Jsoup.parseBodyFragment(html);
        var body = page.body();
        var number = 0;
        for (var table : body.select("table")) {
            if (table.closest("td, th") == null) {
                number++;
                var caption = table.selectFirst("caption");
                scroll(table, hint, caption != null ? caption.text() : tableName.apply(number));
                table.select("th").forEach(PaperBody::direct);
            }
        }
        page.outputSettings().prettyPrint(false);
        return body.html();
    }

    /** The text, paragraph by paragraph; of a picture, what it shows; of a link, where it leads. */
    static List<String> paragraphs(String html) {
        var body = Jsoup.parseBodyFragment(html).body();
        body.select("a[href]").forEach(it -> it.appendText(" 〔" + it.attr("href") + "〕"));
        return body.select(BLOCKS).stream()
                .filter(it -> it.select(BLOCKS).size() == 1)
                .map(it -> it.is("img") ? it.attr("alt") : it.text())
                .filter(it -> !it.isBlank())
                .toList();
    }

    private static void scroll(Element table, String hint, String name) {
        var box = new Element("div").addClass("table-box");
        box.appendElement("p").addClass("scroll-hint").text(hint);
        var scroller =
                box.appendElement("div")
                        .addClass("scroller")
                        .attr("role", "region")
                        .attr("tabindex", "0")
                        .attr("aria-label", name);
        table.replaceWith(box);
        scroller.appendChild(table);
    }

    private static void direct(Element cell) {
        if (!cell.hasAttr("scope")) {
            var row = cell.parent();
            var all = row == null || row.select("> td").isEmpty();
            cell.attr("scope", all ? "col" : "row");
        }
    }
}
