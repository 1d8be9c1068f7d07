package org.gongkai.platform.files.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.platform.files.HtmlCleaner;
import org.gongkai.platform.files.docx.WordReading;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Word files (Word文档) as the import of drafts reads them: headings, lists, tables, pictures, notes;
 * tracked changes as accepted, hidden words left out. Links lead nowhere from here: their address
 * stands beside them (ADR 0150).
 */
final class WordPages {
    private static final Pattern WEB = Pattern.compile("(?i)https?://.+");

    /** What the reader of drafts leaves out and an office program shows. */
    private static final Set<String> NOT_SHOWN =
            Set.of("files.import.chart", "files.import.object", "files.import.outside-picture");

    private final Gathered pages;
    private final WordPictures pictures;

    private WordPages(Gathered pages, WordPictures pictures) {
        this.pages = pages;
        this.pictures = pictures;
    }

    static void read(Path file, Gathered pages) throws IOException {
        var draft = WordReading.read(file, String.valueOf(file.getFileName()));
        if (draft.notes().stream().anyMatch(it -> NOT_SHOWN.contains(it.messageKey()))) {
            pages.shorten();
        }
        new WordPages(pages, new WordPictures(draft.images(), pages)).write(draft);
    }

    private void write(WordReading.Draft draft) {
        var source = parsed(draft.html());
        pictures.place(source.body());
        var html = new StringBuilder();
        if (!draft.title().isBlank()) {
            html.append("<h2>").append(Markup.of(draft.title())).append("</h2>");
        }
        for (var block : source.body().children()) {
            var next = block.outerHtml();
            if (!html.isEmpty() && html.length() + next.length() > Gathered.PAGE) {
                add(html);
            }
            if (!pages.hasRoom() || next.length() > HtmlCleaner.LONGEST) {
                pages.shorten();
                break;
            }
            html.append(next);
        }
        add(html);
    }

    private void add(StringBuilder html) {
        var clean = parsed(HtmlCleaner.clean(html.toString()).html());
        html.setLength(0);
        pictures.name(clean.body());
        unlink(clean);
        var written = clean.body().html();
        if (!written.isBlank()) {
            pages.add(written);
        }
    }

    private static void unlink(Document page) {
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
    }

    private static Document parsed(String html) {
        var page = Jsoup.parseBodyFragment(html);
        page.outputSettings().prettyPrint(false);
        return page;
    }
}
