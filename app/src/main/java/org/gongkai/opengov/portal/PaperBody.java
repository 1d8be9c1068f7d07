package org.gongkai.opengov.portal;

import java.util.List;
import org.jsoup.Jsoup;

/** A document's body as text (正文): for comparing editions. */
final class PaperBody {
    private static final String BLOCKS =
            "h1, h2, h3, h4, h5, h6, p, li, dt, dd, th, td, caption, figcaption, img";

    private PaperBody() {}

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
}
