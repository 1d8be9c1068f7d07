package org.gongkai.platform.files.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.gongkai.platform.files.HtmlCleaner;
import org.gongkai.platform.files.docx.WordReading;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Word files (Word文档) as the import of drafts reads them: headings, lists, tables, notes; tracked
 * changes as accepted, hidden words left out. Links lead nowhere from here: their address stands
 * beside them (ADR 0150).
 */
final class WordPages {
    private static final Pattern WEB = Pattern.compile("(?i)https?://.+");

    private WordPages() {}

    static void read(Path file, Gathered pages) throws IOException {
        var draft = WordReading.read(file, String.valueOf(file.getFileName()));
        var source = Jsoup.parseBodyFragment(draft.html());
        source.outputSettings().prettyPrint(false);
        var html = new StringBuilder();
        if (!draft.title().isBlank()) {
            html.append("<h2>").append(Markup.of(draft.title())).append("</h2>");
        }
        for (var block : source.body().children()) {
            var next = block.outerHtml();
            if (!html.isEmpty() && html.length() + next.length() > Gathered.PAGE) {
                add(html, pages);
            }
            if (!pages.hasRoom() || next.length() > HtmlCleaner.LONGEST) {
                pages.shorten();
                return;
            }
            html.append(next);
        }
        add(html, pages);
    }

    private static void add(StringBuilder html, Gathered pages) {
        var clean = HtmlCleaner.clean(html.toString()).html();
        html.setLength(0);
        if (!clean.isBlank()) {
            pages.add(withoutLinks(clean));
        }
    }

    private static String withoutLinks(String clean) {
        if (!clean.contains("<a ")) {
            return clean;
        }
        var page = Jsoup.parseBodyFragment(clean);
        page.outputSettings().prettyPrint(false);
        for (var link : page.body().select("a")) {
            var address = link.attr("href");
            if (address.startsWith("#")
                    && page.getElementById(address.substring(1)) instanceof Element) {
                continue;
            }
            if (WEB.matcher(address).matches() && !link.text().contains(address)) {
                link.appendChild(new TextNode("（" + address + "）"));
            }
            if (link.id().isEmpty()) {
                link.unwrap();
            } else {
                link.removeAttr("href").tagName("span");
            }
        }
        return page.body().html();
    }
}
